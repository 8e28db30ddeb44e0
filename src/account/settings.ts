import { DEFAULT_AUTO_ANSWER, parseAutoAnswer, type AutoAnswerRules } from './auto-answer';
import { DEFAULT_DIAL_RULES, parseDialRules, type DialRules } from './dial-rules';
import { DEFAULT_OUTGOING, parseOutgoing, type OutgoingRules } from './outgoing';
import { PAGE_MODES, type PageMode } from './page-mode';
import { parseSites, type Site } from './sites';
import { parseTeam, type Colleague } from './team';

/** What the user chose for this browser, apart from the account. */
export interface Settings {
  /** Two-letter country whose national numbers are dialled as they stand (ISO 3166-1). */
  readonly country: string;
  /** Device ids of `enumerateDevices`; null for the system's default. */
  readonly microphoneId: string | null;
  readonly speakerId: string | null;
  /** Where the ringtone plays: often the loudspeaker while calls use a headset. */
  readonly ringerId: string | null;
  /** What they were called when they were chosen: by that they are found when their ids change. */
  readonly microphoneName: string | null;
  readonly speakerName: string | null;
  readonly ringerName: string | null;
  /** Whether those whose calls are recorded hear a beep again and again. */
  readonly recordingBeeps: boolean;
  /** Whose calls are answered by themselves. */
  readonly autoAnswer: AutoAnswerRules;
  /** What those who are called learn of the user. */
  readonly outgoing: OutgoingRules;
  /** How numbers are dialled on the account's phone system. */
  readonly dialRules: DialRules;
  /** What Offhook does on pages, where the user chose nothing for their site. */
  readonly pageMode: PageMode;
  /** Whether a click on a `tel:`, `callto:` or `sip:` link calls here; else the browser's own way. */
  readonly dialLinks: boolean;
  /** Sites with a choice of their own, the one chosen last at the end. */
  readonly sites: readonly Site[];
  /** What looks like a phone number and is none, says the user: E.164, the last one at the end. */
  readonly notNumbers: readonly string[];
  /** Whose phones are watched, in the order in which they are shown. */
  readonly team: readonly Colleague[];
}

/** Who says more often that something is no number had better turn the site off. */
const MOST_NOT_NUMBERS = 1_000;

/** The settings of a fresh install. */
export const DEFAULT_SETTINGS: Settings = {
  country: 'US',
  microphoneId: null,
  speakerId: null,
  ringerId: null,
  microphoneName: null,
  speakerName: null,
  ringerName: null,
  recordingBeeps: false,
  autoAnswer: DEFAULT_AUTO_ANSWER,
  outgoing: DEFAULT_OUTGOING,
  dialRules: DEFAULT_DIAL_RULES,
  pageMode: 'mark',
  dialLinks: true,
  sites: [],
  notNumbers: [],
  team: [],
};

/** Settings from storage: unknown keys dropped, missing or wrong ones at their default. */
export function parseSettings(stored: unknown): Settings {
  const found = typeof stored === 'object' && stored !== null ? stored : {};
  const text = (key: keyof Settings): string | null => {
    const value: unknown = Object.hasOwn(found, key) ? Reflect.get(found, key) : null;

    return typeof value === 'string' && value !== '' && value.length <= 256 ? value : null;
  };
  const country = text('country');

  return {
    country: country !== null && /^[A-Z]{2}$/.test(country) ? country : DEFAULT_SETTINGS.country,
    microphoneId: text('microphoneId'),
    speakerId: text('speakerId'),
    ringerId: text('ringerId'),
    microphoneName: text('microphoneName'),
    speakerName: text('speakerName'),
    ringerName: text('ringerName'),
    recordingBeeps: Reflect.get(found, 'recordingBeeps') === true,
    autoAnswer: parseAutoAnswer(Reflect.get(found, 'autoAnswer')),
    outgoing: parseOutgoing(Reflect.get(found, 'outgoing')),
    dialRules: parseDialRules(Reflect.get(found, 'dialRules')),
    pageMode: parsePageMode(found),
    dialLinks: Reflect.get(found, 'dialLinks') !== false,
    sites: parseSites(Reflect.get(found, 'sites')),
    notNumbers: parseNotNumbers(Reflect.get(found, 'notNumbers')),
    team: parseTeam(Reflect.get(found, 'team')),
  };
}

/** A number in E.164 form, `+` and all. */
export function isE164(text: string): boolean {
  return /^\+[1-9]\d{4,14}$/.test(text);
}

/** The list after the user said of one more number that it is none. */
export function withNotNumber(notNumbers: readonly string[], e164: string): readonly string[] {
  return [...notNumbers.filter((other) => other !== e164), e164].slice(-MOST_NOT_NUMBERS);
}

function parsePageMode(found: object): PageMode {
  const stored: unknown = Reflect.get(found, 'pageMode');
  const mode = PAGE_MODES.find((known) => known === stored);

  // An older version knew on and off only.
  return mode ?? (Reflect.get(found, 'clickToCall') === false ? 'off' : DEFAULT_SETTINGS.pageMode);
}

function parseNotNumbers(stored: unknown): readonly string[] {
  return (Array.isArray(stored) ? stored : [])
    .filter((item): item is string => typeof item === 'string' && isE164(item))
    .slice(-MOST_NOT_NUMBERS);
}

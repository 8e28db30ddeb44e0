import { shownAddress } from '../../../src/account/account';
import type { Remote } from '../../../src/call/call';
import type { CallFact, LogEntry, LogFact } from '../../../src/diagnostics/event-log';
import type { NetworkChange } from '../../../src/phone/registration/registering';
import type { MicrophonePermission } from '../../../src/protocol/snapshot';
import { durationText } from '../words/time-text';
import type { WordKey, Words } from '../words/words';
import { OUTCOME_WORDS, REGISTRATION_WORDS } from '../words/wording';

/** How an event is meant: the eye looks for trouble. */
export type EventLook = 'good' | 'trouble' | 'plain';

/** What the words for events are made with. */
export interface EventWording {
  readonly t: Words;
  /** How a party is called: by name and number, or by a label. */
  readonly nameOf: (remote: Remote) => string;
  readonly addressOf: (address: string) => string;
}

const CALL_WORDS: Readonly<Record<Exclude<CallFact, 'ended'>, WordKey>> = {
  dialled: 'eventDialled',
  'came-in': 'eventCameIn',
  'rings-there': 'eventRingsThere',
  'early-sound': 'eventEarlySound',
  answered: 'eventAnswered',
  held: 'eventHeld',
  resumed: 'eventResumed',
  'held-by-them': 'eventHeldByThem',
  'resumed-by-them': 'eventResumedByThem',
  muted: 'eventMuted',
  unmuted: 'eventUnmuted',
  'transfer-asked': 'eventTransferAsked',
  transferred: 'eventTransferred',
  'transfer-failed': 'eventTransferFailed',
  'cut-off': 'eventCutOff',
  'reached-again': 'eventReachedAgain',
  'sound-lost-ours': 'eventSoundLostOurs',
  'sound-lost-theirs': 'eventSoundLostTheirs',
  'sound-lost-both': 'eventSoundLostBoth',
  'sound-back': 'eventSoundBack',
  'sounds-poor': 'eventSoundsPoor',
  'sounds-better': 'eventSoundsBetter',
  'way-lost': 'eventWayLost',
  'way-renewed': 'eventWayRenewed',
  'way-found': 'eventWayFound',
};

const MICROPHONE_WORDS: Readonly<Record<MicrophonePermission, WordKey>> = {
  granted: 'eventMicrophoneGranted',
  denied: 'eventMicrophoneDenied',
  prompt: 'eventMicrophonePrompt',
};

const NETWORK_WORDS: Readonly<Record<NetworkChange, WordKey>> = {
  online: 'eventOnline',
  offline: 'eventOffline',
  changed: 'eventNetworkChanged',
  woke: 'eventWoke',
};

const AWAY_WORDS = {
  microphone: { unplugged: 'eventMicrophoneUnplugged', taken: 'eventMicrophoneInOtherHands' },
  speaker: { unplugged: 'eventSpeakerUnplugged', taken: 'eventSpeakerInOtherHands' },
} as const;

const MICROPHONE_TROUBLE_WORDS = {
  missing: 'testMicrophoneMissing',
  taken: 'eventMicrophoneTaken',
  muted: 'eventMicrophoneMuted',
  'blocked-by-system': 'eventMicrophoneBlockedBySystem',
} as const;

/** An event as a sentence. */
export function eventText({ fact }: LogEntry, wording: EventWording): string {
  const { t, addressOf } = wording;

  switch (fact.type) {
    case 'phone-started':
      return t('eventPhoneStarted');
    case 'account-chosen':
      return t('eventAccountChosen', addressOf(shownAddress(fact.address)));
    case 'account-removed':
      return t('eventAccountRemoved');
    case 'connecting':
      return t('eventConnecting');
    case 'connection-opened':
      return t('eventConnectionOpened', fact.server);
    case 'connection-closed':
      return t('eventConnectionClosed', String(fact.code ?? 1006));
    case 'registered':
      return t('eventRegistered', fact.server);
    case 'renewed':
      return t('eventRenewed');
    case 'unregistered':
      return t('eventUnregistered');
    case 'registration-lost':
    case 'registration-failed':
      return failedText(fact, t);
    case 'network-changed':
      return t(NETWORK_WORDS[fact.change]);
    case 'microphone':
      return t(MICROPHONE_WORDS[fact.permission]);
    case 'device-away':
      return t(AWAY_WORDS[fact.device][fact.away]);
    case 'device-back':
      return t(fact.device === 'microphone' ? 'eventMicrophoneBack' : 'eventSpeakerBack');
    case 'microphone-trouble':
      return t(MICROPHONE_TROUBLE_WORDS[fact.trouble]);
    case 'call':
      return callText(fact, wording);
  }
}

function failedText(
  { type, failure }: Extract<LogFact, { readonly failure: unknown }>,
  t: Words,
): string {
  const { code, response } = failure;
  const what = t(REGISTRATION_WORDS[code].what);
  const why =
    response === null
      ? what
      : `${what} (${response.statusCode} ${response.reasonPhrase})`.replace(/\.(?= \()/, '');

  return t(type === 'registration-lost' ? 'eventRegistrationLost' : 'eventRegistrationFailed', why);
}

function callText(
  fact: Extract<LogFact, { readonly type: 'call' }>,
  { t, nameOf }: EventWording,
): string {
  const party = nameOf(fact.remote);

  if (fact.what !== 'ended') {
    return t(CALL_WORDS[fact.what], party);
  }
  const { outcome = 'failed', response = null, talkedMs = null } = fact;
  const said = outcome === 'talked' && talkedMs !== null ? '' : t(OUTCOME_WORDS[outcome]);
  const wire = response === null ? '' : ` (${response.statusCode} ${response.reasonPhrase})`;
  const why = `${said}${wire}`.trim();

  return (
    talkedMs === null
      ? t('eventEnded', party, why)
      : t('eventEndedAfter', party, durationText(talkedMs), why)
  ).trim();
}

/** Whether an event is good news, trouble, or neither. */
export function eventLook({ fact }: LogEntry): EventLook {
  switch (fact.type) {
    case 'registered':
      return 'good';
    case 'registration-lost':
    case 'registration-failed':
    case 'connection-closed':
    case 'microphone-trouble':
      return 'trouble';
    case 'network-changed':
      return fact.change === 'offline' ? 'trouble' : 'plain';
    case 'microphone':
      return fact.permission === 'denied' ? 'trouble' : 'plain';
    case 'call':
      return isTrouble(fact) ? 'trouble' : fact.what === 'answered' ? 'good' : 'plain';
    default:
      return 'plain';
  }
}

const ORDINARY_ENDS: ReadonlySet<string> = new Set([
  'talked',
  'missed',
  'answered-elsewhere',
  'declined',
  'forwarded',
  'sent-to-voicemail',
  'replied',
  'cancelled',
  'busy',
  'declined-by-remote',
  'no-answer',
  'moved',
]);

const TROUBLE: ReadonlySet<CallFact> = new Set<CallFact>([
  'transfer-failed',
  'cut-off',
  'sound-lost-ours',
  'sound-lost-theirs',
  'sound-lost-both',
  'sounds-poor',
  'way-lost',
]);

function isTrouble({ what, outcome }: Extract<LogFact, { readonly type: 'call' }>): boolean {
  return (
    TROUBLE.has(what) || (what === 'ended' && outcome !== undefined && !ORDINARY_ENDS.has(outcome))
  );
}

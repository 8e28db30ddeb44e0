import type { ComponentChildren } from 'preact';
import type { Account } from '../../../src/account/account';
import { DEFAULT_PROFILE, PRESETS } from '../../../src/account/profile';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/account/settings';
import type { RecordingEntry } from '../../../src/recording/entry';
import type { RegistrationFailure } from '../../../src/phone/registration/registration';
import type { AccountActions } from '../../../extension/ui/account/account-form';
import { MicrophoneError, type OpenMicrophone } from '../../../extension/ui/controls/microphone';
import type { MicrophoneActions } from '../../../extension/ui/setup/microphone-step';
import { OptionsView } from '../../../extension/ui/settings/options-view';
import type { ReachActions } from '../../../extension/ui/settings/reach-section';
import type { RecordingActions } from '../../../extension/ui/settings/recording-actions';
import type { SoundDevice } from '../../../extension/ui/settings/sound-devices';
import { NOW_MS } from './phone-states';
import { WelcomeView } from '../../../extension/ui/setup/welcome-view';

/** An account with everything in it. */
export const ACCOUNT: Account = {
  displayName: 'Alice',
  address: 'sip:alice@example.com',
  password: 'correct horse',
  servers: ['wss://pbx.example.com:8089/ws'],
  loginName: null,
  outboundProxy: null,
  iceServers: [],
  expiresS: 600,
  dtmfMethod: 'rfc4733',
  dtmfPace: { toneMs: 100, gapMs: 50 },
  profile: DEFAULT_PROFILE,
};

/** What an office desk has plugged in. */
export const DEVICES: readonly SoundDevice[] = [
  { id: 'headset-in', name: 'Headset (Harbour H65)', kind: 'input' },
  { id: 'built-in', name: 'Built-in microphone', kind: 'input' },
  { id: 'headset-out', name: 'Headset (Harbour H65)', kind: 'output' },
  {
    id: 'speakers',
    name: 'Built-in loudspeakers with an unusually long product name',
    kind: 'output',
  },
];

const done = () => Promise.resolve();

function accountActions(failure: RegistrationFailure | null): AccountActions {
  return {
    test: ({ servers }) =>
      Promise.resolve(failure === null ? null : { server: servers.at(-1) ?? '', failure }),
    save: done,
    findOutWhy: () =>
      Promise.resolve({ trouble: 'host-not-found', netError: 'net::ERR_NAME_NOT_RESOLVED' }),
  };
}

/** Two recordings of a day, one of them named. */
export const RECORDINGS: readonly RecordingEntry[] = [
  {
    id: 'r2',
    name: null,
    parties: [
      { uri: 'sip:+12125550123@example.com', displayName: 'Bob from Sales' },
      { uri: 'sip:+442079460018@example.com', displayName: 'Carol from Support' },
    ],
    startedAtMs: NOW_MS - 3_600_000,
    durationMs: 754_000,
    bytes: 4_500_000,
  },
  {
    id: 'r1',
    name: 'Offer for Harbour & Pine, second round, with all that was said about delivery',
    parties: [{ uri: 'sip:204@example.com', displayName: null }],
    startedAtMs: NOW_MS - 26 * 3_600_000,
    durationMs: 61_000,
    bytes: 366_000,
  },
];

/** What the list of recordings may ask for, answered with these. */
export function recordingActions(entries: readonly RecordingEntry[]): RecordingActions {
  return {
    list: () => Promise.resolve(entries),
    watch: () => () => undefined,
    open: () => Promise.resolve({ address: 'data:audio/webm;base64,', close: () => undefined }),
    rename: done,
    remove: done,
    mostBytes: () => Promise.resolve(2_100_000_000),
  };
}

/** What the switches of "Always reachable" may ask for: all of it is allowed, or nothing ever. */
export function reachActions(isOn = false): ReachActions {
  return {
    isAllowed: () => Promise.resolve(isOn),
    allow: () => Promise.resolve(isOn),
    disallow: done,
    watch: () => () => undefined,
  };
}

function options(
  account: Account | null,
  failure: RegistrationFailure | null = null,
  settings: Partial<Settings> = {},
  recordings = recordingActions([]),
  reach = reachActions(),
) {
  return (
    <OptionsView
      account={account}
      settings={{
        ...DEFAULT_SETTINGS,
        microphoneId: 'headset-in',
        ringerId: 'speakers',
        ...settings,
      }}
      actions={{
        account: accountActions(failure),
        sound: {
          list: () => Promise.resolve(DEVICES),
          watch: () => () => undefined,
          playTest: done,
        },
        recordings,
        reach,
        openConnection: done,
        changeSettings: done,
      }}
    />
  );
}

const microphone: OpenMicrophone = { level: () => 0.62, close: () => undefined };
const unasked: MicrophoneActions = {
  permission: () => Promise.resolve('prompt'),
  watchPermission: () => () => undefined,
  open: () => Promise.resolve(microphone),
};
const allowed: MicrophoneActions = { ...unasked, permission: () => Promise.resolve('granted') };
const denied: MicrophoneActions = {
  ...unasked,
  permission: () => Promise.resolve('denied'),
  open: () => Promise.reject(new MicrophoneError('denied')),
};

function welcome(actions: MicrophoneActions, account: Account | null) {
  return (
    <WelcomeView
      account={account}
      actions={{ microphone: actions, account: accountActions(null) }}
    />
  );
}

/** A state of the settings or first-run page: what it shows, and what is pressed before looking. */
export interface PageState {
  readonly page: () => ComponentChildren;
  readonly press?: readonly string[];
  /** The part that is looked at, where the page is longer than a picture. */
  readonly only?: string;
}

const NO_CONNECTION: RegistrationFailure = { code: 'no-connection', response: null };
const SAVE = '.account-form button[type="submit"]';
const FIND_OUT_WHY = '.notice .actions button:first-child';
const ADVANCED = '.advanced > summary';

const FEATURES = 'section[aria-labelledby="features-title"]';
const TEAM = 'section[aria-labelledby="team-title"]';
const DIALLING = 'section[aria-labelledby="dialling-title"]';
/** A German office whose phone system wants an outside line, and a user who has chosen much. */
const OFFICE: Partial<Settings> = {
  country: 'DE',
  dialRules: {
    form: 'national',
    internationalPrefix: '',
    outsidePrefix: '0',
    extensionDigits: 3,
    replacements: [{ from: '030231', to: '' }],
  },
  sites: [
    { host: 'crm.example.com', mode: 'hover', country: null },
    { host: 'shop.example.ch', mode: null, country: 'CH' },
    { host: 'a-very-long-name-of-a-site.intranet.company.example', mode: 'off', country: null },
  ],
  notNumbers: ['+493023125000', '+12125550123'],
  team: [
    { number: '204', name: 'Carol from Support' },
    { number: '205', name: 'Dave from Accounts' },
    { number: 'frank.fischer@intranet.company.example', name: '' },
  ],
  outgoing: {
    shown: '+493023125100',
    numbers: ['+493023125100', '+493023125000'],
    headers: [{ name: 'X-Department', value: 'Sales' }],
  },
  autoAnswer: { isOn: true, callers: ['201', 'reception@pbx.example.com'] },
};

/** Every state of the settings and first-run pages, by name. */
export const PAGE_STATES: Readonly<Record<string, PageState>> = {
  options: { page: () => options(ACCOUNT) },
  'options-advanced': { page: () => options(ACCOUNT), press: [ADVANCED] },
  'options-errors': {
    page: () =>
      options({
        ...ACCOUNT,
        address: 'sip:alice',
        password: '',
        servers: ['ws://pbx.example.com'],
        expiresS: 7,
      }),
    press: [SAVE],
  },
  'options-further-servers': {
    page: () =>
      options(
        {
          ...ACCOUNT,
          servers: [
            ...ACCOUNT.servers,
            'wss://sip2.example.com:8089/ws',
            'wss://a-very-long-name-of-a-server.intranet.company.example:8089/ws',
          ],
        },
        NO_CONNECTION,
      ),
    press: [ADVANCED, SAVE],
    only: '.account-form',
  },
  'options-wrong-password': {
    page: () =>
      options(ACCOUNT, {
        code: 'wrong-password',
        response: { statusCode: 401, reasonPhrase: 'Unauthorized' },
      }),
    press: [SAVE],
  },
  'options-no-connection': { page: () => options(ACCOUNT, NO_CONNECTION), press: [SAVE] },
  'options-found-out-why': {
    page: () => options(ACCOUNT, NO_CONNECTION),
    press: [SAVE, FIND_OUT_WHY, '.notice summary'],
  },
  'options-dialling': {
    page: () => options(ACCOUNT, null, OFFICE),
    press: [
      `${DIALLING} summary`,
      '.replacements > .button',
      '.replacement:last-of-type label:last-of-type input=1',
      '.dial-preview input=089 43210',
    ],
    only: DIALLING,
  },
  'options-features': {
    page: () => options({ ...ACCOUNT, profile: PRESETS.freepbx }),
    press: [
      `${FEATURES} details:nth-of-type(2) > summary`,
      `${FEATURES} details:nth-of-type(3) > summary`,
      `${FEATURES} details:nth-of-type(2) fieldset:nth-of-type(1) input=72`,
      `${FEATURES} details:nth-of-type(3) fieldset:nth-of-type(1) input=@`,
    ],
    only: FEATURES,
  },
  'options-calls': {
    page: () => options(ACCOUNT, null, OFFICE),
    press: [
      'section[aria-labelledby="calls-title"] summary',
      'section[aria-labelledby="calls-title"] details section:last-of-type input=Contact: me',
      'section[aria-labelledby="calls-title"] details section:last-of-type .add-row button',
    ],
    only: 'section[aria-labelledby="calls-title"]',
  },
  'options-reach': {
    page: () => options(ACCOUNT, null, {}, undefined, reachActions(true)),
    only: 'section[aria-labelledby="reach-title"]',
  },
  'options-reach-refused': {
    page: () => options(ACCOUNT),
    press: ['section[aria-labelledby="reach-title"] input'],
    only: 'section[aria-labelledby="reach-title"]',
  },
  'options-pages': {
    page: () => options(ACCOUNT, null, OFFICE),
    only: 'section[aria-labelledby="pages-title"]',
  },
  'options-recordings': {
    page: () => options(ACCOUNT, null, {}, recordingActions(RECORDINGS)),
    press: ['.recording-row:last-child .compact-buttons button:last-child'],
    only: 'section[aria-labelledby="recordings-title"]',
  },
  'options-recordings-playing': {
    page: () => options(ACCOUNT, null, {}, recordingActions(RECORDINGS)),
    press: ['.recording-row:first-child > button'],
    only: 'section[aria-labelledby="recordings-title"]',
  },
  'options-recordings-none': {
    page: () => options(ACCOUNT),
    only: 'section[aria-labelledby="recordings-title"]',
  },
  'options-team': {
    page: () => options(ACCOUNT, null, OFFICE),
    press: [`${TEAM} .team-new input=204`, `${TEAM} .team-new .button`],
    only: TEAM,
  },
  'options-sound': {
    page: () =>
      options(ACCOUNT, null, {
        microphoneId: 'conference',
        microphoneName: 'Pine 300 conference phone (0b0e:2481)',
        speakerId: 'conference',
        speakerName: 'Pine 300 conference phone (0b0e:2481)',
      }),
    only: 'section[aria-labelledby="sound-title"]',
  },
  'options-saved': { page: () => options(ACCOUNT), press: [SAVE, '.check input'] },
  welcome: { page: () => welcome(unasked, null) },
  'welcome-allowed': { page: () => welcome(allowed, null) },
  'welcome-denied': { page: () => welcome(denied, null) },
  'welcome-ready': { page: () => welcome(allowed, ACCOUNT) },
};

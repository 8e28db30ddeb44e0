import type { ComponentChildren } from 'preact';
import type { Account } from '../../../src/account/account';
import { DEFAULT_PROFILE, PRESETS } from '../../../src/account/profile';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/account/settings';
import type { RegistrationFailure } from '../../../src/phone/registration';
import type { AccountActions } from '../../../extension/ui/account-form';
import { MicrophoneError, type OpenMicrophone } from '../../../extension/ui/microphone';
import type { MicrophoneActions } from '../../../extension/ui/microphone-step';
import { OptionsView } from '../../../extension/ui/options-view';
import type { SoundDevice } from '../../../extension/ui/sound-devices';
import { WelcomeView } from '../../../extension/ui/welcome-view';

/** An account with everything in it. */
export const ACCOUNT: Account = {
  displayName: 'Alice',
  address: 'sip:alice@example.com',
  password: 'correct horse',
  server: 'wss://pbx.example.com:8089/ws',
  loginName: null,
  outboundProxy: null,
  iceServers: [],
  expiresS: 600,
  dtmfMethod: 'rfc4733',
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
    test: () => Promise.resolve(failure),
    save: done,
    findOutWhy: () =>
      Promise.resolve({ trouble: 'host-not-found', netError: 'net::ERR_NAME_NOT_RESOLVED' }),
  };
}

function options(
  account: Account | null,
  failure: RegistrationFailure | null = null,
  settings: Partial<Settings> = {},
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
        changeSettings: done,
      }}
    />
  );
}

const microphone: OpenMicrophone = { level: () => 0.62, close: () => undefined };
const unasked: MicrophoneActions = {
  permission: () => Promise.resolve('prompt'),
  open: () => Promise.resolve(microphone),
};
const allowed: MicrophoneActions = { ...unasked, permission: () => Promise.resolve('granted') };
const denied: MicrophoneActions = {
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
        server: 'ws://pbx.example.com',
        expiresS: 7,
      }),
    press: [SAVE],
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
  'options-pages': {
    page: () => options(ACCOUNT, null, OFFICE),
    only: 'section[aria-labelledby="pages-title"]',
  },
  'options-saved': { page: () => options(ACCOUNT), press: [SAVE, '.check input'] },
  welcome: { page: () => welcome(unasked, null) },
  'welcome-allowed': { page: () => welcome(allowed, null) },
  'welcome-denied': { page: () => welcome(denied, null) },
  'welcome-ready': { page: () => welcome(allowed, ACCOUNT) },
};

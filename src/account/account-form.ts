import { USUAL_PACE } from '../call/dtmf';
import { isTurn, shownAddress, type Account } from './account';

/** An account as the user types it: all text, nothing checked. */
export interface AccountForm {
  readonly displayName: string;
  readonly address: string;
  readonly password: string;
  readonly server: string;
  /** Those that are tried after it, one in a line. */
  readonly furtherServers: string;
  /** The name of a `PresetName`. */
  readonly phoneSystem: string;
  readonly loginName: string;
  readonly outboundProxy: string;
  readonly stunServer: string;
  readonly turnServer: string;
  readonly turnUser: string;
  readonly turnPassword: string;
  /** Seconds between two registrations. */
  readonly expires: string;
  readonly dtmfMethod: string;
  /** Milliseconds that a digit sounds, and of silence after it. */
  readonly dtmfTone: string;
  readonly dtmfGap: string;
}

/** One input of the account form. */
export type AccountField = keyof AccountForm;

/** The fields in the order the user meets them. */
export const ACCOUNT_FIELDS: readonly AccountField[] = [
  'displayName',
  'address',
  'password',
  'server',
  'phoneSystem',
  'furtherServers',
  'loginName',
  'outboundProxy',
  'stunServer',
  'turnServer',
  'turnUser',
  'turnPassword',
  'expires',
  'dtmfMethod',
  'dtmfTone',
  'dtmfGap',
];

/** Short enough that a call comes back soon after the phone system restarts. */
export const DEFAULT_EXPIRES_S = 600;

/** The form before anything was typed. */
export const EMPTY_FORM: AccountForm = {
  displayName: '',
  address: '',
  password: '',
  server: '',
  furtherServers: '',
  phoneSystem: 'generic',
  loginName: '',
  outboundProxy: '',
  stunServer: '',
  turnServer: '',
  turnUser: '',
  turnPassword: '',
  expires: String(DEFAULT_EXPIRES_S),
  dtmfMethod: 'rfc4733',
  dtmfTone: String(USUAL_PACE.toneMs),
  dtmfGap: String(USUAL_PACE.gapMs),
};

/** The form that shows a saved account, such that parsing it again gives the same account. */
export function formOf(account: Account): AccountForm {
  const stun = account.iceServers.find(({ url }) => url.startsWith('stun'));
  const turn = account.iceServers.find(isTurn);
  const [server, ...furtherServers] = account.servers;

  return {
    displayName: account.displayName,
    address: shownAddress(account.address),
    password: account.password,
    server,
    furtherServers: furtherServers.join('\n'),
    phoneSystem: account.profile.preset,
    loginName: account.loginName ?? '',
    outboundProxy: account.outboundProxy?.replace(/^sip:/, '') ?? '',
    stunServer: stun?.url ?? '',
    turnServer: turn?.url ?? '',
    turnUser: turn?.username ?? '',
    turnPassword: turn?.credential ?? '',
    expires: String(account.expiresS),
    dtmfMethod: account.dtmfMethod,
    dtmfTone: String(account.dtmfPace.toneMs),
    dtmfGap: String(account.dtmfPace.gapMs),
  };
}

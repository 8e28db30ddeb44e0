import { USUAL_PACE, type DtmfPace } from '../call/dtmf';
import type { Account, Servers } from './account';
import { DEFAULT_EXPIRES_S, formOf, type AccountForm } from './account-form';
import { parseAccount } from './parse-account';
import { parseProfile } from './parse-profile';
import type { Profile } from './profile';

/**
 * The account from storage, checked as if it were typed anew: what an older version saved is
 * completed, and what cannot be an account is none.
 */
export function parseStoredAccount(stored: unknown): Account | null {
  if (typeof stored !== 'object' || stored === null) {
    return null;
  }
  const profile = parseProfile(
    Object.hasOwn(stored, 'profile') ? Reflect.get(stored, 'profile') : null,
  );
  const parsed = parseAccount(storedForm(stored, profile), profile);

  return parsed.ok ? parsed.account : null;
}

function storedForm(stored: object, profile: Profile): AccountForm {
  const own = (key: keyof Account | 'server'): unknown =>
    Object.hasOwn(stored, key) ? Reflect.get(stored, key) : undefined;
  const text = (key: keyof Account | 'server'): string | null => {
    const value = own(key);

    return typeof value === 'string' ? value : null;
  };
  const expiresS = own('expiresS');
  const iceServers = own('iceServers');
  return formOf({
    displayName: text('displayName') ?? '',
    address: text('address') ?? '',
    password: text('password') ?? '',
    servers: storedServers(own('servers'), text('server')),
    loginName: text('loginName'),
    outboundProxy: text('outboundProxy'),
    iceServers: (Array.isArray(iceServers) ? iceServers : []).filter(isIceServer),
    expiresS: typeof expiresS === 'number' ? expiresS : DEFAULT_EXPIRES_S,
    dtmfMethod: text('dtmfMethod') === 'info' ? 'info' : 'rfc4733',
    dtmfPace: storedPace(own('dtmfPace')),
    profile,
  });
}

/** Accounts of before had one server. */
function storedServers(stored: unknown, server: string | null): Servers {
  const [first, ...others] = (Array.isArray(stored) ? stored : []).filter(
    (item) => typeof item === 'string',
  );

  return first === undefined ? [server ?? ''] : [first, ...others];
}

/** Accounts of before had no pace of their own. */
function storedPace(stored: unknown): DtmfPace {
  const found = typeof stored === 'object' && stored !== null ? stored : {};
  const ms = (key: keyof DtmfPace): number => {
    const value: unknown = Reflect.get(found, key);

    return typeof value === 'number' ? value : USUAL_PACE[key];
  };

  return { toneMs: ms('toneMs'), gapMs: ms('gapMs') };
}

function isIceServer(value: unknown): value is Account['iceServers'][number] {
  if (typeof value !== 'object' || value === null || !('url' in value)) {
    return false;
  }
  const optional = ['username', 'credential'].map((key): unknown => Reflect.get(value, key));

  return (
    typeof value.url === 'string' &&
    optional.every((field) => field === null || typeof field === 'string')
  );
}

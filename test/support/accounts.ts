import type { Account } from '../../src/account/account';
import { DEFAULT_PROFILE } from '../../src/account/profile';

/** Alice's account, with whatever a test wants different. */
export function aliceAccount(change: Partial<Account> = {}): Account {
  return {
    displayName: 'Alice',
    address: 'sip:alice@pbx.test',
    password: 'secret',
    servers: ['ws://127.0.0.1:5066'],
    loginName: null,
    outboundProxy: null,
    iceServers: [],
    expiresS: 600,
    dtmfMethod: 'rfc4733',
    dtmfPace: { toneMs: 100, gapMs: 50 },
    profile: DEFAULT_PROFILE,
    ...change,
  };
}

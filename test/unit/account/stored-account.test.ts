import type { Account } from '../../../src/account/account';
import { DEFAULT_PROFILE } from '../../../src/account/profile';
import { parseStoredAccount } from '../../../src/account/stored-account';

const ACCOUNT: Account = {
  displayName: 'Alice',
  address: 'sip:alice@example.com',
  password: 'secret',
  servers: ['wss://pbx.example.com'],
  loginName: null,
  outboundProxy: 'sip:proxy.example.com',
  iceServers: [{ url: 'turn:turn.example.com', username: 'u', credential: 'p' }],
  expiresS: 300,
  dtmfMethod: 'info',
  dtmfPace: { toneMs: 250, gapMs: 120 },
  profile: DEFAULT_PROFILE,
};

test('an account comes back from storage as it was saved', () => {
  expect(parseStoredAccount(structuredClone(ACCOUNT))).toEqual(ACCOUNT);
});

test('what an older version did not save yet is completed', () => {
  expect(
    parseStoredAccount({
      address: 'sip:alice@example.com',
      password: 'secret',
      server: 'wss://pbx.example.com',
    }),
  ).toEqual({
    displayName: '',
    address: 'sip:alice@example.com',
    password: 'secret',
    servers: ['wss://pbx.example.com'],
    loginName: null,
    outboundProxy: null,
    iceServers: [],
    expiresS: 600,
    dtmfMethod: 'rfc4733',
    dtmfPace: { toneMs: 100, gapMs: 50 },
    profile: DEFAULT_PROFILE,
  });
});

test('all servers come back in their order', () => {
  const servers = ['wss://pbx.example.com', 'wss://sip2.example.com'] as const;

  expect(parseStoredAccount({ ...ACCOUNT, servers })?.servers).toEqual(servers);
});

test('keys that are not ours are dropped', () => {
  const stored: unknown = JSON.parse(
    JSON.stringify(ACCOUNT).replace('{', '{"__proto__":{"x":1},"evil":"y",'),
  );

  expect(parseStoredAccount(stored)).toEqual(ACCOUNT);
  expect(Object.keys(parseStoredAccount(stored) ?? {})).not.toContain('evil');
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['text', 'sip:alice@example.com'],
  ['a list', []],
  ['no password', { ...ACCOUNT, password: undefined }],
  ['a password that is no text', { ...ACCOUNT, password: ['secret'] }],
  ['an address that is no text', { ...ACCOUNT, address: { toString: () => 'sip:a@b' } }],
  ['an insecure server', { ...ACCOUNT, servers: ['ws://pbx.example.com'] }],
  ['an insecure further server', { ...ACCOUNT, servers: ['wss://a.example', 'ws://b.example'] }],
  ['no server at all', { ...ACCOUNT, servers: [] }],
  ['a server that is no text', { ...ACCOUNT, servers: [7] }],
  ['a script as server', { ...ACCOUNT, servers: ['javascript:alert(1)'] }],
  ['a header in the name', { ...ACCOUNT, displayName: 'A\r\nVia: evil' }],
  ['a lifetime of no length', { ...ACCOUNT, expiresS: Number.NaN }],
  ['a lifetime of years', { ...ACCOUNT, expiresS: 1e9 }],
  ['digits that last for ever', { ...ACCOUNT, dtmfPace: { toneMs: 1e9, gapMs: 50 } }],
  ['inherited values', Object.create(ACCOUNT)],
])('%s is no account', (_, stored) => {
  expect(parseStoredAccount(stored)).toBeNull();
});

test('ICE servers that are none are dropped, the account stays', () => {
  const iceServers = [
    null,
    7,
    { url: 7 },
    { url: 'stun:stun.example.com', username: {} },
    'stun:x',
  ];

  expect(parseStoredAccount({ ...ACCOUNT, iceServers })?.iceServers).toEqual([]);
});

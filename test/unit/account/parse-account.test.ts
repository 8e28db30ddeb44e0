import fc from 'fast-check';
import type { Account } from '../../../src/account/account';
import { DEFAULT_PROFILE, PRESETS, type Profile } from '../../../src/account/profile';
import {
  ACCOUNT_FIELDS,
  EMPTY_FORM,
  formOf,
  type AccountField,
  type AccountForm,
} from '../../../src/account/account-form';
import { parseFurtherServers } from '../../../src/account/parse-further-servers';
import { parseAccount, type AccountErrors } from '../../../src/account/parse-account';

const FORM: AccountForm = {
  ...EMPTY_FORM,
  displayName: 'Alice',
  address: 'alice@example.com',
  password: 'correct horse',
  server: 'wss://pbx.example.com:8089/ws',
};

function accountFor(changes: Partial<AccountForm> = {}): Account {
  const parsed = parseAccount({ ...FORM, ...changes });

  if (!parsed.ok) {
    throw new Error(`refused: ${JSON.stringify(parsed.errors)}`);
  }

  return parsed.account;
}

function errorsFor(changes: Partial<AccountForm>): AccountErrors {
  const parsed = parseAccount({ ...FORM, ...changes });

  return parsed.ok ? {} : parsed.errors;
}

test('the four things a phone system hands out make an account', () => {
  expect(accountFor()).toEqual({
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
  });
});

test('an empty form names everything that is missing at once', () => {
  expect(parseAccount(EMPTY_FORM)).toEqual({
    ok: false,
    errors: {
      address: 'address-missing',
      password: 'password-missing',
      server: 'server-missing',
    },
  });
});

test('everything under Advanced reaches the account', () => {
  const account = accountFor({
    loginName: 'alice-auth',
    outboundProxy: 'Proxy.example.com:5061',
    stunServer: 'stun.example.com',
    turnServer: 'turns:turn.example.com:443?transport=TCP',
    turnUser: 'alice',
    turnPassword: 'relay',
    expires: '120',
    dtmfMethod: 'info',
    dtmfTone: '250',
    dtmfGap: ' 120 ',
  });

  expect(account).toMatchObject({
    loginName: 'alice-auth',
    outboundProxy: 'sip:proxy.example.com:5061',
    iceServers: [
      { url: 'stun:stun.example.com', username: null, credential: null },
      {
        url: 'turns:turn.example.com:443?transport=tcp',
        username: 'alice',
        credential: 'relay',
      },
    ],
    expiresS: 120,
    dtmfMethod: 'info',
    dtmfPace: { toneMs: 250, gapMs: 120 },
    profile: DEFAULT_PROFILE,
  });
});

test('spaces around what was pasted do not matter, but a password is taken as it stands', () => {
  const account = accountFor({
    address: ' alice@example.com\t',
    server: ' pbx.example.com ',
    password: ' secret ',
  });

  expect(account.address).toBe('sip:alice@example.com');
  expect(account.servers).toEqual(['wss://pbx.example.com']);
  expect(account.password).toBe(' secret ');
});

describe('a SIP address', () => {
  test.each([
    ['alice@example.com', 'sip:alice@example.com'],
    ['sip:alice@example.com', 'sip:alice@example.com'],
    ['SIP:101@PBX.Example.com', 'sip:101@pbx.example.com'],
    ['+12125550123@example.com', 'sip:+12125550123@example.com'],
    ['alice.b-1_2~!@192.168.1.5', 'sip:alice.b-1_2~!@192.168.1.5'],
    ['alice@[2001:db8::1]', 'sip:alice@[2001:db8::1]'],
    ['alice@pbx', 'sip:alice@pbx'],
  ])('%s is taken as %s', (typed, address) => {
    expect(accountFor({ address: typed }).address).toBe(address);
  });

  test.each([
    'alice',
    '@example.com',
    'alice@',
    'alice@@example.com',
    'alice@exa mple.com',
    'al ice@example.com',
    'alice@example..com',
    'alice@-example.com',
    'alice@example.com;transport=tcp',
    'alice@example.com?Replaces=1',
    'alice@example.com>',
    '<sip:alice@example.com>',
    '"Alice" <sip:alice@example.com>',
    'alice:secret@example.com',
    'alice@example.com\r\nVia: evil',
    'ali\r\nce@example.com',
    'ali%0d%0ace@example.com',
    'alice\u0000@example.com',
    'alicе@example.com', // a Cyrillic е
    'alice@exаmple.com',
    'alice@1.2.3',
    'alice@256.1.1.1',
    'alice@[evil]',
    'sips:alice@example.com',
    'tel:+12125550123',
    'https://alice@example.com',
    `${'a'.repeat(65)}@example.com`,
  ])('%j is refused', (typed) => {
    expect(errorsFor({ address: typed })).toEqual({ address: 'address-invalid' });
  });

  test('with a port is refused with a reason of its own', () => {
    expect(errorsFor({ address: 'alice@example.com:5060' })).toEqual({
      address: 'address-has-port',
    });
  });
});

describe('a server', () => {
  test.each([
    ['pbx.example.com', 'wss://pbx.example.com'],
    ['pbx.example.com:8089/ws', 'wss://pbx.example.com:8089/ws'],
    ['WSS://PBX.example.com/Ws', 'wss://pbx.example.com/Ws'],
    ['wss://10.0.0.7:7443/', 'wss://10.0.0.7:7443/'],
    ['wss://[2001:db8::7]:8089', 'wss://[2001:db8::7]:8089'],
    ['wss://[1:2:3:4:5:6:7:8]', 'wss://[1:2:3:4:5:6:7:8]'],
    ['ws://127.0.0.1:5066', 'ws://127.0.0.1:5066'],
    ['ws://localhost', 'ws://localhost'],
    ['ws://[::1]:8080/ws', 'ws://[::1]:8080/ws'],
  ])('%s is taken as %s', (typed, server) => {
    expect(accountFor({ server: typed }).servers).toEqual([server]);
  });

  test.each([
    ['ws://pbx.example.com', 'server-insecure'],
    ['WS://10.0.0.7', 'server-insecure'],
    ['ws://localhost.evil.example', 'server-insecure'],
    ['ws://127.0.0.1.evil.example', 'server-insecure'],
    ['ws://127.0.0.2', 'server-insecure'],
    ['ws://127.0.0.1@evil.example', 'server-credentials'],
    ['wss://alice:secret@pbx.example.com', 'server-credentials'],
    ['alice@pbx.example.com', 'server-credentials'],
    ['wss://pbx.example.com/?token=secret', 'server-query'],
    ['wss://pbx.example.com#ws', 'server-query'],
    ['https://pbx.example.com', 'server-not-websocket'],
    ['javascript://pbx.example.com', 'server-not-websocket'],
    ['wss://', 'server-invalid'],
    ['wss:/pbx.example.com', 'server-invalid'],
    ['javascript:alert(1)', 'server-invalid'],
    ['sip:pbx.example.com', 'server-invalid'],
    ['wss://pbx.example.com:0', 'server-invalid'],
    ['wss://pbx.example.com:65536', 'server-invalid'],
    ['wss://[1:]', 'server-invalid'],
    ['wss://[::1::]', 'server-invalid'],
    ['wss://[1:2:3:4:5:6:7:8:9]', 'server-invalid'],
    ['wss://1.0xffffffff', 'server-invalid'],
    ['wss://pbx.example.com:8089:9', 'server-invalid'],
    ['wss://pbx example.com', 'server-invalid'],
    ['wss://pbx.example.com/a b', 'server-invalid'],
    ['wss://pbx.example.com/"', 'server-invalid'],
    ['wss://pbx.example.com/\r\nHost: evil', 'server-invalid'],
    ['wss://pbx.example.com\\@evil.example', 'server-credentials'],
    ['wss://pbx.example.com\\evil.example', 'server-invalid'],
  ])('%j is refused: %s', (typed, problem) => {
    expect(errorsFor({ server: typed })).toEqual({ server: problem });
  });
});

describe('further servers', () => {
  const further = (furtherServers: string) => accountFor({ furtherServers }).servers.slice(1);

  test('are read line by line, in their order, completed as the first is', () => {
    expect(further(' sip2.example.com \r\n\nWSS://sip3.example.com:8089/ws\n')).toEqual([
      'wss://sip2.example.com',
      'wss://sip3.example.com:8089/ws',
    ]);
  });

  test('that are named twice are tried once', () => {
    expect(further(`sip2.example.com\nsip2.example.com\n${FORM.server}`)).toEqual([
      'wss://sip2.example.com',
    ]);
  });

  test.each([
    ['ws://sip2.example.com', 'server-insecure'],
    ['https://sip2.example.com', 'server-not-websocket'],
    ['wss://alice:secret@sip2.example.com', 'server-credentials'],
    ['sip2.example.com, sip3.example.com', 'server-invalid'],
    [
      Array.from({ length: 8 }, (_, place) => `sip${place}.example.com`).join('\n'),
      'too-many-servers',
    ],
  ])('%j is refused: %s', (typed, problem) => {
    expect(errorsFor({ furtherServers: `sip9.example.com\n${typed}` })).toEqual({
      furtherServers: problem,
    });
  });

  test('name the line that is wrong', () => {
    expect(parseFurtherServers('sip2.example.com\n  ws://sip3.example.com ')).toEqual({
      problem: 'server-insecure',
      line: 'ws://sip3.example.com',
    });
  });
});

describe('the other fields', () => {
  test.each<[AccountField, string, string]>([
    ['displayName', 'Bob "Bobby" Meyer', 'name-invalid'],
    ['displayName', 'Bob <sip:evil@example.com>', 'name-invalid'],
    ['displayName', 'Bob\\', 'name-invalid'],
    ['displayName', 'Bob\r\nSubject: evil', 'name-invalid'],
    ['displayName', 'Bob\u202etxt', 'name-invalid'],
    ['displayName', 'B'.repeat(65), 'too-long'],
    ['password', 'one\r\ntwo', 'password-invalid'],
    ['password', 'one\u0000', 'password-invalid'],
    ['loginName', 'ali"ce', 'login-name-invalid'],
    ['loginName', 'ali\\ce', 'login-name-invalid'],
    ['loginName', 'ali\nce', 'login-name-invalid'],
    ['loginName', 'älice', 'login-name-invalid'],
    ['outboundProxy', 'proxy.example.com;lr', 'proxy-invalid'],
    ['outboundProxy', 'sip:alice@proxy.example.com', 'proxy-invalid'],
    ['outboundProxy', 'https://proxy.example.com', 'proxy-invalid'],
    ['stunServer', 'turn:stun.example.com', 'stun-invalid'],
    ['stunServer', 'stun.example.com:99999', 'stun-invalid'],
    ['stunServer', 'stun:stun.example.com?transport=udp', 'stun-invalid'],
    ['expires', '59', 'expires-invalid'],
    ['expires', '3601', 'expires-invalid'],
    ['expires', '-600', 'expires-invalid'],
    ['expires', '6e2', 'expires-invalid'],
    ['expires', '0x258', 'expires-invalid'],
    ['expires', '600.5', 'expires-invalid'],
    ['expires', 'ten', 'expires-invalid'],
    ['dtmfMethod', 'shout', 'dtmf-invalid'],
    ['dtmfTone', '39', 'tone-invalid'],
    ['dtmfTone', '6001', 'tone-invalid'],
    ['dtmfTone', '1e2', 'tone-invalid'],
    ['dtmfTone', 'long', 'tone-invalid'],
    ['dtmfGap', '29', 'gap-invalid'],
    ['dtmfGap', '6001', 'gap-invalid'],
    ['dtmfGap', '-50', 'gap-invalid'],
    ['dtmfGap', '50.5', 'gap-invalid'],
  ])('%s %j is refused: %s', (field, typed, problem) => {
    expect(errorsFor({ [field]: typed })).toEqual({ [field]: problem });
  });

  test.each(['60', '3600', ''])('a lifetime of %j is fine', (expires) => {
    expect(accountFor({ expires }).expiresS).toBe(expires === '' ? 600 : Number(expires));
  });

  test('names of people in every script are fine', () => {
    expect(accountFor({ displayName: 'Zoë Đặng 李' }).displayName).toBe('Zoë Đặng 李');
  });
});

describe('a TURN server', () => {
  const turn = { turnServer: 'turn.example.com', turnUser: 'alice', turnPassword: 'relay' };

  test('needs its user name and its password', () => {
    expect(errorsFor({ ...turn, turnUser: '', turnPassword: '' })).toEqual({
      turnUser: 'turn-user-missing',
      turnPassword: 'turn-password-missing',
    });
  });

  test('is asked for when only its password was typed', () => {
    expect(errorsFor({ turnPassword: 'relay' })).toEqual({ turnServer: 'turn-missing' });
  });

  test.each([
    'turn:turn.example.com?transport=sctp',
    'turn:turn.example.com?transport=udp&x=1',
    'stun:turn.example.com',
    'turn:turn example.com',
    'turn:alice@turn.example.com',
  ])('%s is refused', (turnServer) => {
    expect(errorsFor({ ...turn, turnServer })).toEqual({ turnServer: 'turn-invalid' });
  });

  test('does not take a line break in its name or password', () => {
    expect(errorsFor({ ...turn, turnUser: 'al\nice', turnPassword: 're\rlay' })).toEqual({
      turnUser: 'turn-login-invalid',
      turnPassword: 'turn-login-invalid',
    });
  });
});

test.each(ACCOUNT_FIELDS)('a huge %s is refused without a long look at it', (field) => {
  const huge = 'a.'.repeat(5_000_000);
  const startedAtMs = performance.now();

  expect(errorsFor({ [field]: huge })).toEqual({ [field]: 'too-long' });
  expect(performance.now() - startedAtMs).toBeLessThan(100);
});

test('whatever is typed, nothing that could break a header or an address gets through', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      ...Array.from('a1.@:/?#[]<>"\\;,%+-_ \r\n\t\0'),
      '\u202e',
      'é',
      'sip:',
      'wss://',
    ),
    maxLength: 40,
  });

  fc.assert(
    fc.property(fc.constantFrom(...ACCOUNT_FIELDS), nasty, (field, typed) => {
      const parsed = parseAccount({ ...FORM, [field]: typed });

      if (parsed.ok) {
        const { address, servers, loginName, outboundProxy, displayName } = parsed.account;

        expect(address).toMatch(/^sip:[^\s"<>@;?%]+@[^\s"<>@;?%]+$/);
        for (const server of servers) {
          expect(server).toMatch(/^wss?:\/\/[^\s"<>@?#]+$/);
          expect(() => new URL(server)).not.toThrow();
        }
        expect(`${loginName ?? ''}${outboundProxy ?? ''}${displayName}`).not.toMatch(/[\r\n"\\<>]/);
      }
    }),
    { numRuns: 2_000 },
  );
});

describe('the phone system', () => {
  const changed: Profile = { ...PRESETS.freepbx, voicemail: { by: 'call', target: '*98' } };
  const parsedAs = (phoneSystem: string) => parseAccount({ ...FORM, phoneSystem }, changed);

  test('brings its codes with it when it is chosen', () => {
    expect(parsedAs('3cx')).toMatchObject({ ok: true, account: { profile: PRESETS['3cx'] } });
  });

  test('keeps the codes that the user changed while it stays the same', () => {
    expect(parsedAs('freepbx')).toMatchObject({ ok: true, account: { profile: changed } });
  });

  test.each(['', 'FreePBX', 'toString', '__proto__'])('is none of the name %j', (name) => {
    expect(parsedAs(name)).toEqual({
      ok: false,
      errors: { phoneSystem: 'phone-system-invalid' },
    });
  });
});

describe('a saved account', () => {
  test.each<[string, Partial<AccountForm>]>([
    ['a plain one', {}],
    ['one with a STUN server', { stunServer: 'stun.example.com:3478' }],
    [
      'one with everything',
      {
        loginName: 'auth',
        outboundProxy: 'proxy.example.com',
        stunServer: 'stun.example.com',
        turnServer: 'turn.example.com?transport=udp',
        turnUser: 'u',
        turnPassword: ' p ',
        expires: '3600',
        dtmfMethod: 'info',
        dtmfTone: '40',
        dtmfGap: '30',
        phoneSystem: 'asterisk',
      },
    ],
  ])('comes back from the form as it was: %s', (_, changes) => {
    const account = accountFor(changes);

    expect(parseAccount(formOf(account), account.profile)).toEqual({ ok: true, account });
  });

  test('is shown without the scheme that nobody types', () => {
    expect(formOf(accountFor()).address).toBe('alice@example.com');
  });
});

/** @jest-environment jsdom */
import type { Account } from '../../../../src/account/account';
import type { ServerFinding } from '../../../../src/account/server-probe';
import type { FailedProbe } from '../../../../src/phone/registration/failed-probe';
import { RequestFailed } from '../../../../src/protocol/envelope';
import { AccountSection, type AccountActions } from '../../../../extension/ui/account/account-form';
import { Screen } from '../../../support/screen';
import { ACCOUNT } from '../../../support/ui-preview/page-states';

let screen: Screen;
let tested: Account[];
let saved: Account[];
let asked: string[];
let find: () => Promise<ServerFinding | null>;
let answer: () => Promise<FailedProbe | null>;
let save: () => Promise<void>;

beforeEach(() => {
  screen = new Screen();
  tested = [];
  saved = [];
  asked = [];
  find = () => Promise.resolve(null);
  answer = () => Promise.resolve(null);
  save = () => Promise.resolve();
});

afterEach(async () => {
  await screen.leave();
});

const actions: AccountActions = {
  test: (account) => {
    tested.push(account);

    return answer();
  },
  save: (account) => {
    saved.push(account);

    return save();
  },
  findOutWhy: (server) => {
    asked.push(server);

    return find();
  },
};

async function show(account: Account | null): Promise<void> {
  await screen.show(<AccountSection account={account} actions={actions} />);
}

const SERVER = 'wss://pbx.example.com:8089/ws';
const WRONG_PASSWORD: FailedProbe = {
  server: SERVER,
  failure: {
    code: 'wrong-password',
    response: { statusCode: 401, reasonPhrase: 'Unauthorized' },
  },
};
const NO_CONNECTION: FailedProbe = {
  server: SERVER,
  failure: { code: 'no-connection', response: null },
};

test('what the phone system handed out is typed, tested and saved', async () => {
  await show(null);
  await screen.type('Your name', 'Alice');
  await screen.type('SIP address', 'alice@example.com');
  await screen.type('Password', 'correct horse');
  await screen.type('Server', 'pbx.example.com:8089/ws');
  await screen.press('Test and save');

  expect(tested).toEqual([ACCOUNT]);
  expect(saved).toEqual([ACCOUNT]);
  expect(screen.text).toContain('It works. Your account is saved and calls can reach you.');
  expect(screen.field('Server').value).toBe('wss://pbx.example.com:8089/ws');
});

test('a saved account is shown as it was typed', async () => {
  await show(ACCOUNT);

  expect(screen.field('SIP address').value).toBe('alice@example.com');
  expect(screen.field('Renew registration every').value).toBe('600');
});

describe('mistakes', () => {
  test('stand beside their fields; the first one gets the focus; nothing is sent', async () => {
    await show(null);
    await screen.type('SIP address', 'alice');
    await screen.type('Server', 'ws://pbx.example.com');
    await screen.press('Test and save');

    expect(screen.describedBy('SIP address')).toContain('This isn’t a SIP address.');
    expect(screen.describedBy('Password')).toContain('Type the password.');
    expect(screen.describedBy('Server')).toContain(
      'ws:// isn’t encrypted: others could read along.',
    );
    expect(screen.field('SIP address').getAttribute('aria-invalid')).toBe('true');
    expect(screen.field('Your name').getAttribute('aria-invalid')).toBe('false');
    expect(document.activeElement).toBe(screen.field('SIP address'));
    expect(screen.text).toContain('Please correct the marked fields.');
    expect(tested).toEqual([]);
  });

  test('go away as soon as their field is edited; the others stay', async () => {
    await show(null);
    await screen.press('Test and save');
    await screen.type('SIP address', 'a');

    expect(screen.field('SIP address').getAttribute('aria-invalid')).toBe('false');
    expect(screen.field('Password').getAttribute('aria-invalid')).toBe('true');
  });

  test('under Advanced open it, and keep it open while they are corrected', async () => {
    await show(ACCOUNT);
    await screen.type('Renew registration every', '7');
    await screen.press('Test and save');

    expect(screen.one('details.advanced').hasAttribute('open')).toBe(true);
    expect(document.activeElement).toBe(screen.field('Renew registration every'));

    await screen.type('Renew registration every', '70');
    expect(screen.one('details.advanced').hasAttribute('open')).toBe(true);
    await screen.press('Test and save');
    expect(saved[0]?.expiresS).toBe(70);
  });
});

test('every field says what it wants', async () => {
  await show(null);

  expect(screen.describedBy('SIP address')).toBe(
    'Looks like an email address, for example alice@example.com.',
  );
  for (const label of ['Your name', 'Password', 'Server', 'Login name', 'STUN server']) {
    expect(screen.describedBy(label)).not.toBe('');
  }
});

describe('further servers', () => {
  const SECOND = 'wss://sip2.example.com';

  test('are typed one in a line, and saved in their order', async () => {
    await show(ACCOUNT);
    await screen.type('Further servers', ' sip2.example.com\n\nwss://sip3.example.com/ws\n');
    await screen.press('Test and save');

    expect(saved[0]?.servers).toEqual([SERVER, SECOND, 'wss://sip3.example.com/ws']);
    expect(screen.field('Further servers').value).toBe(`${SECOND}\nwss://sip3.example.com/ws`);
  });

  test('that are wrong are told by their line', async () => {
    await show(ACCOUNT);
    await screen.type('Further servers', `${SECOND}\nws://sip3.example.com`);
    await screen.press('Test and save');

    expect(screen.one('details.advanced').hasAttribute('open')).toBe(true);
    expect(document.activeElement).toBe(screen.field('Further servers'));
    expect(screen.describedBy('Further servers')).toContain(
      'ws://sip3.example.com: ws:// isn’t encrypted: others could read along.',
    );
  });

  test('are tested too: the one that fails is named, and looked at closer', async () => {
    answer = () => Promise.resolve({ ...NO_CONNECTION, server: SECOND });
    await show({ ...ACCOUNT, servers: [SERVER, SECOND] });
    await screen.press('Test and save');

    expect(screen.text).toContain(`The server that failed is ${SECOND}.`);
    expect(screen.text).toContain('Offhook asks your browser for access to sip2.example.com.');
    await screen.press('Find out why');
    expect(asked).toEqual([SECOND]);
  });
});

describe('an account the server refuses', () => {
  beforeEach(async () => {
    answer = () => Promise.resolve(WRONG_PASSWORD);
    await show(null);
    await screen.type('SIP address', 'alice@example.com');
    await screen.type('Password', 'wrong horse');
    await screen.type('Server', 'pbx.example.com');
    await screen.press('Test and save');
  });

  test('is told in words, with what to do, the code behind Details', () => {
    expect(screen.text).toContain('Wrong password.');
    expect(screen.text).toContain('Check the password.');
    expect(screen.text).toContain('Your account was not saved.');
    expect(screen.one('details:not(.advanced) code').textContent).toBe(
      'SIP response 401 Unauthorized',
    );
  });

  test('loses nothing that was typed', () => {
    expect(saved).toEqual([]);
    expect(screen.field('SIP address').value).toBe('alice@example.com');
    expect(screen.field('Password').value).toBe('wrong horse');
    expect(screen.field('Server').value).toBe('pbx.example.com');
  });

  test('can be corrected and tried again', async () => {
    answer = () => Promise.resolve(null);
    await screen.type('Password', 'correct horse');
    expect(screen.text).not.toContain('Wrong password.');

    await screen.press('Test and save');
    expect(saved[0]?.password).toBe('correct horse');
  });

  test('can be saved all the same', async () => {
    await screen.press('Save anyway');

    expect(saved[0]?.password).toBe('wrong horse');
    expect(screen.text).toContain('Saved. Offhook keeps trying to connect.');
  });
});

describe('a server that cannot be connected to', () => {
  const found = (trouble: ServerFinding['trouble'], netError: string | null = null) => {
    find = () => Promise.resolve({ trouble, netError });
  };

  beforeEach(async () => {
    answer = () => Promise.resolve(NO_CONNECTION);
    await show(ACCOUNT);
    await screen.press('Test and save');
  });

  test('is looked at closer only when the user wants it', async () => {
    expect(screen.text).toContain('No connection to the server.');
    expect(screen.text).toContain('Offhook asks your browser for access to pbx.example.com.');
    expect(asked).toEqual([]);

    await screen.press('Find out why');
    expect(asked).toEqual(['wss://pbx.example.com:8089/ws']);
  });

  test.each<[ServerFinding['trouble'], string, string]>([
    ['host-not-found', 'The server can’t be found.', 'Check the server’s name'],
    ['blocked-port', 'Browsers don’t connect to this port.', 'Ports 5060 and 5061 are for desk'],
    ['connection-refused', 'The server refuses connections.', 'Check the port and path'],
    ['no-answer', 'The server doesn’t answer.', 'A firewall or VPN may also be in the way.'],
    ['untrusted-certificate', 'The server’s certificate isn’t trusted.', 'renew its certificate'],
    ['no-websocket', 'The server answers, but not as a phone system.', 'for example :8089/ws.'],
    ['no-connection', 'No connection to the server.', 'Check your internet connection'],
  ])('whose trouble is %s is told so: %s', async (trouble, what, help) => {
    found(trouble);
    await screen.press('Find out why');

    expect(screen.one('.notice-title').textContent).toBe(what);
    expect(screen.text).toContain(help);
    expect(screen.text).toContain('Your account was not saved.');
    expect(screen.buttons).not.toContain('Find out why');
    expect(document.activeElement?.contains(screen.one('.notice'))).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
  });

  test('has the browser’s own word for experts behind Details', async () => {
    found('untrusted-certificate', 'net::ERR_CERT_DATE_INVALID');
    await screen.press('Find out why');

    expect(screen.one('.notice details code').textContent).toBe('net::ERR_CERT_DATE_INVALID');
  });

  test('is not looked at without permission: what to check is said, and asking again is possible', async () => {
    await screen.press('Find out why');

    expect(screen.one('.notice-title').textContent).toBe('No connection to the server.');
    expect(screen.text).toContain('Check your internet connection, VPN or firewall.');
    expect(screen.text).toContain('Check the server’s name, port and path for a typing error.');
    expect(screen.text).not.toContain('Offhook asks your browser');

    found('connection-refused');
    await screen.press('Find out why');
    expect(screen.text).toContain('The server refuses connections.');
  });

  test('is looked at once, however often the button is pressed', async () => {
    let finish: (finding: null) => void = () => undefined;

    find = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    await screen.press('Find out why');
    await screen.press('Finding out…');
    expect(asked).toHaveLength(1);

    await screen.do(() => {
      finish(null);
    });
    expect(screen.buttons).toContain('Find out why');
  });

  test('can be saved all the same once the reason is known', async () => {
    found('no-answer');
    await screen.press('Find out why');
    await screen.press('Save anyway');

    expect(saved).toEqual([ACCOUNT]);
  });

  test('is a matter of the old test no more as soon as something is edited', async () => {
    let finish: (finding: ServerFinding) => void = () => undefined;

    find = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    await screen.press('Find out why');
    await screen.type('Server', 'wss://other.example.com');
    await screen.do(() => {
      finish({ trouble: 'host-not-found', netError: null });
    });

    expect(screen.text).not.toContain('The server can’t be found.');
  });

  test('is told as trouble of Offhook’s own when the look itself breaks', async () => {
    find = () => Promise.reject(new Error('Extension context invalidated.'));
    await screen.press('Find out why');

    expect(screen.text).toContain('Something went wrong in Offhook. Please try again.');
    expect(screen.text).not.toContain('invalidated');
    expect(screen.buttons).toContain('Find out why');
  });
});

test('what the server itself said needs no closer look', async () => {
  answer = () => Promise.resolve(WRONG_PASSWORD);
  await show(ACCOUNT);
  await screen.press('Test and save');

  expect(screen.buttons).not.toContain('Find out why');
});

test('while the test runs the button says so, and a second press changes nothing', async () => {
  let finish: (failure: null) => void = () => undefined;

  answer = () =>
    new Promise((resolve) => {
      finish = resolve;
    });
  await show(ACCOUNT);
  await screen.press('Test and save');
  await screen.press('Testing…');
  expect(tested).toHaveLength(1);

  await screen.do(() => {
    finish(null);
  });
  expect(saved).toEqual([ACCOUNT]);
});

test('a phone that does not answer the request is said, and the button works again', async () => {
  answer = () => Promise.reject(new RequestFailed({ code: 'internal', message: 'nobody' }));
  await show(ACCOUNT);
  await screen.press('Test and save');

  expect(screen.text).toContain('Something went wrong in Offhook. Please try again.');
  expect(screen.buttons).toContain('Test and save');
  expect(saved).toEqual([]);
});

test('storage that is full is said too', async () => {
  save = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
  await show(ACCOUNT);
  await screen.press('Test and save');

  expect(screen.text).toContain('Something went wrong in Offhook. Please try again.');
  expect(screen.text).not.toContain('QUOTA');
  expect(screen.text).not.toContain('It works');
});

test('the password is covered, and shown on request', async () => {
  await show(ACCOUNT);
  expect(screen.field('Password').type).toBe('password');

  await screen.do(() => screen.all('button[aria-label="Show password"]')[0]?.click());
  expect(screen.field('Password').type).toBe('text');
  expect(screen.field('Password').value).toBe('correct horse');
});

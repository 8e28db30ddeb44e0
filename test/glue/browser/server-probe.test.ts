import type * as ServerProbe from '../../../extension/browser/server-probe';
import { fakeChrome, freshChrome } from '../../support/chrome-stubs';

const SERVER = 'wss://pbx.example.com:8089/ws';
const HREF = 'https://pbx.example.com:8089/ws';
const PERMISSION = { permissions: ['webRequest'], origins: ['*://pbx.example.com/*'] };

/** What the extension fetched, and how. */
let fetched: (readonly [url: string, init: RequestInit])[];
/** What comes of fetching. */
let answer: (init: RequestInit) => Promise<Response>;
const realFetch = globalThis.fetch;
let findOutWhy: typeof ServerProbe.findOutWhy;
let giveAccessBack: typeof ServerProbe.giveAccessBack;

function loadAnew(): typeof ServerProbe {
  jest.resetModules();

  // eslint-disable-next-line @typescript-eslint/no-require-imports -- it takes hold of the fresh browser
  return require('../../../extension/browser/server-probe') as typeof ServerProbe;
}

beforeEach(() => {
  freshChrome();
  ({ findOutWhy, giveAccessBack } = loadAnew());
  fetched = [];
  globalThis.fetch = (url, init = {}) => {
    fetched.push([url as string, init]); // Nothing else is ever given.

    return answer(init);
  };
});

afterEach(() => {
  globalThis.fetch = realFetch;
  jest.useRealTimers();
});

function say(error: string, url = HREF): void {
  fakeChrome.webRequest.onErrorOccurred.dispatch({ url, error });
}

/** A request that fails; Chrome's words come before and after the page is told. */
function failWith(before: () => void, after: () => void): void {
  answer = () => {
    before();
    setTimeout(after);

    return Promise.reject(new TypeError('Failed to fetch'));
  };
}

const silently = () => undefined;

test('permission is asked for in the click itself, for the one host and nothing else', async () => {
  answer = () => Promise.resolve(new Response());

  const finding = findOutWhy(SERVER);

  expect(fakeChrome.permissions.request.mock.calls).toEqual([[PERMISSION]]);
  await finding;
});

test('the server is asked once, without cookies or cache, and is not followed elsewhere', async () => {
  answer = () => Promise.resolve(new Response());

  expect(await findOutWhy(SERVER)).toEqual({ trouble: 'no-websocket', netError: null });
  expect(fetched).toMatchObject([
    [HREF, { credentials: 'omit', cache: 'no-store', redirect: 'manual' }],
  ]);
});

test.each([
  [
    'before the page is told',
    () => {
      failWith(() => {
        say('net::ERR_NAME_NOT_RESOLVED');
      }, silently);
    },
  ],
  [
    'after the page is told',
    () => {
      failWith(silently, () => {
        say('net::ERR_NAME_NOT_RESOLVED');
      });
    },
  ],
])('the browser’s word is heard when it comes %s', async (_, fail) => {
  fail();

  expect(await findOutWhy(SERVER)).toEqual({
    trouble: 'host-not-found',
    netError: 'net::ERR_NAME_NOT_RESOLVED',
  });
});

test('what the browser says about other requests to that host does not count', async () => {
  failWith(
    () => {
      say('net::ERR_ABORTED', 'https://pbx.example.com/panel');
    },
    () => {
      say('net::ERR_CONNECTION_REFUSED');
    },
  );

  expect((await findOutWhy(SERVER))?.trouble).toBe('connection-refused');
});

test('a server without a path is known again by its name with a slash', async () => {
  failWith(silently, () => {
    say('net::ERR_CERT_DATE_INVALID', 'https://pbx.example.com/');
  });

  expect((await findOutWhy('wss://pbx.example.com'))?.trouble).toBe('untrusted-certificate');
});

test('a failure that the browser says nothing about is given up after a second', async () => {
  jest.useFakeTimers();
  answer = () => Promise.reject(new TypeError('Failed to fetch'));

  const finding = findOutWhy(SERVER);

  await jest.advanceTimersByTimeAsync(1000);
  expect(await finding).toEqual({ trouble: 'no-connection', netError: null });
});

test('a server that says nothing at all is given up', async () => {
  answer = ({ signal }) => {
    expect(signal).toBeInstanceOf(AbortSignal);
    say('net::ERR_ABORTED');

    return Promise.reject(new DOMException('signal timed out', 'TimeoutError'));
  };

  expect(await findOutWhy(SERVER)).toEqual({ trouble: 'no-answer', netError: null });
});

describe('access', () => {
  test.each([
    ['refused', () => Promise.resolve(false)],
    ['forbidden by a policy', () => Promise.reject(new Error('blocked by the administrator'))],
  ])('that is %s means no request at all', async (_, reply) => {
    fakeChrome.permissions.request.mockImplementation(reply);

    expect(await findOutWhy(SERVER)).toBeNull();
    expect(fetched).toEqual([]);
    expect(fakeChrome.webRequest.onErrorOccurred.hasListeners()).toBe(false);
  });

  test.each([
    ['an answer', () => (answer = () => Promise.resolve(new Response()))],
    [
      'a failure',
      () => {
        failWith(() => {
          say('net::ERR_FAILED');
        }, silently);
      },
    ],
    [
      'a look that broke',
      () => {
        answer = () => {
          throw new TypeError('no URL');
        };
        setTimeout(() => {
          say('net::ERR_FAILED');
        });
      },
    ],
  ])('is given back after %s, and nobody listens any more', async (_, happen) => {
    happen();
    await findOutWhy(SERVER);

    expect([...fakeChrome.permissions.granted]).toEqual([]);
    expect(fakeChrome.webRequest.onErrorOccurred.hasListeners()).toBe(false);
  });

  test('that a closed page left behind is given back, and nothing that is required', async () => {
    for (const name of ['storage', 'https://*/*', 'webRequest', '*://pbx.example.com/*']) {
      fakeChrome.permissions.granted.add(name);
    }
    await giveAccessBack();

    expect([...fakeChrome.permissions.granted]).toEqual(['storage', 'https://*/*']);
  });
});

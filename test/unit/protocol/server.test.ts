import { clientFor } from '../../../src/protocol/client';
import { RequestFailed, type Failure, type Request } from '../../../src/protocol/envelope';
import { senderKindOf, type Sender } from '../../../src/protocol/sender';
import { serve } from '../../../src/protocol/server';
import { isNewer, type PhoneSnapshot } from '../../../src/protocol/snapshot';
import { latestOnly } from '../../../src/protocol/latest-only';

const OWN_ID = 'ownid';
const OWN_ORIGIN = 'chrome-extension://ownid';
const ownPage: Sender = { id: OWN_ID, origin: OWN_ORIGIN };
const webPage: Sender = { id: OWN_ID, origin: 'https://crm.example' };

const toFailure = (): Failure => ({ code: 'internal', message: 'hidden' });

function workerThat(handlers: object) {
  return serve({
    me: 'worker',
    handlers,
    senderKind: (sender) => senderKindOf(sender, OWN_ID, OWN_ORIGIN),
    pageRequests: ['dial'],
    toFailure,
  });
}

const to = (destination: Request['to'], type: string): Request => ({
  to: destination,
  type,
  payload: null,
});

describe('who is asking', () => {
  it.each([
    ['our own page', ownPage, 'own'],
    ['our own page in a tab', { ...ownPage, url: `${OWN_ORIGIN}/options.html` }, 'own'],
    ['our worker, which may send no origin', { id: OWN_ID, url: `${OWN_ORIGIN}/sw.js` }, 'own'],
    ['our content script', webPage, 'page'],
    ['our content script in an opaque frame', { id: OWN_ID, origin: 'null' }, 'page'],
    [
      'an origin that only begins like ours',
      { id: OWN_ID, origin: `${OWN_ORIGIN}.evil.example` },
      'page',
    ],
    ['another extension', { id: 'other', origin: OWN_ORIGIN }, null],
    ['nobody we know', {}, null],
    ['our id without any origin', { id: OWN_ID }, null],
  ] as const)('%s', (_, sender, kind) => {
    expect(senderKindOf(sender, OWN_ID, OWN_ORIGIN)).toBe(kind);
  });
});

describe('a context’s listener', () => {
  it.each([
    ['mail for another context', to('phone', 'dial'), ownPage],
    ['no request at all', 'hello', ownPage],
    ['null', null, ownPage],
    ['a request without a type', { to: 'worker' }, ownPage],
    ['a page asking what pages may not', to('worker', 'configuration'), webPage],
    ['another extension', to('worker', 'dial'), { id: 'other', origin: OWN_ORIGIN }],
  ] as const)('leaves %s to others, synchronously', (_, message, sender) => {
    expect(workerThat({ dial: () => 1, configuration: () => 1 })(message, sender)).toBeUndefined();
  });

  it('answers a page what pages may ask', async () => {
    await expect(workerThat({ dial: () => 7 })(to('worker', 'dial'), webPage)).resolves.toEqual({
      ok: true,
      value: 7,
    });
  });

  it.each(['nope', 'toString', '__proto__', 'constructor'])(
    'refuses a request it does not know: %s',
    async (type) => {
      await expect(workerThat({})(to('worker', type), ownPage)).resolves.toMatchObject({
        ok: false,
        error: { code: 'invalid-request' },
      });
    },
  );

  it('turns an error into a failure that tells nothing of its inside', async () => {
    const receive = workerThat({
      dial: () => {
        throw new Error('the password is hunter2');
      },
    });

    await expect(receive(to('worker', 'dial'), ownPage)).resolves.toEqual({
      ok: false,
      error: { code: 'internal', message: 'hidden' },
    });
  });

  it('passes a refusal on as it is', async () => {
    const failure: Failure = { code: 'not-registered', message: 'not now' };
    const receive = workerThat({
      dial: () => {
        throw new RequestFailed(failure);
      },
    });

    await expect(receive(to('worker', 'dial'), ownPage)).resolves.toEqual({
      ok: false,
      error: failure,
    });
  });
});

describe('a client', () => {
  it('says so when nobody answered', async () => {
    const worker = clientFor('worker', () => Promise.resolve(undefined));

    await expect(worker('ensurePhone')).rejects.toThrow('no worker answered ensurePhone');
  });

  it('throws the failure it was given', async () => {
    const failure: Failure = { code: 'invalid-target', message: 'no number' };
    const worker = clientFor('worker', () => Promise.resolve({ ok: false, error: failure }));

    await expect(worker('dial', { target: 'x' })).rejects.toMatchObject({ failure });
  });
});

describe('snapshots', () => {
  const snapshot = (instanceId: string, revision: number) =>
    ({ instanceId, revision }) as PhoneSnapshot; // Only these two fields decide.

  it.each([
    ['the first one', snapshot('a', 0), null, true],
    ['a later one', snapshot('a', 2), snapshot('a', 1), true],
    ['the same one', snapshot('a', 1), snapshot('a', 1), false],
    ['an older one', snapshot('a', 0), snapshot('a', 1), false],
    ['one of a new phone, which counts from 0', snapshot('b', 0), snapshot('a', 9), true],
  ] as const)('%s', (_, next, current, newer) => {
    expect(isNewer(next, current)).toBe(newer);
  });
});

describe('latest only', () => {
  it('runs one at a time and skips what was overtaken', async () => {
    const done: number[] = [];
    const release: (() => void)[] = [];
    const act = latestOnly(async (value: number) => {
      await new Promise<void>((resolve) => release.push(resolve));
      done.push(value);
    });
    const all = Promise.all([act(1), act(2), act(3)]);

    release.shift()?.();
    await Promise.resolve().then(() => Promise.resolve());
    release.shift()?.();
    await all;

    expect(done).toEqual([1, 3]);
  });

  it('goes on after one failed', async () => {
    const done: number[] = [];
    const act = latestOnly((value: number) => {
      if (value === 1) {
        return Promise.reject(new Error('no'));
      }
      done.push(value);

      return Promise.resolve();
    });

    await expect(act(1)).rejects.toThrow('no');
    await act(2);

    expect(done).toEqual([2]);
  });
});

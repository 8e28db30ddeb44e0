import type { Reply, Request } from '../../../src/protocol/envelope';
import {
  EXTENSION_ID,
  EXTENSION_ORIGIN,
  fakeChrome,
  freshChrome,
} from '../../support/chrome-stubs';
import { savedPhone } from '../../support/saved-phone';
import { startWorker } from './worker-bed';

type Document = () => Promise<unknown>;

const works: Document = () => Promise.resolve({ ok: true, value: null } satisfies Reply);
const hangs: Document = () => new Promise(() => undefined);
const doesNotListen: Document = () =>
  Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'));

/** How the phone's document that is there behaves. */
let document: Document;
/** How the next one will. */
let nextDocument: Document;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  freshChrome();
  document = works;
  nextDocument = works;
  fakeChrome.runtime.sendMessage.mockImplementation((message) =>
    // The rest of what the worker asks is none of this file's business.
    (message as Request).type === 'ping' ? document() : works(),
  );

  const create = fakeChrome.offscreen.createDocument.getMockImplementation();

  fakeChrome.offscreen.createDocument.mockImplementation(async (wish) => {
    await create?.(wish);
    document = nextDocument;
  });
});

afterEach(() => {
  jest.useRealTimers();
});

/** Lets the clock run until all that waits for it has come about. */
async function pass(durationMs: number): Promise<void> {
  for (let passedMs = 0; passedMs <= durationMs; passedMs += 50) {
    await jest.advanceTimersByTimeAsync(50);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function ask(type: string, payload: unknown = null): Promise<Reply> {
  const [answer] = fakeChrome.runtime.onMessage.dispatch(
    { to: 'worker', type, payload },
    { id: EXTENSION_ID, origin: EXTENSION_ORIGIN },
  );

  return answer as Promise<Reply>;
}

const made = () => fakeChrome.offscreen.createDocument.mock.calls.length;
const closed = () => fakeChrome.offscreen.closeDocument.mock.calls.length;

it('leaves a document alone that answers', async () => {
  startWorker();
  await pass(3_000);
  fakeChrome.alarms.onAlarm.dispatch({ name: 'watchdog' });
  await pass(3_000);

  expect([made(), closed()]).toEqual([1, 0]);
});

it('makes a document that is gone anew at the alarm', async () => {
  startWorker();
  await pass(100);
  await fakeChrome.offscreen.closeDocument();
  fakeChrome.alarms.onAlarm.dispatch({ name: 'watchdog' });
  await pass(100);

  expect(made()).toBe(2);
  expect(await fakeChrome.offscreen.hasDocument()).toBe(true);
});

it('closes a document that does not answer within two seconds, and makes it anew', async () => {
  startWorker();
  await pass(100);
  document = hangs;
  fakeChrome.alarms.onAlarm.dispatch({ name: 'watchdog' });
  await pass(1_900);
  expect(closed()).toBe(0);
  await pass(200);

  expect([made(), closed()]).toEqual([2, 1]);
});

it('does the same when a page of ours finds the phone silent', async () => {
  startWorker();
  await pass(100);
  document = hangs;

  const ensured = ask('ensurePhone');

  await pass(2_200);

  expect(await ensured).toEqual({ ok: true, value: null });
  expect([made(), closed()]).toEqual([2, 1]);
});

it('closes it once however many ask meanwhile', async () => {
  startWorker();
  await pass(100);
  document = hangs;
  fakeChrome.alarms.onAlarm.dispatch({ name: 'watchdog' });

  const ensured = Promise.all([ask('ensurePhone'), ask('ensurePhone'), ask('prepare')]);

  await pass(2_500);
  await ensured;

  expect([made(), closed()]).toEqual([2, 1]);
});

it('waits for a document that is only just starting', async () => {
  nextDocument = doesNotListen;
  startWorker();
  await pass(4_000);
  document = works;
  await pass(12_000);

  expect([made(), closed()]).toEqual([1, 0]);
});

it('makes a document anew that never starts', async () => {
  nextDocument = doesNotListen;
  startWorker();
  await pass(9_000);
  expect(closed()).toBe(0);
  nextDocument = works;
  await pass(2_000);

  expect([made(), closed()]).toEqual([2, 1]);
});

it('makes it anew where it has gone by itself before it could be closed', async () => {
  startWorker();
  await pass(100);
  document = hangs;
  fakeChrome.offscreen.closeDocument.mockImplementationOnce(() => {
    fakeChrome.offscreen.closeDocument
      .getMockImplementation()?.()
      .catch(() => undefined);

    return Promise.reject(new Error('No current offscreen document.'));
  });
  fakeChrome.alarms.onAlarm.dispatch({ name: 'watchdog' });
  await pass(2_500);

  expect(made()).toBe(2);
});

it('takes the document that another worker was faster to make', async () => {
  fakeChrome.offscreen.createDocument.mockImplementationOnce(async () => {
    await fakeChrome.offscreen.createDocument.getMockImplementation()?.({ url: 'offscreen.html' });
    throw new Error('Only a single offscreen document may be created.');
  });
  startWorker();
  await pass(500);

  expect(await ask('ensurePhone')).toEqual({ ok: true, value: null });
  expect(closed()).toBe(0);
});

it('does not put the alarm off each time the worker wakes', async () => {
  startWorker();
  await pass(100);
  startWorker();
  await pass(100);
  fakeChrome.alarms.onAlarm.dispatch({ name: 'watchdog' });
  await pass(100);

  expect(fakeChrome.alarms.create).toHaveBeenCalledTimes(1);
});

it('shortens the alarm that an older version has set', async () => {
  await fakeChrome.alarms.create('watchdog', { periodInMinutes: 1 });
  startWorker();
  await pass(100);

  expect(fakeChrome.alarms.set.get('watchdog')).toEqual({ periodInMinutes: 0.5 });
});

describe('while a call is up', () => {
  const saved = savedPhone();
  const names = () => [...fakeChrome.alarms.set.keys()];

  it('is looked after every ten seconds, by alarms of half a minute each', async () => {
    startWorker();
    await pass(100);
    await ask('saveCalls', { saved });

    const nowMs = Date.now();
    const firsts = [...fakeChrome.alarms.set.values()].flatMap(({ when }) => when ?? []);

    expect(names()).toHaveLength(4);
    expect(firsts.map((atMs) => atMs - nowMs)).toEqual([30_000, 40_000, 50_000]);
  });

  it('the alarms are not put off by what happens in it', async () => {
    startWorker();
    await pass(100);
    await ask('saveCalls', { saved });
    await pass(5_000);
    await ask('saveCalls', { saved });
    startWorker();
    await pass(100);

    expect(fakeChrome.alarms.create).toHaveBeenCalledTimes(4);
  });

  it('and no more once it is over, or was lost with the browser', async () => {
    startWorker();
    await pass(100);
    await ask('saveCalls', { saved });
    await ask('saveCalls', { saved: null });
    expect(names()).toEqual(['watchdog']);

    await ask('saveCalls', { saved });
    await fakeChrome.storage.session.remove('savedPhone');
    fakeChrome.alarms.onAlarm.dispatch({ name: 'watchdog-in-call-1' });
    await pass(100);
    expect(names()).toEqual(['watchdog']);
  });
});

/** @jest-environment jsdom */
import { keepCalls, leftBehind } from '../../../extension/offscreen/keep-calls';
import type { SavedPhone } from '../../../src/phone/recovery/saved-calls';
import type { Reply, Request } from '../../../src/protocol/envelope';
import { fakeChrome } from '../../support/chrome-stubs';
import { registeredPhone } from '../../support/phone-to-try';

/** What the worker was asked, in order. */
let asked: Request[];
/** How often the worker dies over what it is asked before it answers. */
let deaths: number;
let kept: SavedPhone | null;

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
  asked = [];
  deaths = 0;
  kept = null;
  fakeChrome.runtime.sendMessage.mockImplementation((message) => {
    const request = message as Request; // The phone sends nothing else.

    asked.push(request);
    if (deaths > 0) {
      deaths -= 1;
      return Promise.reject(new Error('The message port closed before a response was received.'));
    }
    if (request.type === 'saveCalls') {
      kept = (request.payload as { saved: SavedPhone | null }).saved;
    }

    return Promise.resolve({ ok: true, value: kept } satisfies Reply);
  });
});

afterEach(() => {
  jest.useRealTimers();
});

async function settle(): Promise<void> {
  await jest.advanceTimersByTimeAsync(0);
}

function inCall() {
  const all = registeredPhone();
  const callId = all.phone.dial('200');

  keepCalls(all.phone);
  all.sip.happens(callId, { type: 'confirmed' });

  return { ...all, callId };
}

it('has a call kept from its beginning, and nothing any more when it is over', async () => {
  const { phone, sip, callId } = inCall();

  await settle();
  expect(kept?.calls).toMatchObject([{ id: callId, stage: 'up' }]);
  sip.ends(callId);
  phone.dismiss(callId);
  await settle();
  expect(kept).toBeNull();
});

it('tells the worker nothing new while nothing is', async () => {
  inCall();
  await settle();

  const before = asked.length;

  await jest.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(before);
});

it('tells the worker again that died over it', async () => {
  deaths = 2;

  const { callId } = inCall();

  await settle();
  expect(kept?.calls[0]?.id).toBe(callId);
});

it('notices where the other side is now, though the screen shows nothing of that', async () => {
  const { sip, callId } = inCall();

  sip.dialogs.set(callId, {
    callId: 'x',
    localTag: 'a',
    remoteTag: 'b',
    localUri: 'sip:alice@pbx.test',
    remoteUri: 'sip:200@pbx.test',
    remoteTarget: 'sip:200@192.0.2.9',
    routeSet: [],
    localSequence: 1,
  });
  await jest.advanceTimersByTimeAsync(1_000);

  expect(kept?.calls[0]?.dialog?.remoteTarget).toBe('sip:200@192.0.2.9');
});

it('knows to the second when the document before was last alive', async () => {
  inCall();
  await jest.advanceTimersByTimeAsync(5_500);

  const goneAtMs = Date.now();

  jest.clearAllTimers(); // The document is gone.
  await jest.advanceTimersByTimeAsync(20_000);

  const left = await leftBehind();

  expect(left?.saved.instanceId).toBe('id-1');
  expect(goneAtMs - (left?.aliveAtMs ?? 0)).toBeLessThanOrEqual(1_000);
});

it('does not take the life of another document for that of the one before', async () => {
  inCall();
  await settle();
  localStorage.setItem('alive', JSON.stringify({ instanceId: 'another', atMs: Date.now() }));

  expect((await leftBehind())?.aliveAtMs).toBeNull();
});

it.each(['', 'null', '7', '{', '{"instanceId":"id-1","atMs":"now"}'])(
  'takes %j in storage for no sign of life',
  async (stored) => {
    inCall();
    await settle();
    localStorage.setItem('alive', stored);

    expect((await leftBehind())?.aliveAtMs).toBeNull();
  },
);

it('goes on without what was left where the worker does not answer', async () => {
  deaths = 3;

  expect(await leftBehind()).toBeNull();
});

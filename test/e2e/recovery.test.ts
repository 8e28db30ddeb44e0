import { isLive } from '../../src/call/call';
import { outcomeOf } from '../../src/call/outcome';
import { statusOf } from '../../src/call/status';
import { EARLY_TONE_HZ } from '../pbx/targets';
import { callStory, TONE_HZ, useCallBed, type CallBed } from './support/call-story';

const open = useCallBed();

afterEach(() => {
  open().pbx.ringsAgain = false;
  open().pbx.refuseSocketsWith(null);
});

/** The socket dies, and the phone finds another. */
async function loseSocket(bed: CallBed): Promise<void> {
  bed.pbx.dropSockets();
  await bed.pbx.untilUnregistered('alice');
  await comesBack(bed);
}

/** The server is away, and the phone knows it. */
async function loseServer(bed: CallBed): Promise<void> {
  bed.pbx.refuseSocketsWith(503);
  bed.pbx.dropSockets();
  await bed.untilCall('the call to be cut off', ({ isCutOff }) => isCutOff);
}

/** The server is there, and every call knows it. */
async function comesBack(bed: CallBed): Promise<void> {
  bed.pbx.refuseSocketsWith(null);
  await bed.pbx.untilRegistered('alice');
  await bed.browser.untilSnapshot('the calls to be reached', ({ calls }) =>
    calls.every(({ isCutOff }) => !isCutOff),
  );
}

callStory('a call goes on over another socket, and Alice ends it there', open, async (bed) => {
  const { bob, call } = await bed.talk();

  await loseSocket(bed);
  await bed.middle();
  await bed.untilBothHear(bob);
  await bed.command(call, { type: 'hang-up' });
  await bob.until('ended');

  expect(bob.endedBy).toBe('extension');
  expect(outcomeOf(await bed.untilEnded())).toBe('talked');
});

it('a call that the server has forgotten ends, and says why', async () => {
  const bed = open();

  await bed.talk();
  await loseServer(bed);
  await bed.pbx.forgetCalls();
  bed.pbx.refuseSocketsWith(null);

  expect(outcomeOf(await bed.untilEnded())).toBe('connection-lost');
});

it('a call that Alice holds is on hold afterwards, and can be resumed', async () => {
  const bed = open();
  const { bob, call } = await bed.talk();

  await bed.command(call, { type: 'hold', on: true });
  await bed.untilCall('the hold', (now) => statusOf(now) === 'held');
  await bed.browser.untilSilent();
  await loseSocket(bed);
  await bob.audio.untilSilent({ forMs: 1000 });
  await bed.browser.untilSilent();
  expect(bob.isHeldByExtension).toBe(true);
  await bed.command(call, { type: 'hold', on: false });
  await bed.untilCall('the call to go on', (now) => statusOf(now) === 'established');
  await bed.untilBothHear(bob);
});

it('a call that Bob holds is on hold afterwards, and he resumes it', async () => {
  const bed = open();
  const { bob } = await bed.talk();

  await bob.hold(true);
  await bed.untilCall('Bob’s hold', (now) => statusOf(now) === 'held-by-remote');
  await loseSocket(bed);
  // What Bob plays meanwhile she hears.
  await bob.audio.untilSilent({ forMs: 1000 });
  expect((await bed.browser.snapshot()).calls.map(statusOf)).toEqual(['held-by-remote']);
  await bob.hold(false);
  await bed.untilCall('the call to go on', (now) => statusOf(now) === 'established');
  await bed.untilBothHear(bob);
});

it.each(['before', 'after'] as const)(
  'a hold whose socket dies %s the server has it is a hold on the next',
  async (when) => {
    const bed = open();
    const { bob, call } = await bed.talk();
    const cut = bed.pbx.cutWhen(
      ({ direction, text }) => direction === 'in' && text.startsWith('INVITE '),
      when,
    );

    await bed.command(call, { type: 'hold', on: true });
    await cut;
    await bed.untilCall('the hold', (now) => statusOf(now) === 'held');
    await bob.untilHeldByExtension(true);
    await bob.audio.untilSilent();
    await bed.command(call, { type: 'hold', on: false });
    await bed.untilCall('the call to go on', (now) => statusOf(now) === 'established');
    await bed.untilBothHear(bob);
  },
);

it.each(['before', 'after'] as const)(
  'a hold of Bob’s whose socket dies %s our answer leaves the call as it can be',
  async (when) => {
    const bed = open();
    const { bob } = await bed.talk();
    const cut = bed.pbx.cutWhen(
      ({ direction, text }) => direction === 'in' && text.startsWith('SIP/2.0 200'),
      when,
    );
    // Who looks for her registration too early finds the one that is about to go.
    const gone = bed.pbx.untilUnregistered('alice');
    const held = bob.hold(true);

    await cut;
    await gone;
    await held;
    await comesBack(bed);
    await bed.untilCall('Bob’s hold', (now) => statusOf(now) === 'held-by-remote');
    await bob.hold(false);
    await bed.untilCall('the call to go on', (now) => statusOf(now) === 'established');
    await bed.untilBothHear(bob);
  },
);

callStory('a call that rings at Bob’s rings there again, as one call', open, async (bed) => {
  await bed.dial('noanswer');

  const lost = await bed.pbx.nextCall();
  const { id } = await bed.untilCall('it to ring', ({ state }) => state === 'ringing');

  await loseSocket(bed);
  await lost.until('ended');
  expect(lost.response).toBe(487);
  await bed.middle();

  const bob = await bed.pbx.nextCall();

  await bed.untilCall('it to ring again', ({ state }) => state === 'ringing');
  await bob.answer({ kind: 'tone', freqHz: TONE_HZ });
  await bed.untilCall('the answer', (call) => call.id === id && call.state === 'established');
  await bed.untilBothHear(bob);
  await bob.hangUp();
  await bed.untilEnded();
  await bed.untilLogged(id);
  expect((await bed.browser.control.stored()).history).toHaveLength(1);
});

it('an INVITE that got lost with its socket leaves over the next', async () => {
  const bed = open();
  const cut = bed.pbx.cutWhen(
    ({ direction, text }) => direction === 'in' && text.startsWith('INVITE '),
    'before',
  );

  await bed.dial('tone');
  await cut;

  const bob = await bed.pbx.nextCall();

  await bed.untilCall('the answer', ({ state }) => state === 'established');
  await bed.untilBothHear(bob);
});

it('what is heard before the answer is heard over the next socket too', async () => {
  const bed = open();

  await bed.dial('early-manual');
  await bed.pbx.nextCall();
  await bed.browser.untilHeard(EARLY_TONE_HZ);
  await loseSocket(bed);

  const bob = await bed.pbx.nextCall();

  await bed.untilCall('sound before the answer', ({ state }) => state === 'early');
  await bed.browser.untilHeard(EARLY_TONE_HZ);
  await bob.answer({ kind: 'tone', freqHz: TONE_HZ });
  await bed.untilCall('the answer', ({ state }) => state === 'established');
  await bed.untilBothHear(bob);
});

it.each([
  ['goes on ringing', false],
  ['is the same call where the server rings again', true],
])('a call that rings here %s over the next socket', async (_name, ringsAgain) => {
  const bed = open();

  bed.pbx.ringsAgain = ringsAgain;

  const { bob, call } = await bed.ringAlice({ freqHz: TONE_HZ });

  await loseSocket(bed);
  expect((await bed.untilRings()).id).toBe(call.id);
  await bed.command(call, { type: 'answer' });
  await bed.untilCall('the call', ({ state }) => state === 'established');
  await bob.until('established');
  await bed.untilBothHear(bob);
  expect((await bed.browser.snapshot()).calls).toHaveLength(1);
});

it('a call that is answered while the server is away is up when it is back', async () => {
  const bed = open();
  const { bob, call } = await bed.ringAlice({ freqHz: TONE_HZ });

  await loseServer(bed);
  await bed.command(call, { type: 'answer' });
  await comesBack(bed);
  await bob.until('established');
  await bed.untilCall('the call', ({ state }) => state === 'established');
  await bed.untilBothHear(bob);
});

callStory('a caller who gave up while the server was away rings no more', open, async (bed) => {
  const { bob, call } = await bed.ringAlice();

  await loseServer(bed);
  bob.cancel();
  await bed.middle();
  await comesBack(bed);

  const ended = await bed.untilThis(call.id, 'the call to be gone', (now) => !isLive(now));

  expect(outcomeOf(ended)).toBe('missed');
});

callStory(
  'who hangs up while the server is away leaves nobody in a dead call',
  open,
  async (bed) => {
    const { bob, call } = await bed.talk();

    await loseServer(bed);
    await bed.command(call, { type: 'hang-up' });
    expect(outcomeOf(await bed.untilEnded())).toBe('talked');
    expect(bob.state).toBe('established');
    await bed.middle();
    await comesBack(bed);
    await bob.until('ended');
    expect(bob.endedBy).toBe('extension');
  },
);

it('who gives up a call while the server is away lets it ring no more', async () => {
  const bed = open();

  await bed.dial('noanswer');

  const bob = await bed.pbx.nextCall();
  const call = await bed.untilCall('it to ring', ({ state }) => state === 'ringing');

  await loseServer(bed);
  await bed.command(call, { type: 'hang-up' });
  expect(outcomeOf(await bed.untilEnded())).toBe('cancelled');
  await comesBack(bed);
  await bob.until('ended');
  expect(bob.response).toBe(487);
});

import { isLive } from '../../src/call/call';
import { isReInvite } from '../pbx/message-log';
import type { PbxCall } from '../pbx/pbx-call';
import { TONE_HZ, useCallBed, VOICE_HZ, type CallBed } from './support/call-story';
import { TurnServer } from './support/turn-server';
import { until } from './support/waiting';

/** Where the sound of the phone system is, and what it says: nobody is there, but for the relay. */
const MACHINE = '127.0.0.2';
const BEHIND_THE_GATEWAY = '127.0.0.9';
const LOGIN = { user: 'alice', password: 'relay-secret-5518' };
/** Until Chrome says that a way is lost, and the time to find another. */
const MENDED = { timeoutMs: 40_000 };

const open = useCallBed({}, { mediaAddress: MACHINE, announcedMediaAddress: BEHIND_THE_GATEWAY });
let turn: TurnServer;

beforeAll(async () => {
  turn = await TurnServer.open(LOGIN, { hidden: new Map([[BEHIND_THE_GATEWAY, MACHINE]]) });
  await open().useAccount({
    iceServers: [{ url: `turn:${turn.place}`, username: LOGIN.user, credential: LOGIN.password }],
  });
});

afterAll(() => {
  turn.close();
});

afterEach(() => {
  open().pbx.restarts = 'follows';
});

/** That all of the sound goes by way of the relay, both ways. */
async function expectRelayed(bed: CallBed, bob: PbxCall): Promise<void> {
  const saidBefore = bob.media.sentPackets;
  const passedBefore = turn.passed;

  bob.audio.takeContinuity();
  await bed.untilBothHear(bob, MENDED);

  const said = bob.media.sentPackets - saidBefore;
  const heard = bob.audio.takeContinuity().packets;
  const passed = { out: turn.passed.out - passedBefore.out, in: turn.passed.in - passedBefore.in };

  expect(Math.min(said, heard)).toBeGreaterThan(20);
  // On a busy machine a burst of them is on its way when the counting begins.
  expect(passed.in).toBeGreaterThan(said / 2);
  expect(passed.out).toBeGreaterThan(heard / 2);
  expect(await localCandidateTypes(bed)).toEqual(['relay']);
}

/** What stands at this end of the way that sound takes, of each call that is up. */
async function localCandidateTypes({ browser }: CallBed): Promise<readonly string[]> {
  const page = await browser.offscreen();
  const prototype = await page.evaluateHandle(() => RTCPeerConnection.prototype);
  const found = await page.queryObjects(prototype);
  const types = await found.evaluate((all: RTCPeerConnection[]) => {
    const connected = all.filter(({ connectionState }) => connectionState === 'connected');

    return connected.map((connection) => {
      const pair = connection.getSenders()[0]?.transport?.iceTransport.getSelectedCandidatePair();

      return pair?.local.type ?? 'none';
    });
  });

  await Promise.all([prototype, found].map((handle) => handle.dispose()));

  return types;
}

/** The socket dies, and the phone finds another. */
async function loseSocket(bed: CallBed): Promise<void> {
  bed.pbx.dropSockets();
  await bed.pbx.untilUnregistered('alice');
  await bed.pbx.untilRegistered('alice');
  await bed.untilCall('the call to be reached', ({ isCutOff }) => !isCutOff);
}

it('a call that only a relay carries goes on over another socket, and over another relay', async () => {
  const bed = open();
  const { bob, call } = await bed.talk(MENDED);

  await expectRelayed(bed, bob);
  await loseSocket(bed);
  await expectRelayed(bed, bob);

  const lostAtMs = performance.now();

  turn.forgetAllocations();
  await bed.browser.untilSilent();
  await bob.audio.untilTone(VOICE_HZ, MENDED);

  const sentAfterMs = performance.now() - lostAtMs;

  await bed.browser.untilHeard(TONE_HZ, MENDED);
  console.info(
    `The relay lost: heard again after ${String(Math.round(sentAfterMs))} ms by them, ` +
      `${String(Math.round(performance.now() - lostAtMs))} ms by us.`,
  );
  await expectRelayed(bed, bob);
  await bed.untilThis(call.id, 'all to be well', ({ lostSound }) => lostSound === null);
  await bob.hangUp();
  await bed.untilEnded();
});

it.each(['ignores', 'ignores-and-refuses-checks'] as const)(
  'a phone system that %s a restart is heard on over the way that it had',
  async (habit) => {
    const bed = open();

    bed.pbx.restarts = habit;

    const { bob, call } = await bed.talk(MENDED);
    const before = reInvites(bed);

    await loseSocket(bed);
    await bed.pbx.untilMessage(() => reInvites(bed) > before);
    bob.audio.takeContinuity();

    let heard = 0;

    // Longer than Chrome takes to notice a loss.
    await until(
      'ten seconds of sound',
      () => ((heard += bob.audio.takeContinuity().packets) > 500 ? true : null),
      MENDED,
    );
    await expectRelayed(bed, bob);
    expect((await bed.untilThis(call.id, 'the call', isLive)).lostSound).toBeNull();
  },
);

it('a phone system that refuses our checks after a restart is not reached from another address, and the call says so', async () => {
  const bed = open();

  bed.pbx.restarts = 'ignores-and-refuses-checks';

  const { bob, call } = await bed.talk(MENDED);
  const before = reInvites(bed);

  turn.forgetAllocations();
  await bed.untilThis(
    call.id,
    'the card to say so',
    ({ lostSound }) => lostSound === 'both',
    MENDED,
  );
  expect(reInvites(bed)).toBeGreaterThan(before);
  await bob.audio.untilSilent({ forMs: 1000 });
  // It is the user's to end.
  expect(bob.state).toBe('established');
  await bed.command(call, { type: 'hang-up' });
  await bob.until('ended');
});

function reInvites({ pbx }: CallBed): number {
  return pbx.messages.filter(({ direction, text }) => direction === 'in' && isReInvite(text))
    .length;
}

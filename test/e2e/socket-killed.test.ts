import { isReInvite } from '../pbx/message-log';
import { listenForGaps } from './support/heard-without-gap';
import { NUMBERS, useCallBed, type CallBed } from './support/call-story';
import { until } from './support/waiting';

const open = useCallBed();

const KILLS = 100;
/** How soon the phone has to be back. */
const BACK_WITHIN_MS = 2000;

/** The answer to a re-INVITE, seen from the PBX. */
const isItsAnswer = (text: string) =>
  /^SIP\/2.0 200/.test(text) && /^CSeq: \d+ INVITE/im.test(text);

/** Kills the socket once it has lived for a while: one that dies young is not replaced at once. */
async function inPeace({ pbx }: CallBed): Promise<void> {
  const sinceMs = performance.now();

  await until('the connection to be a second old', () =>
    performance.now() - sinceMs > 1050 ? true : null,
  );
  pbx.dropSockets();
}

/** The moments at which the socket dies, one after the other. */
const MOMENTS: readonly ((bed: CallBed) => Promise<void>)[] = [
  inPeace,
  // Just registered, its re-INVITE on the way.
  ({ pbx }) => {
    pbx.dropSockets();

    return Promise.resolve();
  },
  inPeace,
  // Its re-INVITE gets lost.
  ({ pbx }) =>
    pbx.cutWhen(({ direction, text }) => direction === 'in' && isReInvite(text), 'before'),
  inPeace,
  // The answer to it gets lost.
  ({ pbx }) =>
    pbx.cutWhen(({ direction, text }) => direction === 'out' && isItsAnswer(text), 'before'),
  // The server is away for a moment as well.
  async (bed) => {
    const { pbx } = bed;
    const refusedBefore = pbx.refusedSockets;

    pbx.refuseSocketsWith(503);
    await inPeace(bed);
    await until('the server to be missed', () =>
      pbx.refusedSockets > refusedBefore ? true : null,
    );
    pbx.refuseSocketsWith(null);
  },
];

it('keeps a call over a hundred killed sockets, without a gap in its sound', async () => {
  const bed = open();
  const { browser, pbx } = bed;

  const {
    bob,
    call: { id },
  } = await bed.talk();
  const stop = await listenForGaps(await browser.offscreen());
  const backAfterMs: number[] = [];

  const saidBefore = bob.media.sentPackets;

  bob.audio.takeContinuity();
  for (let kill = 0; kill < KILLS; kill += 1) {
    await MOMENTS[kill % MOMENTS.length]?.(bed);
    await pbx.untilUnregistered('alice');

    const returnedAtMs = performance.now();

    await pbx.untilRegistered('alice');
    backAfterMs.push(performance.now() - returnedAtMs);
  }
  // All is quiet: the last re-INVITE has its ACK, and the phone says that it is back.
  await bed.untilCall('the call to be reached', (call) => call.id === id && !call.isCutOff);
  await browser.untilRegistered();

  const heard = await stop();
  const sent = bob.audio.takeContinuity();
  const said = bob.media.sentPackets - saidBefore;
  const slowestMs = Math.max(...backAfterMs);

  console.info(
    `${String(KILLS)} sockets killed. Said to her: ${String(said)}, heard: ${JSON.stringify(heard)}. Sent: ${JSON.stringify(sent)}. ` +
      `Registered again after ${String(Math.round(median(backAfterMs)))} ms (median), ${String(Math.round(slowestMs))} ms at most.`,
  );
  // Loopback loses nothing, so what is missing was not sent.
  expect([heard.lost, sent.missing]).toEqual([0, 0]);
  expect(heard.packets).toBeGreaterThan(said * 0.99);
  expect(sent.packets).toBeGreaterThan((heard.lastedMs / 20) * 0.98);
  expect(Math.max(heard.longestPauseMs, sent.longestPauseMs)).toBeLessThan(1000);
  expect(slowestMs).toBeLessThan(BACK_WITHIN_MS);
  expect(bob.state).toBe('established');

  await bed.untilBothHear(bob);
  await bob.hangUp();
  await until('the call to be over', async () => {
    const { calls } = await browser.snapshot();

    return calls.find((call) => call.id === id)?.end?.cause === 'remote-bye' ? true : null;
  });
  expect((await bed.untilLogged(id)).remote.uri).toContain(NUMBERS.tone.replace(/\D/g, ''));
}, 300_000);

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

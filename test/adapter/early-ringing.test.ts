import { ALICE, Bench } from './bench';
import { sdp } from './fake-media';
import type { Sent } from './wire';

let bench: Bench;

beforeEach(async () => {
  bench = await new Bench({
    ...ALICE,
    profile: { ...ALICE.profile, ringsForCaller: true },
  }).registered();
});

afterEach(() => bench.stop());

/** Bob's call, ringing with a sound that he hears. */
async function ringing(): Promise<{ callId: string; invite: string; early: Sent }> {
  const invite = bench.request('INVITE', ['Supported: 100rel'], { body: sdp() });

  bench.wire.deliver(invite);

  const { callId } = await bench.reported('invited');

  await bench.wire.next(180);

  return { callId, invite, early: await bench.wire.next(183) };
}

test('is heard before the answer, in a 183 with our description', async () => {
  const { callId, early } = await ringing();
  const media = bench.media.of(callId);

  expect(early.body).toContain('o=near');
  expect(early.header('content-type')).toBe('application/sdp');
  // What opens the microphone has not been asked for.
  expect(media).toMatchObject({ isRingingHeard: true, descriptions: 0 });

  bench.stack.perform(callId, { type: 'send-answer' });

  const ok = await bench.wire.next(200);

  expect(media.descriptions).toBe(1);
  expect(ok.body).toBe(early.body);
  expect(ok.header('to')).toBe(early.header('to'));
  bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
  await bench.event(callId, 'confirmed');
  bench.wire.deliver(bench.inDialog(ok, 'INVITE', 2, { body: sdp('sendonly') }));
  await bench.wire.next(200);
  expect(await bench.event(callId, 'remote-hold-changed')).toMatchObject({ on: true });
});

test('is sent once, and the 180 goes on once a minute', async () => {
  await ringing();
  bench.pass(60_000);
  expect((await bench.wire.next(180)).body).toBe('');
  expect(bench.wire.sent.filter(({ status }) => status === 183)).toHaveLength(1);
});

test('ends with the call that is declined, and the microphone was never asked for', async () => {
  const { callId } = await ringing();

  bench.stack.perform(callId, { type: 'send-reject', statusCode: 486 });
  await bench.wire.next(486);
  await bench.event(callId, 'ended');
  expect(bench.media.of(callId)).toMatchObject({ isClosed: true, descriptions: 0 });
});

test('ends with the caller who gives up while the microphone is being opened', async () => {
  const { callId, invite } = await ringing();
  const via = /^Via: .*$/m.exec(invite)?.[0] ?? '';
  const id = /^Call-ID: .*$/m.exec(invite)?.[0] ?? '';
  let release: () => void = () => undefined;

  bench.media.of(callId).gate = new Promise((resolve) => {
    release = resolve;
  });
  bench.stack.perform(callId, { type: 'send-answer' });
  bench.wire.deliver(
    bench.request('CANCEL', [id, 'CSeq: 1 CANCEL']).replace(/^Via: .*$/m, via.trim()),
  );
  await bench.wire.next(487);
  release();
  expect((await bench.event(callId, 'ended')).end.cause).toBe('cancelled');
  await bench.answersOptions();
  expect(bench.reports).toEqual([]);
});

test('sound that can’t be had ends the call that was to be answered', async () => {
  const { callId } = await ringing();

  bench.media.problem = 'media-failed';
  bench.stack.perform(callId, { type: 'send-answer' });
  await bench.wire.next(480);
  expect((await bench.event(callId, 'ended')).end.problem).toBe('media-failed');
});

test('is not for a caller who wants every response acknowledged', async () => {
  bench.wire.deliver(bench.request('INVITE', ['Require: 100rel'], { body: sdp() }));

  const { callId } = await bench.reported('invited');

  await bench.wire.next(180);
  await bench.answersOptions();
  expect(bench.media.of(callId).isRingingHeard).toBe(false);
});

test('is nobody’s where the user has not asked for it', async () => {
  await bench.stop();
  bench = await new Bench().registered();
  bench.wire.deliver(bench.request('INVITE', [], { body: sdp() }));

  const { callId } = await bench.reported('invited');

  await bench.wire.next(180);
  await bench.answersOptions();
  expect(bench.media.of(callId).isRingingHeard).toBe(false);
});

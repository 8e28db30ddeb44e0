import { sdp } from './fake-media';
import { bench, useBench } from './bench-in-use';
import { ring } from './rung';

useBench();

test.each([
  ['gave up', [], null],
  [
    'was answered elsewhere',
    ['Reason: SIP;cause=200;text="Call completed elsewhere"'],
    { protocol: 'SIP', cause: 200, text: 'Call completed elsewhere' },
  ],
])('a caller who %s ends the ringing', async (_what, headers, reason) => {
  const invite = bench.request('INVITE', [], { body: sdp() });

  bench.wire.deliver(invite);

  const { callId } = await bench.reported('invited');
  const via = /^Via: .*$/m.exec(invite)?.[0] ?? '';
  const id = /^Call-ID: .*$/m.exec(invite)?.[0] ?? '';
  const cancel = bench.request('CANCEL', [id, 'CSeq: 1 CANCEL', ...headers]);

  bench.wire.deliver(cancel.replace(/^Via: .*$/m, via.trim()));
  await bench.wire.next(487);

  expect((await bench.event(callId, 'ended')).end).toMatchObject({ cause: 'cancelled', reason });
});

describe('an answer that crosses the caller’s CANCEL', () => {
  /** A call that rings, and the CANCEL of it (RFC 3261 §9.1: same branch, same CSeq number). */
  async function cancellable() {
    const invite = bench.request('INVITE', [], { body: sdp() });
    const via = /^Via: .*$/m.exec(invite)?.[0] ?? '';
    const id = /^Call-ID: .*$/m.exec(invite)?.[0] ?? '';

    bench.wire.deliver(invite);

    const { callId } = await bench.reported('invited');
    const cancel = bench
      .request('CANCEL', [id, 'CSeq: 1 CANCEL'])
      .replace(/^Via: .*$/m, via.trim());

    return { callId, cancel };
  }

  test('comes too late while the answer is still being made', async () => {
    const { callId, cancel } = await cancellable();
    let release: () => void = () => undefined;

    bench.media.of(callId).gate = new Promise((resolve) => {
      release = resolve;
    });
    bench.stack.perform(callId, { type: 'send-answer' });
    bench.wire.deliver(cancel);
    await bench.wire.next(487);
    release();

    expect((await bench.event(callId, 'ended')).end.cause).toBe('cancelled');
    await bench.answersOptions();
    expect(bench.reports).toEqual([]);
  });

  test('counts once it has left, until the caller says BYE', async () => {
    const { callId, cancel } = await cancellable();

    bench.stack.perform(callId, { type: 'send-answer' });

    const ok = await bench.wire.next(200);

    bench.wire.deliver(cancel);
    await bench.wire.next(200);
    bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
    await bench.event(callId, 'confirmed');
    bench.wire.deliver(bench.inDialog(ok, 'BYE', 2));

    expect((await bench.event(callId, 'ended')).end.cause).toBe('remote-bye');
  });
});

test('a caller who leaves with BYE before the answer ends the ringing too', async () => {
  const { callId } = await ring();
  const ringing = await bench.wire.next(180);

  bench.wire.deliver(bench.inDialog(ringing, 'BYE', 2));
  await bench.wire.next(200);
  await bench.wire.next(487);

  expect((await bench.event(callId, 'ended')).end.cause).toBe('cancelled');
});

test('a call hung up before the caller acknowledged it is ended after the ACK', async () => {
  const { callId } = await ring();

  bench.stack.perform(callId, { type: 'send-answer' });

  const ok = await bench.wire.next(200);

  bench.stack.perform(callId, { type: 'send-bye' });
  expect(bench.wire.count('BYE')).toBe(0);
  bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
  await bench.wire.next('BYE');

  expect((await bench.event(callId, 'ended')).end.cause).toBe('local-bye');
});

test('a call hung up while the answer is being made is ended once it could be', async () => {
  const { callId } = await ring();
  let release: () => void = () => undefined;

  bench.media.of(callId).gate = new Promise((resolve) => {
    release = resolve;
  });
  bench.stack.perform(callId, { type: 'send-answer' });
  bench.stack.perform(callId, { type: 'send-bye' });
  release();
  bench.wire.deliver(bench.inDialog(await bench.wire.next(200), 'ACK', 1));
  await bench.wire.next('BYE');

  expect((await bench.event(callId, 'ended')).end.cause).toBe('local-bye');
});

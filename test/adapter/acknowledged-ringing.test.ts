import { sdp } from './fake-media';
import type { Sent } from './wire';
import { bench, useBench } from './bench-in-use';
import { answer, ring } from './rung';

useBench();

describe('a caller who wants ringing acknowledged', () => {
  const required = ['Require: 100rel'];

  /** The PRACK for a 180. */
  function acknowledge(ringing: Sent, cseq: number, extra: { readonly rack?: string } = {}) {
    const { rack = `${ringing.header('rseq')} 1 INVITE` } = extra;

    bench.wire.deliver(bench.inDialog(ringing, 'PRACK', cseq, { headers: [`RAck: ${rack}`] }));
  }

  test('gets a 180 without a description, and it counts as heard by the PRACK', async () => {
    const { callId } = await ring(required);
    const ringing = await bench.wire.next(180);

    expect(ringing.header('require')).toBe('100rel');
    expect(ringing.body).toBe('');
    acknowledge(ringing, 2);
    await bench.wire.next(200);
    await bench.timerOf(60_000);
    expect([...bench.timers.values()]).not.toContain(500);

    bench.pass(60_000);

    const again = await bench.wire.next(180);

    expect(Number(again.header('rseq'))).toBe(Number(ringing.header('rseq')) + 1);
    acknowledge(again, 3);
    await bench.wire.next(200);
    await answer(callId);
  });

  test('gets it again, waiting twice as long each time, until it is', async () => {
    await ring(required);
    await bench.wire.next(180);
    for (const delayMs of [500, 1000, 2000]) {
      bench.pass(delayMs);
      await bench.wire.next(180);
    }
    await bench.timerOf(4000);
  });

  test('and never does is let go with 504', async () => {
    const { callId } = await ring(required);

    for (let delayMs = 500; delayMs <= 32_000; delayMs *= 2) {
      bench.pass(delayMs);
    }
    await bench.wire.next(504);
    expect((await bench.event(callId, 'ended')).end.cause).toBe('timeout');
  });

  test('acknowledges what was never sent: 481', async () => {
    await ring(required);

    const ringing = await bench.wire.next(180);

    acknowledge(ringing, 2, { rack: '77 1 INVITE' });
    await bench.wire.next(481);
    acknowledge(ringing, 3);
    await bench.wire.next(200);
    acknowledge(ringing, 4);
    await bench.wire.next(481);
  });

  test('may be answered before it acknowledged, and hung up on', async () => {
    const { callId } = await ring(required);

    await bench.wire.next(180);

    const ok = await answer(callId);

    expect(ok.body).toContain('m=audio');
    expect([...bench.timers.values()]).not.toContain(500);
    bench.stack.perform(callId, { type: 'send-bye' });
    await bench.wire.next('BYE');
  });

  test('may leave with BYE before the answer', async () => {
    const { callId } = await ring(required);

    bench.wire.deliver(bench.inDialog(await bench.wire.next(180), 'BYE', 2));
    await bench.wire.next(200);

    expect((await bench.event(callId, 'ended')).end.cause).toBe('cancelled');
  });

  test('and leaves the offer to us hears nothing before the answer', async () => {
    const { callId } = await ring(required, '');

    bench.stack.perform(callId, { type: 'send-answer' });

    const ok = await bench.wire.next(200);

    expect(ok.body).toContain('m=audio');
    expect(bench.wire.sent.filter(({ status }) => status === 180)).toEqual([]);
    bench.wire.deliver(bench.inDialog(ok, 'ACK', 1, { body: sdp() }));
    await bench.event(callId, 'confirmed');
  });
});

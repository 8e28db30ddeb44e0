import { Bench } from '../bench';
import { bench, useBench, useInstead } from '../bench-in-use';
import { agrees, back, cutOff, expectNothingElse, ringing, rung } from './out-of-reach';

useBench();

describe('a call that rings here', () => {
  test('goes on ringing where the caller says that it lives', async () => {
    const { callId } = await rung();

    await cutOff(callId);
    await back(callId);
    bench.respond(await bench.wire.next('OPTIONS'), 200, 'OK');
    await bench.wire.next(180);
    await bench.answersOptions();
    expectNothingElse();
  });

  test('and is answered over the next connection', async () => {
    const { callId, ring } = await rung();

    await cutOff(callId);
    await back(callId);
    bench.respond(await bench.wire.next('OPTIONS'), 200, 'OK');
    bench.stack.perform(callId, { type: 'send-answer' });

    const ok = await bench.wire.next(200);

    expect(ok.header('via')).toBe(ring.header('via'));
    bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
    await bench.event(callId, 'confirmed');
    expectNothingElse();
  });

  test('is gone where the caller has given up meanwhile', async () => {
    const { callId } = await rung();

    await cutOff(callId);
    await back(callId);
    bench.respond(await bench.wire.next('OPTIONS'), 481, 'Call/Transaction Does Not Exist');
    expect((await bench.event(callId, 'ended')).end.cause).toBe('cancelled');
  });

  test('is the same call where the server rings for it again', async () => {
    const { callId } = await rung();

    await cutOff(callId);
    await back(callId);
    bench.wire.deliver(ringing('rung'));
    await bench.wire.next(180);
    bench.stack.perform(callId, { type: 'send-answer' });

    const ok = await bench.wire.next(200);

    bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
    await bench.event(callId, 'confirmed');
    expectNothingElse();
    bench.wire.deliver(bench.inDialog(ok, 'BYE', 2));
    expect((await bench.event(callId, 'ended')).end.cause).toBe('remote-bye');
  });

  test('that the caller heard ringing is the same call as well', async () => {
    const loud = new Bench({
      ...bench.account,
      profile: { ...bench.account.profile, ringsForCaller: true },
    });

    await useInstead(loud);

    const { callId } = await rung();

    await bench.wire.next(183);
    await cutOff(callId);
    await back(callId);
    bench.respond(await bench.wire.next('OPTIONS'), 200, 'OK');
    await bench.wire.next(183);
    bench.stack.perform(callId, { type: 'send-answer' });
    await bench.wire.next(200);
    expectNothingElse();
  });

  test('that is answered while the server is away is up on its return', async () => {
    const { callId } = await rung();

    await cutOff(callId);
    bench.stack.perform(callId, { type: 'send-answer' });
    await back(callId);

    const ok = await bench.wire.next(200);

    bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
    await bench.event(callId, 'confirmed');
    bench.respond(await bench.wire.next('OPTIONS'), 200, 'OK');
    await bench.answersOptions();
    expectNothingElse();
  });

  test('that is answered while the server is away is answered when that rings again', async () => {
    const { callId } = await rung();

    await cutOff(callId);
    bench.stack.perform(callId, { type: 'send-answer' });
    await back(callId);
    bench.wire.deliver(ringing('rung', 2));

    const ok = await bench.wire.next(200);

    expect(ok.header('cseq')).toMatch(/INVITE/);
  });

  /** Rings here, and is answered over the next connection as the server rings once more. */
  async function answeredAsItRingsAgain() {
    const { callId } = await rung();

    await cutOff(callId);
    await back(callId);
    bench.respond(await bench.wire.next('OPTIONS'), 200, 'OK');
    bench.stack.perform(callId, { type: 'send-answer' });

    const ok = await bench.wire.next(200);
    const again = ringing('rung');

    bench.wire.deliver(again);

    return { callId, ok, again };
  }

  test('answers nobody who gives up the second ring meanwhile', async () => {
    const { callId, ok, again } = await answeredAsItRingsAgain();

    bench.wire.deliver(
      again.replace(/^INVITE /, 'CANCEL ').replace('CSeq: 1 INVITE', 'CSeq: 1 CANCEL'),
    );
    expect((await bench.wire.next(200)).header('cseq')).toBe('1 CANCEL');
    await bench.wire.next(487);
    bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
    await bench.event(callId, 'confirmed');
    bench.pass(1000);
    expectNothingElse();
  });

  test('that is hung up while it rings once more does not ring anew', async () => {
    const { callId } = await answeredAsItRingsAgain();

    bench.stack.perform(callId, { type: 'send-bye' });
    await bench.timerOf(4000);
    bench.pass(4000);
    expect((await bench.event(callId, 'ended')).end.cause).toBe('local-bye');
    bench.pass(1000);
    expect((await bench.wire.next(487)).header('cseq')).toBe('1 INVITE');
    expect(bench.reports.filter(({ type }) => type === 'invited')).toEqual([]);
  });

  test('is answered once where the answer crosses another ring of the server', async () => {
    const { callId, ok } = await answeredAsItRingsAgain();

    bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
    await bench.event(callId, 'confirmed');
    await bench.timerOf(1000);
    bench.pass(1000);
    expect((await bench.wire.next(482)).header('via')).not.toBe(ok.header('via'));
    expectNothingElse();
  });

  test('is answered again where the first answer reaches nobody', async () => {
    const { callId, ok } = await answeredAsItRingsAgain();

    await bench.timerOf(1000);
    bench.pass(1000);

    const second = await bench.wire.next(200);

    expect(second.header('via')).not.toBe(ok.header('via'));
    bench.wire.deliver(bench.inDialog(second, 'ACK', 1));
    await bench.event(callId, 'confirmed');
    expectNothingElse();
  });

  test('whose ACK got lost is up where the caller knows it', async () => {
    const { callId } = await rung();

    bench.stack.perform(callId, { type: 'send-answer' });
    await bench.wire.next(200);
    await cutOff(callId);
    await back(callId);
    await bench.wire.next(200);
    bench.respond(await bench.wire.next('OPTIONS'), 200, 'OK');
    await bench.event(callId, 'confirmed');
    await agrees();
    expectNothingElse();
  });

  test('that was answered too late is over, and says so', async () => {
    const { callId } = await rung();

    await cutOff(callId);
    bench.stack.perform(callId, { type: 'send-answer' });
    await back(callId);
    bench.respond(await bench.wire.next('OPTIONS'), 481, 'Call/Transaction Does Not Exist');
    expect((await bench.event(callId, 'ended')).end.problem).toBe('connection-lost');
  });

  test('that is declined while the server is away is declined on its return', async () => {
    const { callId } = await rung();

    await cutOff(callId);
    bench.stack.perform(callId, { type: 'send-reject', statusCode: 603 });
    expect((await bench.event(callId, 'ended')).end.cause).toBe('rejected');
    await bench.registered();
    await bench.wire.next(603);
    bench.wire.deliver(ringing('rung', 2));
    await bench.wire.next(603);
    expectNothingElse();
  });

  test('is missed where the server stays away too long', async () => {
    const { callId } = await rung();

    await cutOff(callId);
    bench.pass(32_000);
    expect((await bench.event(callId, 'ended')).end.cause).toBe('timeout');
  });

  test('is refused twice where it comes twice over one connection', async () => {
    await rung();
    bench.wire.deliver(ringing('rung'));
    await bench.wire.next(482);
    expectNothingElse();
  });
});

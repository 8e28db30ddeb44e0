import { sdp } from './fake-media';
import { bench, useBench } from './bench-in-use';
import { answer, ring } from './rung';

useBench();

test('an answered call is established when the caller acknowledges it', async () => {
  const { callId } = await ring();

  bench.stack.perform(callId, { type: 'send-answer' });

  const ok = await bench.wire.next(200);

  expect(ok.body).toContain('m=audio');
  expect(bench.reports).toEqual([]);

  bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
  await bench.event(callId, 'confirmed');
  bench.wire.deliver(bench.inDialog(ok, 'BYE', 2));
  await bench.wire.next(200);

  expect((await bench.event(callId, 'ended')).end.cause).toBe('remote-bye');
});

test('a caller who lets us make the offer gets one in the 200', async () => {
  const { callId } = await ring([], '');

  bench.stack.perform(callId, { type: 'send-answer' });

  const ok = await bench.wire.next(200);

  expect(ok.body).toContain('m=audio');
  bench.wire.deliver(bench.inDialog(ok, 'ACK', 1, { body: sdp() }));
  await bench.event(callId, 'confirmed');
  expect(bench.media.of(callId).remote).toEqual([sdp()]);
});

test('a forwarded call is answered 302 with the new address', async () => {
  const { callId } = await ring();

  bench.stack.perform(callId, { type: 'send-redirect', uri: 'sip:7@example.test' });

  const moved = await bench.wire.next(302);

  expect(moved.header('contact')).toBe('<sip:7@example.test>');
  expect((await bench.event(callId, 'ended')).end.cause).toBe('rejected');
});

test.each([603, 486, 480] as const)('a declined call is answered %i', async (statusCode) => {
  const { callId } = await ring();

  bench.stack.perform(callId, { type: 'send-reject', statusCode });
  await bench.wire.next(statusCode);

  expect((await bench.event(callId, 'ended')).end.cause).toBe('rejected');
  expect(bench.media.of(callId).isClosed).toBe(true);
});

test('a call without any sound in its offer is refused with 488', async () => {
  const { callId } = await ring([], 'v=0\r\n');

  await bench.wire.next(488);

  expect((await bench.event(callId, 'ended')).end.problem).toBe('incompatible-media');
});

test('sound that can’t be had ends the call that was to be answered', async () => {
  const { callId } = await ring();

  bench.media.problem = 'media-failed';
  bench.stack.perform(callId, { type: 'send-answer' });
  await bench.wire.next(480);

  expect((await bench.event(callId, 'ended')).end.problem).toBe('media-failed');
});

test.each(['NaN', '-5', '0', '99999999999', '1e9', ''])(
  'an INVITE that expires in "%s" seconds rings like any other',
  async (expires) => {
    await ring([`Expires: ${expires}`]);
    await bench.wire.next(180);
    await bench.answersOptions();

    expect(bench.reports).toEqual([]);
  },
);

test('two calls at once are two calls', async () => {
  const first = await ring();
  const second = await ring(['From: <sip:carol@example.test>;tag=carol']);

  await answer(second.callId);
  bench.stack.perform(first.callId, { type: 'send-reject', statusCode: 486 });
  await bench.wire.next(486);

  expect((await bench.event(first.callId, 'ended')).end.cause).toBe('rejected');
  expect(bench.reports).toEqual([]);
});

test('the caller hears every minute that it still rings, and no longer than it does', async () => {
  const { callId } = await ring();

  await bench.wire.next(180);
  for (let minute = 0; minute < 2; minute += 1) {
    bench.pass(60_000);
    await bench.wire.next(180);
  }
  bench.stack.perform(callId, { type: 'send-answer' });
  await bench.wire.next(200);
  expect([...bench.timers.values()]).not.toContain(60_000);
});

test('an account that is only being tried takes no calls', async () => {
  const result = bench.stack.probe({ ...bench.account, servers: ['wss://other.example.test/'] });

  bench.wire.open();

  const register = await bench.wire.next('REGISTER');

  bench.wire.deliver(
    bench
      .request('INVITE', [], { body: sdp() })
      .replace(/^INVITE \S+/, `INVITE ${/<([^>]+)>/.exec(register.header('contact'))?.[1] ?? ''}`),
  );
  await bench.wire.next(480);
  bench.respond(register, 403, 'Forbidden');
  await result;

  expect(bench.reports).toEqual([]);
});

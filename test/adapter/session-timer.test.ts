import { Bench } from './bench';
import { sdp } from './fake-media';
import type { Sent } from './wire';

const CONTACT = 'Contact: <sip:bob@far.invalid;transport=ws>';
let bench: Bench;

beforeEach(async () => {
  bench = await new Bench().registered();
});

afterEach(() => bench.stop());

/** An outgoing call whose 200 has these header fields; its INVITE. */
async function called(...headers: string[]): Promise<Sent> {
  bench.stack.invite('out', 'sip:bob@example.test');

  const invite = await bench.wire.next('INVITE');

  bench.respond(invite, 200, 'OK', { headers: [CONTACT, ...headers], body: sdp() });
  await bench.event('out', 'confirmed');
  await bench.answersOptions();

  return invite;
}

/** An incoming call with these header fields, answered; the 200 that answered it. */
async function answered(...headers: string[]) {
  bench.wire.deliver(bench.request('INVITE', headers, { body: sdp() }));

  const { callId } = await bench.reported('invited');

  bench.stack.perform(callId, { type: 'send-answer' });

  const ok = await bench.wire.next(200);

  bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
  await bench.event(callId, 'confirmed');

  return { callId, ok };
}

test('every call asks for a session of half an hour', async () => {
  const invite = await called();

  expect(invite.header('session-expires')).toBe('1800');
  expect(invite.header('supported')).toContain('timer');
});

test('a server that wants no timer gets none', async () => {
  await called();

  expect([...bench.timers.values()]).not.toContain(900_000);
});

test('we refresh at half time by UPDATE where they take it, again and again', async () => {
  await called('Session-Expires: 1800;refresher=uac', 'Require: timer', 'Allow: INVITE, UPDATE');
  for (let round = 0; round < 2; round += 1) {
    await bench.timerOf(900_000);
    bench.pass(900_000);

    const update = await bench.wire.next('UPDATE');

    expect(update.header('session-expires')).toBe('1800;refresher=uac');
    expect(update.body).toBe('');
    bench.respond(update, 200, 'OK', { headers: ['Session-Expires: 1800;refresher=uac'] });
  }
  await bench.timerOf(900_000);
  expect(bench.reports).toEqual([]);
});

test('and by re-INVITE where they do not, which changes nothing else', async () => {
  await called('Session-Expires: 600;refresher=uac');
  bench.pass(300_000);

  const refresh = await bench.wire.next('INVITE');

  expect(refresh.header('session-expires')).toBe('600;refresher=uac');
  expect(refresh.body).toContain('a=sendrecv');
  bench.respond(refresh, 200, 'OK', { headers: ['Session-Expires: 600'], body: sdp() });
  await bench.wire.next('ACK');
  await bench.timerOf(300_000);
  expect(bench.reports).toEqual([]);
});

test('an UPDATE they said they would take and do not is a re-INVITE after all', async () => {
  await called('Session-Expires: 600;refresher=uac', 'Allow: UPDATE');
  bench.pass(300_000);
  bench.respond(await bench.wire.next('UPDATE'), 405, 'Method Not Allowed');
  await bench.timerOf(0);
  bench.pass(0);
  await bench.wire.next('INVITE');
});

test('a refresh that is challenged does not put the count of requests out of order', async () => {
  await called('Session-Expires: 600;refresher=uac', 'Allow: UPDATE');
  bench.pass(300_000);

  const update = await bench.wire.next('UPDATE');

  bench.respond(update, 407, 'Proxy Authentication Required', {
    headers: ['Proxy-Authenticate: Digest realm="example.test", nonce="n1", qop="auth"'],
  });

  const again = await bench.wire.next('UPDATE');

  bench.respond(again, 200, 'OK', { headers: ['Session-Expires: 600'] });
  await bench.timerOf(300_000);
  bench.stack.perform('out', { type: 'send-bye' });

  const bye = await bench.wire.next('BYE');

  expect(parseInt(bye.header('cseq'))).toBeGreaterThan(parseInt(again.header('cseq')));
});

test('a refresh that asks for a longer session gets it', async () => {
  await called('Session-Expires: 600;refresher=uac', 'Allow: UPDATE');
  bench.pass(300_000);
  bench.respond(await bench.wire.next('UPDATE'), 422, 'Session Interval Too Small', {
    headers: ['Min-SE: 7200'],
  });
  await bench.timerOf(0);
  bench.pass(0);

  expect((await bench.wire.next('UPDATE')).header('session-expires')).toBe('7200;refresher=uac');
});

test('where they refresh, silence until shortly before the end ends the call with BYE', async () => {
  await called('Session-Expires: 1800;refresher=uas');
  expect([...bench.timers.values()]).not.toContain(900_000);
  bench.pass(1_768_000);
  await bench.wire.next('BYE');

  expect((await bench.event('out', 'ended')).end.problem).toBe('connection-lost');
});

test('their refresh puts the end off', async () => {
  const invite = await called('Session-Expires: 90;refresher=uas');

  bench.wire.deliver(
    bench.inDialog(invite, 'UPDATE', 2, {
      headers: ['Session-Expires: 1800;refresher=uac', 'Supported: timer'],
    }),
  );

  const ok = await bench.wire.next(200);

  expect(ok.header('session-expires')).toBe('1800;refresher=uac');
  expect(ok.header('require')).toBe('timer');
  expect([...bench.timers.values()]).not.toContain(60_000);
  await bench.timerOf(1_768_000);
});

test('their refresh by re-INVITE is answered with the terms too', async () => {
  const { ok } = await answered('Session-Expires: 90;refresher=uac', 'Supported: timer');

  expect(ok.header('session-expires')).toBe('90;refresher=uac');
  bench.wire.deliver(
    bench.inDialog(ok, 'INVITE', 2, {
      headers: ['Session-Expires: 120;refresher=uac', 'Supported: timer'],
      body: sdp(),
    }),
  );

  const again = await bench.wire.next(200);

  expect(again.header('session-expires')).toBe('120;refresher=uac');
  bench.wire.deliver(bench.inDialog(ok, 'ACK', 2));
  await bench.timerOf(88_000);
});

test('who calls us and knows no timers has us refresh', async () => {
  const { ok } = await answered('Session-Expires: 600', 'Allow: UPDATE');

  expect(ok.header('session-expires')).toBe('600;refresher=uas');
  bench.pass(300_000);

  expect((await bench.wire.next('UPDATE')).header('session-expires')).toBe('600;refresher=uac');
});

test('an INVITE, a re-INVITE and an UPDATE that want too short a session are told so', async () => {
  const short = { headers: ['Session-Expires: 30', 'Supported: timer'] };

  bench.wire.deliver(bench.request('INVITE', short.headers, { body: sdp() }));
  expect((await bench.wire.next(422)).header('min-se')).toBe('90');
  expect(bench.reports).toEqual([]);

  const invite = await called();

  bench.wire.deliver(bench.inDialog(invite, 'UPDATE', 2, short));
  await bench.wire.next(422);
  bench.wire.deliver(bench.inDialog(invite, 'INVITE', 3, { ...short, body: sdp('sendonly') }));
  expect((await bench.wire.next(422)).header('min-se')).toBe('90');
  bench.wire.deliver(bench.inDialog(invite, 'ACK', 3));
  bench.wire.deliver(bench.inDialog(invite, 'INVITE', 4, { body: sdp() }));
  await bench.wire.next(200);
  bench.wire.deliver(bench.inDialog(invite, 'ACK', 4));
  expect(bench.reports).toEqual([]);
});

test('a server that wants longer sessions is asked again, and the call comes about', async () => {
  bench.stack.invite('out', 'sip:bob@example.test');

  const first = await bench.wire.next('INVITE');

  bench.respond(first, 422, 'Session Interval Too Small', { headers: ['Min-SE: 3600'] });

  const second = await bench.wire.next('INVITE');

  expect(second.header('session-expires')).toBe('3600');
  expect(second.header('min-se')).toBe('3600');
  expect(second.header('call-id')).toBe(first.header('call-id'));
  expect(second.header('cseq')).toBe('2 INVITE');
  bench.respond(second, 200, 'OK', { headers: [CONTACT], body: sdp() });
  await bench.event('out', 'confirmed');
});

test('a server that wants longer sessions for ever is not asked for ever', async () => {
  bench.stack.invite('out', 'sip:bob@example.test');
  bench.respond(await bench.wire.next('INVITE'), 422, 'Too Small', { headers: ['Min-SE: 3600'] });
  bench.respond(await bench.wire.next('INVITE'), 422, 'Too Small', { headers: ['Min-SE: 3600'] });

  expect((await bench.event('out', 'ended')).end.response?.statusCode).toBe(422);
});

test('a call cancelled meanwhile is not asked for again', async () => {
  bench.stack.invite('out', 'sip:bob@example.test');

  const invite = await bench.wire.next('INVITE');

  bench.stack.perform('out', { type: 'send-cancel' });
  bench.respond(invite, 422, 'Too Small', { headers: ['Min-SE: 3600'] });
  expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
  expect(bench.wire.count('INVITE')).toBe(1);
});

test('holding keeps the timer going, and the timer ends with the call', async () => {
  await called('Session-Expires: 600;refresher=uac', 'Allow: UPDATE');
  bench.stack.perform('out', { type: 'send-reinvite', hold: true });

  const hold = await bench.wire.next('INVITE');

  expect(hold.header('session-expires')).toBe('600;refresher=uac');
  bench.respond(hold, 200, 'OK', {
    headers: ['Session-Expires: 800;refresher=uac', 'Allow: UPDATE'],
    body: sdp('recvonly'),
  });
  await bench.event('out', 'reinvite-accepted');
  expect([...bench.timers.values()]).not.toContain(300_000);
  expect([...bench.timers.values()]).toContain(400_000);
  bench.stack.perform('out', { type: 'send-bye' });
  await bench.event('out', 'ended');

  expect([...bench.timers.values()]).not.toContain(400_000);
});

test('an INVITE that requires what we do not know is refused, and nobody is bothered', async () => {
  bench.wire.deliver(bench.request('INVITE', ['Require: timer, nothing-we-know'], { body: sdp() }));

  expect((await bench.wire.next(420)).header('unsupported')).toBe('nothing-we-know');
  expect(bench.reports).toEqual([]);
});

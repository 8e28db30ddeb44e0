import { sdp } from './fake-media';
import { bench, useBench } from './bench-in-use';
import { CONTACT, dial } from './dialled';

useBench();

test('a call says who calls as it is told to, and nothing of it gets lost on a challenge', async () => {
  bench.stack.invite('1', 'sip:bob@example.test', {
    headers: ['Privacy: id', 'X-Department: Sales'],
    from: { uri: 'sip:anonymous@anonymous.invalid', displayName: 'Anonymous' },
  });

  const invite = await bench.wire.next('INVITE');

  bench.respond(invite, 407, 'Proxy Authentication Required', {
    headers: ['Proxy-Authenticate: Digest realm="example.test", nonce="n"'],
  });

  const again = await bench.wire.next('INVITE');

  for (const request of [invite, again]) {
    expect(request.header('from')).toMatch(/^"Anonymous" <sip:anonymous@anonymous\.invalid>;tag=/);
    expect(request.header('privacy')).toBe('id');
    expect(request.header('x-department')).toBe('Sales');
    // What stands in Contact, Call-ID and Via is nobody's name.
    expect(request.text.replace(/^Proxy-Authorization:.*$/m, '')).not.toMatch(/alice/i);
  }
});

test('a call rings, is answered and is hung up by us', async () => {
  const invite = await dial();

  bench.respond(invite, 100, 'Trying');
  bench.respond(invite, 180, 'Ringing', { headers: [CONTACT] });
  expect(await bench.event('out', 'provisional-received')).toEqual({
    type: 'provisional-received',
    statusCode: 180,
    hasSdp: false,
  });

  bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp() });
  await bench.wire.next('ACK');
  await bench.event('out', 'confirmed');

  bench.stack.perform('out', { type: 'send-bye' });
  bench.respond(await bench.wire.next('BYE'), 200, 'OK');

  expect((await bench.event('out', 'ended')).end.cause).toBe('local-bye');
  expect(bench.media.of('out').isClosed).toBe(true);
});

test('ringing that wants to be acknowledged is, once each', async () => {
  const invite = await dial();
  const reliable = (rseq: number) => ({
    headers: [CONTACT, 'Require: 100rel', `RSeq: ${rseq}`],
    body: sdp(),
  });

  expect(invite.header('supported')).toContain('100rel');
  bench.respond(invite, 183, 'Session Progress', reliable(7));

  const prack = await bench.wire.next('PRACK');

  expect(prack.header('rack')).toBe(`7 ${invite.header('cseq')}`);
  bench.respond(prack, 200, 'OK');
  // Twice the same, and one too far ahead.
  bench.respond(invite, 183, 'Session Progress', reliable(7));
  bench.respond(invite, 183, 'Session Progress', reliable(9));
  await bench.answersOptions();
  expect(bench.wire.count('PRACK')).toBe(1);
  bench.respond(invite, 180, 'Ringing', reliable(8));
  expect((await bench.wire.next('PRACK')).header('rack')).toBe(`8 ${invite.header('cseq')}`);
  // The answer was in the 183; the 200 need not repeat it (RFC 3262 §5).
  bench.respond(invite, 200, 'OK', { headers: [CONTACT] });
  await bench.wire.next('ACK');
  await bench.event('out', 'confirmed');
  expect(bench.media.of('out').early).toEqual([sdp()]);
});

test.each([
  [486, 'Busy Here', 'rejected'],
  [603, 'Decline', 'rejected'],
  [404, 'Not Found', 'rejected'],
  [408, 'Request Timeout', 'timeout'],
  [302, 'Moved Temporarily', 'rejected'],
])('a call refused with %i %s ends as %s, with the response', async (status, reason, cause) => {
  bench.respond(await dial(), status, reason);

  expect((await bench.event('out', 'ended')).end).toEqual({
    cause,
    response: { statusCode: status, reasonPhrase: reason },
    reason: null,
    problem: null,
  });
});

test('a call whose party has moved says where to, and is followed by nobody', async () => {
  bench.respond(await dial(), 302, 'Moved Temporarily', {
    headers: [
      'Contact: "Bob, at home" <sip:+4930123@example.test;user=phone?Replaces=x>;q=0.5, <tel:+49-30-99>',
      'Contact: <https://evil.example>',
    ],
  });

  expect((await bench.event('out', 'redirected')).targets).toEqual([
    { uri: 'tel:+49-30-99', displayName: null },
    { uri: 'sip:+4930123@example.test', displayName: 'Bob, at home' },
  ]);
  expect((await bench.event('out', 'ended')).end.response?.statusCode).toBe(302);
  await bench.answersOptions();
  expect(bench.wire.count('INVITE')).toBe(1);
});

describe('who is called and writes instead of answering', () => {
  const text = { contentType: 'text/plain;charset=utf-8', body: 'In a meeting, back at 3.' };

  test('is read on the card of the call', async () => {
    const invite = await dial();

    bench.respond(invite, 180, 'Ringing', { headers: [CONTACT] });
    bench.wire.deliver(bench.request('MESSAGE', [], text));
    await bench.wire.next(200);
    expect(await bench.event('out', 'message-received')).toMatchObject({ text: text.body });
    bench.respond(invite, 486, 'Busy Here');
    await bench.event('out', 'ended');
  });

  test('and is not the one who was called is not', async () => {
    await dial();
    bench.wire.deliver(bench.request('MESSAGE', ['From: <sip:eve@example.test>;tag=eve'], text));
    await bench.wire.next(415);
    expect(bench.reports).toEqual([]);
  });
});

test('the other side hangs up and says why', async () => {
  const invite = await bench.established('out');

  bench.wire.deliver(
    bench.inDialog(invite, 'BYE', 2, { headers: ['Reason: Q.850;cause=16;text="Normal"'] }),
  );
  await bench.wire.next(200);

  expect((await bench.event('out', 'ended')).end).toMatchObject({
    cause: 'remote-bye',
    reason: { protocol: 'Q.850', cause: 16, text: 'Normal' },
  });
});

test('a BYE on the heels of the answer is answered too', async () => {
  const invite = await dial();
  let release: () => void = () => undefined;

  bench.media.of('out').gate = new Promise((resolve) => {
    release = resolve;
  });
  bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp() });
  bench.wire.deliver(bench.inDialog(invite, 'BYE', 2));
  await bench.wire.next(200);
  release();

  expect((await bench.event('out', 'ended')).end.cause).toBe('remote-bye');
  await bench.wire.next('ACK');
});

test('a call that takes up another’s names it, and is for nobody who can’t give it', async () => {
  bench.stack.invite('out', 'sip:carol@far.invalid', {
    replaces: { callId: 'r1@far', toTag: 'carol', fromTag: 'bob', isEarlyOnly: true },
  });
  const invite = await bench.wire.next('INVITE');

  expect(invite.header('replaces')).toBe('r1@far;to-tag=carol;from-tag=bob;early-only');
  expect(invite.header('require')).toBe('replaces');
  bench.respond(invite, 481, 'Call/Transaction Does Not Exist');
  expect((await bench.event('out', 'ended')).end.response?.statusCode).toBe(481);
});

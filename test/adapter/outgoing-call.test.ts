import { Bench } from './bench';
import { sdp } from './fake-media';

const CONTACT = 'Contact: <sip:bob@far.invalid;transport=ws>';
let bench: Bench;

beforeEach(async () => {
  bench = await new Bench().registered();
});

afterEach(() => bench.stop());

async function dial() {
  bench.stack.invite('out', 'sip:bob@example.test');

  return bench.wire.next('INVITE');
}

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

test('early media is heard before the answer', async () => {
  const invite = await dial();

  bench.respond(invite, 183, 'Session Progress', { headers: [CONTACT], body: sdp() });

  expect(await bench.event('out', 'provisional-received')).toMatchObject({
    statusCode: 183,
    hasSdp: true,
  });
  expect(bench.media.of('out').early).toEqual([sdp()]);

  bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp() });
  await bench.event('out', 'confirmed');
  expect(bench.media.of('out').remote).toEqual([sdp()]);
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

test('early media that makes no sense does not end the call', async () => {
  const invite = await dial();

  bench.respond(invite, 183, 'Session Progress', {
    headers: [CONTACT],
    tag: 'announcement',
    body: 'v=0\r\n',
  });
  await bench.event('out', 'provisional-received');
  bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp() });
  await bench.wire.next('ACK');

  await bench.event('out', 'confirmed');
});

describe('a call that rings at two phones', () => {
  const desk = { headers: [CONTACT], tag: 'desk', body: sdp('sendrecv', 'desk') };
  const mobile = { headers: [CONTACT], tag: 'mobile', body: sdp('sendrecv', 'mobile') };
  const bare = ({ headers, tag }: typeof desk) => ({ headers, tag });

  test('is heard from one and answered by the other', async () => {
    const invite = await dial();

    bench.respond(invite, 183, 'Session Progress', desk);
    await bench.event('out', 'provisional-received');
    bench.respond(invite, 180, 'Ringing', bare(mobile));
    await bench.event('out', 'provisional-received');
    bench.respond(invite, 200, 'OK', mobile);

    const ack = await bench.wire.next('ACK');

    expect(ack.header('to')).toContain('tag=mobile');
    await bench.event('out', 'confirmed');
    expect(bench.media.of('out').early).toEqual([desk.body]);
    expect(bench.media.of('out').remote).toEqual([mobile.body]);

    // The way of the sound led to the desk: it is looked for anew.
    const renewed = await bench.wire.next('INVITE');

    expect(bench.media.of('out').restarts).toBe(1);
    expect(renewed.header('to')).toContain('tag=mobile');
    bench.respond(renewed, 491, 'Request Pending');
    await bench.timerOf(2100);
    bench.pass(2100);
    bench.respond(await bench.wire.next('INVITE'), 200, 'OK', { body: mobile.body });
    await bench.wire.next('ACK');
    await bench.answersOptions();
    expect(bench.reports).toEqual([]);
  });

  test('is not looked for anew where the one that was heard has answered', async () => {
    const invite = await dial();

    bench.respond(invite, 183, 'Session Progress', desk);
    await bench.event('out', 'provisional-received');
    bench.respond(invite, 200, 'OK', desk);
    await bench.event('out', 'confirmed');
    await bench.answersOptions();

    expect(bench.wire.count('INVITE')).toBe(1);
  });

  test('is heard from the phone that spoke last, each once', async () => {
    const invite = await dial();

    for (const phone of [desk, desk, mobile, desk]) {
      bench.respond(invite, 183, 'Session Progress', phone);
      await bench.event('out', 'provisional-received');
    }
    expect(bench.media.of('out').early).toEqual([desk.body, mobile.body]);

    bench.respond(invite, 200, 'OK', bare(desk));
    await bench.wire.next('ACK');
    await bench.event('out', 'confirmed');
    // The answer stood in what the phone had said before.
    expect(bench.media.of('out').remote).toEqual([desk.body]);
  });

  test('and that both answer keeps the first and says goodbye to the second', async () => {
    const invite = await dial();

    bench.respond(invite, 180, 'Ringing', bare(desk));
    bench.respond(invite, 180, 'Ringing', bare(mobile));
    bench.respond(invite, 200, 'OK', desk);
    bench.respond(invite, 200, 'OK', mobile);

    expect((await bench.wire.next('BYE')).header('to')).toContain('tag=mobile');
    await bench.event('out', 'confirmed');
    await bench.answersOptions();
    expect(bench.wire.count('ACK')).toBe(2);
    expect(bench.wire.count('BYE')).toBe(1);
  });

  test('and that is cancelled is ended at both, even where both had answered', async () => {
    const invite = await dial();

    bench.respond(invite, 180, 'Ringing', bare(desk));
    bench.respond(invite, 180, 'Ringing', bare(mobile));
    await bench.event('out', 'provisional-received');
    bench.stack.perform('out', { type: 'send-cancel' });
    await bench.wire.next('CANCEL');
    bench.respond(invite, 200, 'OK', desk);
    bench.respond(invite, 200, 'OK', mobile);

    expect((await bench.wire.next('BYE')).header('to')).toContain('tag=desk');
    expect((await bench.wire.next('BYE')).header('to')).toContain('tag=mobile');
    expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
  });
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

describe('a call that leaves the offer to the other side', () => {
  async function dialWithout() {
    bench.stack.invite('out', 'sip:bob@example.test', { isOfferTheirs: true });

    const invite = await bench.wire.next('INVITE');

    expect(invite.body).toBe('');

    return invite;
  }

  test('gets it in the 200, and its answer goes with the ACK', async () => {
    const invite = await dialWithout();

    bench.respond(invite, 180, 'Ringing', { headers: [CONTACT] });
    await bench.event('out', 'provisional-received');
    bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp('sendonly') });

    const ack = await bench.wire.next('ACK');

    expect(ack.body).toContain('o=near');
    expect(bench.media.of('out').remote).toEqual([sdp('sendonly')]);
    await bench.event('out', 'confirmed');
    expect(await bench.event('out', 'remote-hold-changed')).toMatchObject({ on: true });
  });

  test('takes nothing for an answer before', async () => {
    const invite = await dialWithout();

    bench.respond(invite, 183, 'Session Progress', { headers: [CONTACT], body: sdp() });
    expect(await bench.event('out', 'provisional-received')).toMatchObject({ hasSdp: false });
    expect(bench.media.of('out').early).toEqual([]);
    bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp() });
    await bench.wire.next('ACK');
    await bench.event('out', 'confirmed');
  });

  test.each([
    ['none in the 200', ''],
    ['one without sound', 'v=0\r\n'],
  ])('and gets %s ends with ACK and BYE', async (_what, body) => {
    bench.respond(await dialWithout(), 200, 'OK', { headers: [CONTACT], body });
    await bench.wire.next('ACK');
    await bench.wire.next('BYE');
    expect((await bench.event('out', 'ended')).end.cause).toBe('error');
  });

  test('and is given up before that sends CANCEL like any other', async () => {
    const invite = await dialWithout();

    bench.respond(invite, 180, 'Ringing', { headers: [CONTACT] });
    await bench.event('out', 'provisional-received');
    bench.stack.perform('out', { type: 'send-cancel' });
    bench.respond(await bench.wire.next('CANCEL'), 200, 'OK');
    bench.respond(invite, 487, 'Request Terminated');
    expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
  });
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

test('a call cancelled while it rings', async () => {
  const invite = await dial();

  bench.respond(invite, 180, 'Ringing', { headers: [CONTACT] });
  await bench.event('out', 'provisional-received');
  bench.stack.perform('out', { type: 'send-cancel' });
  bench.respond(await bench.wire.next('CANCEL'), 200, 'OK');
  bench.respond(invite, 487, 'Request Terminated');
  await bench.wire.next('ACK');

  expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
});

test('a call cancelled before the server said a word sends CANCEL as soon as it does', async () => {
  const invite = await dial();

  bench.stack.perform('out', { type: 'send-cancel' });
  expect(bench.wire.count('CANCEL')).toBe(0);
  bench.respond(invite, 100, 'Trying');

  await bench.wire.next('CANCEL');
});

describe('a server that asks for the password', () => {
  const challenge = {
    headers: ['Proxy-Authenticate: Digest realm="example.test", nonce="n1", qop="auth"'],
  };

  test('of a call that is already cancelled gets no second INVITE', async () => {
    const invite = await dial();

    bench.stack.perform('out', { type: 'send-cancel' });
    bench.respond(invite, 407, 'Proxy Authentication Required', challenge);
    await bench.wire.next('ACK');

    expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
    await bench.answersOptions();
    expect(bench.wire.count('INVITE')).toBe(1);
  });

  test('gets none either when its challenge crosses the CANCEL', async () => {
    const invite = await dial();

    bench.respond(invite, 100, 'Trying');
    bench.stack.perform('out', { type: 'send-cancel' });
    await bench.wire.next('CANCEL');
    bench.respond(invite, 407, 'Proxy Authentication Required', challenge);

    expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
    expect(bench.wire.count('INVITE')).toBe(1);
  });

  test('and got it is told of the cancelling as soon as it takes the call up', async () => {
    bench.respond(await dial(), 407, 'Proxy Authentication Required', challenge);

    const second = await bench.wire.next('INVITE');

    bench.stack.perform('out', { type: 'send-cancel' });
    expect(bench.wire.count('CANCEL')).toBe(0);
    bench.respond(second, 100, 'Trying');

    const cancel = await bench.wire.next('CANCEL');

    expect(cancel.header('via')).toBe(second.header('via'));
    expect(cancel.header('cseq')).toBe('2 CANCEL');
  });

  test('of a call whose sound fails gets no second INVITE', async () => {
    const invite = await dial();

    bench.media.of('out').onProblem('media-failed');
    bench.respond(invite, 407, 'Proxy Authentication Required', challenge);

    expect((await bench.event('out', 'ended')).end.problem).toBe('media-failed');
    await bench.answersOptions();
    expect(bench.wire.count('INVITE')).toBe(1);
  });
});

test('a call cancelled before its INVITE left is never sent', async () => {
  let release: () => void = () => undefined;
  const original = bench.media.create.bind(bench.media);

  bench.media.create = (callId) => {
    const media = original(callId);

    media.gate = new Promise((resolve) => {
      release = resolve;
    });
    return media;
  };
  bench.stack.invite('out', 'sip:bob@example.test');
  bench.stack.perform('out', { type: 'send-cancel' });
  release();

  expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
  await bench.answersOptions();
  expect(bench.wire.count('INVITE')).toBe(0);
});

test('an answer that crosses our CANCEL is acknowledged and ended with BYE', async () => {
  const invite = await dial();

  bench.respond(invite, 180, 'Ringing', { headers: [CONTACT] });
  await bench.event('out', 'provisional-received');
  bench.stack.perform('out', { type: 'send-cancel' });
  bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp() });
  await bench.wire.next('ACK');
  await bench.wire.next('BYE');

  expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
  expect(bench.reports).toEqual([]);
});

test('a call hung up while its answer is being applied is acknowledged and ended with BYE', async () => {
  const invite = await dial();
  let release: () => void = () => undefined;

  bench.media.of('out').gate = new Promise((resolve) => {
    release = resolve;
  });
  bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp() });
  bench.stack.perform('out', { type: 'send-cancel' });
  release();
  await bench.wire.next('ACK');
  await bench.wire.next('BYE');

  expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
});

test('a cancelled call that nobody lets go of ends all the same', async () => {
  await dial();

  bench.stack.perform('out', { type: 'send-cancel' });
  bench.pass(4000);

  expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
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

test('an answer without sound in it ends the call', async () => {
  const invite = await dial();

  bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: 'v=0\r\n' });
  await bench.wire.next('BYE');

  expect((await bench.event('out', 'ended')).end.cause).toBe('error');
});

test('sound that can’t be had ends the call before anything is sent', async () => {
  bench.media.problem = 'media-failed';
  bench.stack.invite('out', 'sip:bob@example.test');

  expect((await bench.event('out', 'ended')).end).toMatchObject({
    cause: 'error',
    problem: 'media-failed',
  });
  await bench.answersOptions();
  expect(bench.wire.count('INVITE')).toBe(0);
});

test('sound that fails while the call rings cancels it', async () => {
  const invite = await dial();

  bench.respond(invite, 180, 'Ringing', { headers: [CONTACT] });
  await bench.event('out', 'provisional-received');
  bench.media.of('out').onProblem('media-failed');
  await bench.wire.next('CANCEL');

  expect((await bench.event('out', 'ended')).end.problem).toBe('media-failed');
});

test('sound that fails in the call ends it with BYE', async () => {
  await bench.established('out');
  bench.media.of('out').onProblem('media-failed');
  await bench.wire.next('BYE');

  expect((await bench.event('out', 'ended')).end.problem).toBe('media-failed');
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

import { Bench } from './bench';
import { sdp } from './fake-media';
import type { Sent } from './wire';

let bench: Bench;
let invite: Sent;

beforeEach(async () => {
  bench = await new Bench().registered();
  invite = await bench.established('out');
});

afterEach(() => bench.stop());

function deliver(method: string, cseq: number, extra: Parameters<Bench['inDialog']>[3] = {}) {
  bench.wire.deliver(bench.inDialog(invite, method, cseq, extra));
}

describe('a re-INVITE', () => {
  test('without an offer gets ours in the 200, and its answer comes with the ACK', async () => {
    deliver('INVITE', 2);

    const ok = await bench.wire.next(200);

    expect(ok.body).toContain('o=near');
    deliver('ACK', 2, { body: sdp('sendonly', 'moved') });
    expect(await bench.event('out', 'remote-hold-changed')).toMatchObject({ on: true });
    expect(bench.media.of('out').remote.at(-1)).toContain('o=moved');
  });

  test('without an offer while we hold the call still gets one that says so', async () => {
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });
    bench.respond(await bench.wire.next('INVITE'), 200, 'OK', { body: sdp('recvonly') });
    await bench.event('out', 'reinvite-accepted');
    deliver('INVITE', 2);

    expect((await bench.wire.next(200)).body).toContain('a=sendonly');
    deliver('ACK', 2, { body: sdp('recvonly') });
  });

  test('that moves the media or changes the codec is answered for what it says', async () => {
    const moved = sdp('sendrecv', 'moved').replace('SAVPF 0', 'SAVPF 8').replace('.2.1', '.2.99');

    deliver('INVITE', 2, { body: moved });
    await bench.wire.next(200);
    deliver('ACK', 2);

    expect(bench.media.of('out').remote.at(-1)).toBe(moved);
    await bench.answersOptions();
    expect(bench.reports).toEqual([]);
  });

  test('that comes while our own offer is being made is told to wait', async () => {
    let release: () => void = () => undefined;

    bench.media.of('out').gate = new Promise((resolve) => {
      release = resolve;
    });
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });
    deliver('INVITE', 2, { body: sdp('sendonly') });
    await bench.wire.next(491);
    release();
    bench.respond(await bench.wire.next('INVITE'), 200, 'OK', { body: sdp('recvonly') });

    await bench.event('out', 'reinvite-accepted');
  });
});

describe('an UPDATE', () => {
  test('with an offer is answered, and a hold in it is noticed', async () => {
    deliver('UPDATE', 2, { body: sdp('sendonly') });

    const ok = await bench.wire.next(200);

    expect(ok.body).toContain('o=near');
    expect(ok.header('content-type')).toBe('application/sdp');
    expect(ok.header('contact')).toMatch(/^<sip:/);
    expect(await bench.event('out', 'remote-hold-changed')).toMatchObject({ on: true });
  });

  test('without one is a sign of life', async () => {
    deliver('UPDATE', 2);

    expect((await bench.wire.next(200)).body).toBe('');
    expect(bench.reports).toEqual([]);
  });

  test('whose description makes no sense is refused, and the call stays as it was', async () => {
    deliver('UPDATE', 2, { body: 'v=0\r\n' });
    await bench.wire.next(488);
    expect(bench.media.of('out').rollbacks).toBe(1);
    deliver('UPDATE', 3, { body: sdp() });
    await bench.wire.next(200);

    expect(bench.reports).toEqual([]);
  });

  test('with something else in it is refused for that', async () => {
    deliver('UPDATE', 2, { body: 'hello', contentType: 'text/plain' });

    expect((await bench.wire.next(415)).header('accept')).toBe('application/sdp');
  });

  test('with an offer crosses ours: 491', async () => {
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });

    const held = await bench.wire.next('INVITE');

    deliver('UPDATE', 2, { body: sdp('sendonly') });
    await bench.wire.next(491);
    bench.respond(held, 200, 'OK', { body: sdp('recvonly') });
    await bench.event('out', 'reinvite-accepted');
  });

  test('with an offer comes before the ACK of their last: 500, and when to come again', async () => {
    deliver('INVITE', 2, { body: sdp() });
    await bench.wire.next(200);
    deliver('UPDATE', 3, { body: sdp('sendonly') });

    expect((await bench.wire.next(500)).header('retry-after')).not.toBe('');
  });

  test('that is older than what came before is refused', async () => {
    deliver('UPDATE', 5);
    await bench.wire.next(200);
    deliver('UPDATE', 4, { body: sdp('sendonly') });
    await bench.wire.next(500);
    deliver('INFO', 3, { contentType: 'application/dtmf', body: '1' });
    await bench.wire.next(500);

    expect(bench.reports).toEqual([]);
  });

  test('while ours holds the call waits for the answer to theirs', async () => {
    let release: () => void = () => undefined;

    bench.media.of('out').gate = new Promise((resolve) => {
      release = resolve;
    });
    deliver('UPDATE', 2, { body: sdp() });
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });
    await bench.timerOf(2100);
    deliver('INVITE', 3, { body: sdp() });
    await bench.wire.next(500);
    release();
    await bench.wire.next(200);
    bench.pass(2100);
    bench.respond(await bench.wire.next('INVITE'), 200, 'OK', { body: sdp('recvonly') });
    await bench.event('out', 'reinvite-accepted');
  });

  test('in no call of ours is told so', async () => {
    bench.wire.deliver(bench.request('UPDATE', ['To: <sip:alice@example.test>;tag=gone']));
    await bench.wire.next(481);
  });

  test('before the answer: without an offer taken, with one refused', async () => {
    bench.stack.invite('second', 'sip:carol@example.test');

    const second = await bench.wire.next('INVITE');

    bench.respond(second, 180, 'Ringing', {
      headers: ['Contact: <sip:carol@far.invalid;transport=ws>'],
    });
    await bench.event('second', 'provisional-received');
    bench.wire.deliver(bench.inDialog(second, 'UPDATE', 2));
    await bench.wire.next(200);
    bench.wire.deliver(bench.inDialog(second, 'UPDATE', 3, { body: sdp() }));
    await bench.wire.next(491);
  });
});

describe('an INFO', () => {
  test('of a package we did not ask for is refused, and none is asked for', async () => {
    deliver('INFO', 2, {
      headers: ['Info-Package: conference'],
      contentType: 'application/dtmf',
      body: '1',
    });

    expect((await bench.wire.next(469)).header('recv-info')).toBe('');
    expect(bench.reports).toEqual([]);
  });

  test('about something else is refused with what we understand', async () => {
    deliver('INFO', 2, { contentType: 'application/media_control+xml', body: '<x/>' });

    expect((await bench.wire.next(415)).header('accept')).toContain('application/dtmf-relay');
  });

  test('about nothing is a sign of life', async () => {
    deliver('INFO', 2);
    await bench.wire.next(200);
  });
});

describe('a MESSAGE', () => {
  const text = (body: string, contentType = 'text/plain') => ({ contentType, body });

  test('of plain text is shown to the user, as one line', async () => {
    deliver('MESSAGE', 2, text('I’ll send\r\nthe contract\u202e now'));
    await bench.wire.next(200);

    expect(await bench.event('out', 'message-received')).toMatchObject({
      text: 'I’ll send the contract now',
    });
  });

  test.each([
    ['text/html', '<a href="https://evil.example">'],
    ['message/cpim', 'x'],
    ['application/x-anything', 'x'],
  ])('of %s is refused with what we read', async (contentType, body) => {
    deliver('MESSAGE', 2, text(body, contentType));

    expect((await bench.wire.next(415)).header('accept')).toBe('text/plain');
    expect(bench.reports).toEqual([]);
  });

  test('that says nothing is a sign of life', async () => {
    deliver('MESSAGE', 2, text(' '));
    await bench.wire.next(200);
    expect(bench.reports).toEqual([]);
  });

  test('a second one at once is put off, and shown a second later', async () => {
    deliver('MESSAGE', 2, text('one'));
    await bench.wire.next(200);
    deliver('MESSAGE', 3, text('two'));
    expect((await bench.wire.next(480)).header('retry-after')).toBe('1');
    bench.pass(1000);
    deliver('MESSAGE', 4, text('three'));
    await bench.wire.next(200);

    expect((await bench.event('out', 'message-received')).text).toBe('one');
    expect((await bench.event('out', 'message-received')).text).toBe('three');
    expect(bench.reports).toEqual([]);
  });
});

test('a NOTIFY of what we never asked for is refused', async () => {
  deliver('NOTIFY', 2, {
    headers: ['Event: refer', 'Subscription-State: active'],
    contentType: 'message/sipfrag',
    body: 'SIP/2.0 200 OK\r\n',
  });
  await bench.wire.next(481);
  expect(bench.reports).toEqual([]);
});

test('a PRACK in a call that is up finds nothing to acknowledge', async () => {
  deliver('PRACK', 2, { headers: ['RAck: 1 1 INVITE'] });
  await bench.wire.next(481);
  await bench.answersOptions();
});

test('everything that says which methods we take says the same', async () => {
  expect(invite.header('allow')).toContain('UPDATE');
  bench.wire.deliver(bench.request('OPTIONS'));

  const ok = await bench.wire.next(200);

  expect(ok.header('allow')).toBe(invite.header('allow'));
  expect(ok.header('allow')).not.toContain('REGISTER');
});

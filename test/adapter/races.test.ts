import { Bench } from './bench';
import { sdp, type FakeCallMedia } from './fake-media';
import type { Sent } from './wire';

const CONTACT = 'Contact: <sip:bob@far.invalid;transport=ws>';
const MOVED = 'Contact: <sip:bob@elsewhere.invalid;transport=ws>';
let bench: Bench;
let invite: Sent;

beforeEach(async () => {
  bench = await new Bench().registered();
});

afterEach(() => bench.stop());

/** Lets descriptions wait until it is called. */
function stall(media: FakeCallMedia): () => void {
  let release: () => void = () => undefined;

  media.gate = new Promise((resolve) => {
    release = resolve;
  });

  return release;
}

describe('a call that is up', () => {
  beforeEach(async () => {
    invite = await bench.established('out');
  });

  async function hold(on: boolean): Promise<Sent> {
    bench.stack.perform('out', { type: 'send-reinvite', hold: on });

    return bench.wire.next('INVITE');
  }

  test('is hung up while its hold is on the way; a late yes to that is acknowledged', async () => {
    const held = await hold(true);

    bench.stack.perform('out', { type: 'send-bye' });

    const bye = await bench.wire.next('BYE');

    bench.respond(held, 200, 'OK', { headers: [CONTACT], body: sdp('recvonly') });
    expect((await bench.wire.next('ACK')).header('cseq')).toBe(
      held.header('cseq').replace('INVITE', 'ACK'),
    );
    bench.respond(bye, 200, 'OK');
    expect((await bench.event('out', 'ended')).end.cause).toBe('local-bye');
    await bench.answersOptions();
    expect(bench.reports).toEqual([]);
  });

  test('has been ended by them when they say yes to its hold', async () => {
    const held = await hold(true);

    bench.wire.deliver(bench.inDialog(invite, 'BYE', 2));
    await bench.wire.next(200);
    bench.respond(held, 200, 'OK', { headers: [CONTACT], body: sdp('recvonly') });
    await bench.wire.next('ACK');
    expect((await bench.event('out', 'ended')).end.cause).toBe('remote-bye');
    await bench.answersOptions();
    expect(bench.reports).toEqual([]);
  });

  test('is ended by them while their own re-INVITE waits for us: that gets a 487', async () => {
    const release = stall(bench.media.of('out'));

    bench.wire.deliver(bench.inDialog(invite, 'INVITE', 2, { body: sdp('sendonly') }));
    bench.wire.deliver(bench.inDialog(invite, 'BYE', 3));
    expect((await bench.wire.next(487)).header('cseq')).toBe('2 INVITE');
    expect((await bench.wire.next(200)).header('cseq')).toBe('3 BYE');
    release();
    expect((await bench.event('out', 'ended')).end.cause).toBe('remote-bye');
    await bench.answersOptions();
    expect(bench.reports).toEqual([]);
  });

  test('is hung up while their re-INVITE waits for us: that gets a 487', async () => {
    const release = stall(bench.media.of('out'));

    bench.wire.deliver(bench.inDialog(invite, 'INVITE', 2, { body: sdp('sendonly') }));
    bench.stack.perform('out', { type: 'send-bye' });
    await bench.wire.next('BYE');
    expect((await bench.wire.next(487)).header('cseq')).toBe('2 INVITE');
    release();
    expect((await bench.event('out', 'ended')).end.cause).toBe('local-bye');
    await bench.answersOptions();
    expect(bench.reports).toEqual([]);
  });

  test('acknowledges a yes as often as it comes', async () => {
    bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp() });
    await bench.wire.next('ACK');

    const held = await hold(true);

    for (let time = 0; time < 3; time += 1) {
      bench.respond(held, 200, 'OK', { headers: [CONTACT], body: sdp('recvonly') });
      expect((await bench.wire.next('ACK')).header('cseq')).toContain(
        held.header('cseq').split(' ')[0],
      );
    }
    await bench.event('out', 'reinvite-accepted');
    await bench.answersOptions();
    expect(bench.reports).toEqual([]);
  });

  test.each([
    ['an UPDATE', 'UPDATE', ''],
    ['a re-INVITE', 'INVITE', sdp()],
  ])('follows the other side to where %s says it is now', async (_what, method, body) => {
    bench.wire.deliver(bench.inDialog(invite, method, 2, { body }).replace(CONTACT, MOVED));

    const ok = await bench.wire.next(200);

    bench.wire.deliver(bench.inDialog(ok, 'ACK', 2));
    bench.stack.perform('out', { type: 'send-bye' });

    expect((await bench.wire.next('BYE')).uri).toBe('sip:bob@elsewhere.invalid;transport=ws');
  });

  test('follows it too to where the yes to ours says it is', async () => {
    bench.respond(await hold(true), 200, 'OK', { headers: [MOVED], body: sdp('recvonly') });
    await bench.event('out', 'reinvite-accepted');
    bench.stack.perform('out', { type: 'send-bye' });

    expect((await bench.wire.next('BYE')).uri).toBe('sip:bob@elsewhere.invalid;transport=ws');
  });

  test('stays where it was after an UPDATE that was refused', async () => {
    bench.wire.deliver(
      bench.inDialog(invite, 'UPDATE', 2, { body: 'v=0\r\n' }).replace(CONTACT, MOVED),
    );
    await bench.wire.next(488);
    bench.stack.perform('out', { type: 'send-bye' });

    expect((await bench.wire.next('BYE')).uri).toBe('sip:bob@far.invalid;transport=ws');
  });

  test('says goodbye once, however often both sides do', async () => {
    bench.stack.perform('out', { type: 'send-bye' });
    bench.stack.perform('out', { type: 'send-bye' });

    const bye = await bench.wire.next('BYE');

    bench.wire.deliver(bench.inDialog(invite, 'BYE', 2));
    await bench.wire.next(481);
    bench.respond(bye, 481, 'Call/Transaction Does Not Exist');
    expect((await bench.event('out', 'ended')).end.cause).toBe('local-bye');
    await bench.answersOptions();
    expect(bench.wire.count('BYE')).toBe(1);
    expect(bench.reports).toEqual([]);
  });
});

test('a call that rang at one place and is answered at another is acknowledged there', async () => {
  bench.stack.invite('out', 'sip:bob@example.test');

  const ringing = await bench.wire.next('INVITE');

  bench.respond(ringing, 180, 'Ringing', { headers: [CONTACT] });
  bench.respond(ringing, 200, 'OK', { headers: [MOVED], body: sdp() });

  expect((await bench.wire.next('ACK')).uri).toBe('sip:bob@elsewhere.invalid;transport=ws');
});

test('a call that comes by two ways rings once; the second way hears 482', async () => {
  const twice = bench.request('INVITE', ['Call-ID: twice'], { body: sdp() });

  bench.wire.deliver(twice);

  const { callId } = await bench.reported('invited');

  await bench.wire.next(180);
  bench.wire.deliver(twice.replace(/branch=\S+/, 'branch=z9hG4bKotherway'));
  await bench.wire.next(482);
  expect(bench.reports).toEqual([]);

  bench.stack.perform(callId, { type: 'send-answer' });
  bench.wire.deliver(bench.inDialog(await bench.wire.next(200), 'ACK', 1));
  await bench.event(callId, 'confirmed');
});

test('a call that comes twice by the same way rings once, and hears the same again', async () => {
  const again = bench.request('INVITE', [], { body: sdp() });

  bench.wire.deliver(again);
  await bench.reported('invited');

  const first = await bench.wire.next(180);

  bench.wire.deliver(again);
  expect((await bench.wire.next(180)).header('to')).toBe(first.header('to'));
  expect(bench.reports).toEqual([]);
});

describe('a call we take', () => {
  async function answered(body = sdp()): Promise<{ callId: string; ok: Sent }> {
    bench.wire.deliver(bench.request('INVITE', [], { body }));

    const { callId } = await bench.reported('invited');

    bench.stack.perform(callId, { type: 'send-answer' });

    return { callId, ok: await bench.wire.next(200) };
  }

  test('is left by the caller before the ACK of our yes', async () => {
    const { callId, ok } = await answered();

    bench.wire.deliver(bench.inDialog(ok, 'BYE', 2));
    await bench.wire.next(200);
    expect((await bench.event(callId, 'ended')).end.cause).toBe('remote-bye');
    bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
    await bench.answersOptions();
    expect(bench.reports).toEqual([]);
  });

  test('to which our offer is never answered ends cleanly', async () => {
    const { callId, ok } = await answered('');

    expect(ok.body).toContain('m=audio');
    bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
    expect((await bench.wire.next('BYE')).header('reason')).toContain('488');
    expect((await bench.event(callId, 'ended')).end).toMatchObject({
      cause: 'error',
      problem: 'incompatible-media',
    });
    expect(bench.media.of(callId).isClosed).toBe(true);
  });

  test('to which our offer is answered with nonsense ends the same way', async () => {
    const { callId, ok } = await answered('');

    bench.wire.deliver(bench.inDialog(ok, 'ACK', 1, { body: 'v=0\r\n' }));
    await bench.wire.next('BYE');
    expect((await bench.event(callId, 'ended')).end.problem).toBe('incompatible-media');
  });
});

import { Bench } from './bench';
import { sdp } from './fake-media';
import type { SavedDialog } from '../../src/sip/dialog';

const CONTACT = 'Contact: <sip:bob@192.0.2.9:5070;transport=ws>';
/** As the proxy of the call wrote them, the nearest to the other side first. */
const RECORD_ROUTE = 'Record-Route: <sip:192.0.2.2;lr>, <sip:192.0.2.1;transport=ws;lr;ftag=x>';

const DIALOG: SavedDialog = {
  callId: 'before@example.test',
  localTag: 'ours',
  remoteTag: 'theirs',
  localUri: 'sip:alice@example.test',
  remoteUri: 'sip:bob@example.test',
  remoteTarget: 'sip:bob@192.0.2.9:5070;transport=ws',
  routeSet: ['<sip:192.0.2.1;transport=ws;lr;ftag=x>', '<sip:192.0.2.2;lr>'],
  localSequence: 7,
};

let bench: Bench;

beforeEach(async () => {
  bench = await new Bench().registered();
});

afterEach(() => bench.stop());

async function takeUp(isHeld = false) {
  bench.stack.invite('1', DIALOG.remoteTarget, { recovers: { dialog: DIALOG, isHeld } });

  return bench.wire.next('INVITE');
}

const linesOf = (text: string, name: string) =>
  text.split('\r\n').filter((line) => line.toLowerCase().startsWith(`${name}:`));

test('a call that we placed says what its next life has to know', async () => {
  expect(bench.stack.dialogOf('out')).toBeNull();
  bench.stack.invite('out', 'sip:bob@example.test');

  const invite = await bench.wire.next('INVITE');

  expect(bench.stack.dialogOf('out')).toBeNull();
  bench.respond(invite, 200, 'OK', { headers: [CONTACT, RECORD_ROUTE], body: sdp(), tag: 'bobs' });
  await bench.event('out', 'confirmed');

  expect(bench.stack.dialogOf('out')).toEqual({
    callId: invite.header('call-id'),
    localTag: /tag=(\w+)/.exec(invite.header('from'))?.[1],
    remoteTag: 'bobs',
    localUri: 'sip:alice@example.test',
    remoteUri: 'sip:bob@example.test',
    remoteTarget: 'sip:bob@192.0.2.9:5070;transport=ws',
    routeSet: ['<sip:192.0.2.1;transport=ws;lr;ftag=x>', '<sip:192.0.2.2;lr>'],
    localSequence: 1,
  });
});

test('the call goes on by an INVITE that names the dialog before, on the same way', async () => {
  const invite = await takeUp();

  expect(invite.uri).toBe(DIALOG.remoteTarget);
  // Our tag is where the call is taken from, theirs is whom the INVITE goes to (RFC 3891 §3).
  expect(invite.header('replaces')).toBe('before@example.test;to-tag=theirs;from-tag=ours');
  // A server that does not know Replaces must refuse it, or it would ring as a new call.
  expect(invite.header('require')).toBe('replaces');
  expect(linesOf(invite.text, 'route')).toEqual([
    'Route: <sip:192.0.2.1;transport=ws;lr;ftag=x>',
    'Route: <sip:192.0.2.2;lr>',
  ]);
  expect(invite.header('to')).toBe('<sip:bob@example.test>');
  expect(invite.header('from')).toMatch(/^"Alice" <sip:alice@example\.test>;tag=(?!ours)/);
  expect(invite.header('call-id')).not.toBe('before@example.test');

  bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp() });
  await bench.wire.next('ACK');
  await bench.event('1', 'confirmed');
});

test('nothing of it gets lost on a challenge', async () => {
  bench.respond(await takeUp(), 407, 'Proxy Authentication Required', {
    headers: ['Proxy-Authenticate: Digest realm="example.test", nonce="n"'],
  });

  const again = await bench.wire.next('INVITE');

  expect(again.header('replaces')).toBe('before@example.test;to-tag=theirs;from-tag=ours');
  expect(again.header('require')).toBe('replaces');
  expect(linesOf(again.text, 'route')).toHaveLength(2);
});

test('a call on hold comes back on hold, and can be resumed', async () => {
  const invite = await takeUp(true);

  expect(invite.body).toContain('a=sendonly');
  bench.respond(invite, 200, 'OK', { headers: [CONTACT], body: sdp('recvonly') });
  await bench.event('1', 'confirmed');
  expect(bench.media.of('1').hold).toEqual({ local: true, remote: false });

  bench.stack.perform('1', { type: 'send-reinvite', hold: false });

  const resume = await bench.wire.next('INVITE');

  expect(resume.body).toContain('a=sendrecv');
  bench.respond(resume, 200, 'OK', { headers: [CONTACT], body: sdp() });
  await bench.event('1', 'reinvite-accepted');
});

test('the other side that holds us says so in its answer', async () => {
  bench.respond(await takeUp(), 200, 'OK', { headers: [CONTACT], body: sdp('sendonly') });

  expect(await bench.event('1', 'remote-hold-changed')).toMatchObject({ on: true });
});

test('a BYE of the other side in the old dialog is answered: there is no such call here', async () => {
  bench.respond(await takeUp(), 200, 'OK', { headers: [CONTACT], body: sdp() });
  await bench.event('1', 'confirmed');
  bench.wire.deliver(
    bench.request('BYE', [
      'Call-ID: before@example.test',
      'From: <sip:bob@example.test>;tag=theirs',
      'To: <sip:alice@example.test>;tag=ours',
      'CSeq: 9 BYE',
    ]),
  );
  await bench.wire.next(481);
  expect(bench.stack.dialogOf('1')).not.toBeNull();
});

test('goodbye is said in the old dialog, also after a challenge', async () => {
  bench.stack.leave(DIALOG);

  const bye = await bench.wire.next('BYE');

  expect(bye.uri).toBe(DIALOG.remoteTarget);
  expect(bye.header('call-id')).toBe('before@example.test');
  expect(bye.header('from')).toContain('<sip:alice@example.test>;tag=ours');
  expect(bye.header('to')).toBe('<sip:bob@example.test>;tag=theirs');
  // Higher than any that may have been used since it was kept (RFC 3261 §12.2.2).
  expect(Number(bye.header('cseq').split(' ')[0])).toBeGreaterThan(DIALOG.localSequence + 50);
  expect(linesOf(bye.text, 'route')).toHaveLength(2);
  bench.respond(bye, 407, 'Proxy Authentication Required', {
    headers: ['Proxy-Authenticate: Digest realm="example.test", nonce="n"'],
  });
  bench.respond(await bench.wire.next('BYE'), 200, 'OK');
  await bench.answersOptions();
});

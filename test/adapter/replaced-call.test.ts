import { ALICE, Bench } from './bench';
import { sdp } from './fake-media';
import type { Sent } from './wire';

const CONTACT = 'Contact: <sip:bob@far.invalid;transport=ws>';
const CAROL = { uri: 'sip:carol@example.test', displayName: 'Carol' };
let bench: Bench;

beforeEach(async () => {
  bench = await new Bench().registered();
});

afterEach(() => bench.stop());

/** The dialog of a call of ours with Bob, as Bob would name it to Carol. */
function nameOf(known: Sent): string {
  const near = known.status === 0 ? known.header('from') : known.header('to');
  const toTag = /;tag=([^;>]+)/.exec(near)?.[1] ?? '';

  return `${known.header('call-id')};to-tag=${toTag};from-tag=${known.status === 0 ? 'far' : 'bob'}`;
}

/** Carol wants somebody's place. */
function carol(replaces: string, headers: readonly string[] = []): string {
  const invite = bench.request(
    'INVITE',
    ['From: "Carol" <sip:carol@example.test>;tag=carol', `Replaces: ${replaces}`, ...headers],
    { body: sdp('sendrecv', 'carol') },
  );

  bench.wire.deliver(invite);

  return invite;
}

async function acceptedBy(callId: string): Promise<Sent> {
  bench.stack.perform(callId, { type: 'accept-replacement' });

  return bench.wire.next(200);
}

describe('somebody who wants the other party’s place', () => {
  test('is asked about, and the call goes on with them under its own name', async () => {
    const invite = await bench.established('out');

    carol(nameOf(invite), ['Require: replaces']);
    expect(await bench.event('out', 'replacement-asked')).toMatchObject({ by: CAROL });
    await bench.wire.next(180);
    expect(bench.wire.count('BYE')).toBe(0);

    const ok = await acceptedBy('out');

    expect(bench.wire.count('BYE')).toBe(0);
    bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
    expect(await bench.event('out', 'replaced')).toMatchObject({ by: CAROL });

    const bye = await bench.wire.next('BYE');

    expect(bye.header('to')).toContain('sip:bob@example.test');
    bench.respond(bye, 200, 'OK');

    // It is Carol's call now: what she does in it is what happens to it.
    bench.wire.deliver(bench.inDialog(ok, 'INVITE', 2, { body: sdp('sendonly') }));
    await bench.wire.next(200);
    expect(await bench.event('out', 'remote-hold-changed')).toMatchObject({ on: true });
    bench.wire.deliver(bench.inDialog(ok, 'BYE', 3));
    expect((await bench.event('out', 'ended')).end.cause).toBe('remote-bye');
    expect(bench.reports).toEqual([]);
  });

  test('in a call that came in is no other than in one that went out', async () => {
    bench.wire.deliver(bench.request('INVITE', [], { body: sdp() }));

    const { callId } = await bench.reported('invited');

    bench.stack.perform(callId, { type: 'send-answer' });

    const answer = await bench.wire.next(200);

    bench.wire.deliver(bench.inDialog(answer, 'ACK', 1));
    await bench.event(callId, 'confirmed');
    carol(nameOf(answer));
    await bench.event(callId, 'replacement-asked');
    bench.wire.deliver(bench.inDialog(await acceptedBy(callId), 'ACK', 1));
    await bench.event(callId, 'replaced');
    await bench.wire.next('BYE');
  });

  test('is refused with 603 when the user stays, and the call goes on', async () => {
    const invite = await bench.established('out');

    carol(nameOf(invite));
    await bench.event('out', 'replacement-asked');
    bench.stack.perform('out', { type: 'refuse-replacement' });
    await bench.wire.next(603);
    await bench.event('out', 'replacement-withdrawn');
    bench.wire.deliver(bench.inDialog(invite, 'INFO', 2));
    await bench.wire.next(200);
  });

  test('is let go after half a minute without a word', async () => {
    carol(nameOf(await bench.established('out')));
    await bench.event('out', 'replacement-asked');
    bench.pass(30_000);
    await bench.wire.next(480);
    await bench.event('out', 'replacement-withdrawn');
  });

  test('may think better of it', async () => {
    const invite = carol(nameOf(await bench.established('out')));
    const via = /^Via: .*$/m.exec(invite)?.[0] ?? '';
    const id = /^Call-ID: .*$/m.exec(invite)?.[0] ?? '';
    const from = 'From: "Carol" <sip:carol@example.test>;tag=carol';

    await bench.event('out', 'replacement-asked');
    bench.wire.deliver(
      bench.request('CANCEL', [id, from, 'CSeq: 1 CANCEL']).replace(/^Via: .*$/m, via.trim()),
    );
    await bench.wire.next(487);
    await bench.event('out', 'replacement-withdrawn');
    expect(bench.wire.count('BYE')).toBe(0);
  });

  test('goes with the call that is hung up meanwhile', async () => {
    carol(nameOf(await bench.established('out')));
    await bench.event('out', 'replacement-asked');
    bench.stack.perform('out', { type: 'send-bye' });
    await bench.wire.next('BYE');
    await bench.wire.next(603);
    expect((await bench.event('out', 'ended')).end.cause).toBe('local-bye');
  });

  test('and was agreed to stays when the other party has left before the ACK', async () => {
    const invite = await bench.established('out');

    carol(nameOf(invite));
    await bench.event('out', 'replacement-asked');

    const ok = await acceptedBy('out');

    bench.wire.deliver(bench.inDialog(invite, 'BYE', 2));
    await bench.wire.next(200);
    await bench.event('out', 'replaced');
    bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
    await bench.event('out', 'confirmed');
    expect(bench.reports).toEqual([]);
    bench.wire.deliver(bench.inDialog(ok, 'BYE', 2));
    await bench.event('out', 'ended');
  });

  test('and was agreed to, and then the user hung up: gets a BYE like the other', async () => {
    carol(nameOf(await bench.established('out')));
    await bench.event('out', 'replacement-asked');

    const ok = await acceptedBy('out');

    bench.stack.perform('out', { type: 'send-bye' });
    await bench.wire.next('BYE');
    bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));

    expect((await bench.wire.next('BYE')).header('to')).toContain('carol');
    expect((await bench.event('out', 'ended')).end.cause).toBe('local-bye');
  });

  test('whose sound can’t be had leaves the call as it was', async () => {
    const invite = await bench.established('out');

    bench.wire.deliver(
      bench.request('INVITE', [`Replaces: ${nameOf(invite)}`, 'From: <sip:c@x.test>;tag=c'], {
        body: 'v=0\r\n',
      }),
    );
    await bench.event('out', 'replacement-asked');
    bench.stack.perform('out', { type: 'accept-replacement' });
    await bench.event('out', 'replacement-withdrawn');
    expect(bench.wire.count('BYE')).toBe(0);
    bench.wire.deliver(bench.inDialog(invite, 'INFO', 2));
    await bench.wire.next(200);
  });

  test('is not heard where the call was muted', async () => {
    carol(nameOf(await bench.established('out')));
    await bench.event('out', 'replacement-asked');
    bench.stack.perform('out', { type: 'set-microphone', on: false });
    await acceptedBy('out');
    expect(bench.media.of('out').isMicrophoneOn).toBe(false);
  });

  test('only one at a time', async () => {
    const invite = await bench.established('out');

    carol(nameOf(invite));
    await bench.event('out', 'replacement-asked');
    carol(nameOf(invite), ['Call-ID: another']);
    await bench.wire.next(486);
    expect(bench.reports).toEqual([]);
  });
});

describe('a question that is open when the connection breaks', () => {
  let known: Sent;
  let asking: string;

  beforeEach(async () => {
    known = await bench.established('out');
    asking = carol(nameOf(known));
    await bench.event('out', 'replacement-asked');
    bench.wire.drop();
    await bench.event('out', 'cut-off');
  });

  /** The server can be reached again. */
  async function back() {
    await bench.registered();
    bench.stack.perform('out', { type: 'recover' });
    await bench.event('out', 'reconnected');
  }

  /** What the server says when it is asked whether Carol still waits. */
  async function carolWaits(status: number, reason: string) {
    const options = await bench.wire.next('OPTIONS');

    expect(options.header('to')).toContain('carol');
    bench.respond(options, status, reason);
  }

  /** The server asks once more, over the new connection. */
  function askAgain() {
    bench.wire.deliver(
      asking.replace(/branch=\S+/, 'branch=z9hG4bKagain').replace('CSeq: 1', 'CSeq: 2'),
    );
  }

  test('stays where the server still knows who asks, and is answered as ever', async () => {
    await back();
    await carolWaits(200, 'OK');
    await bench.wire.next(180);
    bench.wire.deliver(bench.inDialog(await acceptedBy('out'), 'ACK', 1));
    expect(await bench.event('out', 'replaced')).toMatchObject({ by: CAROL });
    expect(bench.reports.filter(({ type }) => type === 'call')).toEqual([]);
  });

  test('is gone where the server knows nothing of it any more, and the call goes on', async () => {
    await back();
    await carolWaits(481, 'Call/Transaction Does Not Exist');
    await bench.event('out', 'replacement-withdrawn');
    expect(bench.wire.count('BYE')).toBe(0);
    bench.wire.deliver(bench.inDialog(known, 'INFO', 2));
    await bench.wire.next(200);
  });

  test('is the same question where the server asks it again', async () => {
    await back();
    askAgain();
    await bench.wire.next(180);
    bench.wire.deliver(bench.inDialog(await acceptedBy('out'), 'ACK', 2));
    await bench.event('out', 'replaced');
    expect((await bench.wire.next('BYE')).header('to')).toContain('bob');
    expect(bench.reports.filter(({ type }) => type === 'call')).toEqual([]);
  });

  test('and is answered with yes meanwhile is answered on the return', async () => {
    bench.stack.perform('out', { type: 'accept-replacement' });
    await back();
    bench.wire.deliver(bench.inDialog(await bench.wire.next(200), 'ACK', 1));
    await bench.event('out', 'replaced');
  });

  test('and is answered with yes meanwhile is answered when the server asks again', async () => {
    bench.stack.perform('out', { type: 'accept-replacement' });
    await back();
    await bench.wire.next('OPTIONS');
    askAgain();
    bench.wire.deliver(bench.inDialog(await bench.wire.next(200), 'ACK', 2));
    await bench.event('out', 'replaced');
  });

  test('and is answered with no meanwhile is gone at once, and refused on the return', async () => {
    bench.stack.perform('out', { type: 'refuse-replacement' });
    await bench.event('out', 'replacement-withdrawn');
    await back();
    await bench.wire.next(603);
    askAgain();
    await bench.wire.next(603);
    expect(bench.reports.filter(({ type }) => type === 'call')).toEqual([]);
  });

  test('is gone where nobody answers it within the half minute that it had', async () => {
    bench.pass(30_000);
    await bench.event('out', 'replacement-withdrawn');
    await back();
    await bench.wire.next(480);
  });
});

describe('a server that vouches for who calls', () => {
  const asserted = ['P-Asserted-Identity: "Carol" <sip:carol@example.test>'];

  beforeEach(async () => {
    await bench.stop();
    bench = await new Bench({
      ...ALICE,
      profile: { ...ALICE.profile, trustsIdentity: true },
    }).registered();
  });

  test('may put somebody in the other party’s place without a question', async () => {
    carol(nameOf(await bench.established('out')), asserted);
    bench.wire.deliver(bench.inDialog(await bench.wire.next(200), 'ACK', 1));

    expect(await bench.event('out', 'replaced')).toMatchObject({ by: CAROL });
    await bench.wire.next('BYE');
    expect(bench.reports).toEqual([]);
  });

  test('but not into a call that is on hold', async () => {
    const invite = await bench.established('out');

    bench.stack.perform('out', { type: 'send-reinvite', hold: true });
    bench.respond(await bench.wire.next('INVITE'), 200, 'OK', { body: sdp('recvonly') });
    await bench.event('out', 'reinvite-accepted');
    carol(nameOf(invite), asserted);
    await bench.event('out', 'replacement-asked');
  });

  test('and does not for this one is not believed', async () => {
    carol(nameOf(await bench.established('out')));
    await bench.event('out', 'replacement-asked');
  });
});

describe('a call of ours that still rings', () => {
  test('is taken by who picks it up, and the one that rings is cancelled', async () => {
    bench.stack.invite('out', 'sip:bob@example.test');

    const invite = await bench.wire.next('INVITE');

    bench.respond(invite, 180, 'Ringing', { headers: [CONTACT] });
    await bench.event('out', 'provisional-received');
    carol(`${nameOf(invite)};early-only`);
    await bench.event('out', 'replacement-asked');
    bench.wire.deliver(bench.inDialog(await acceptedBy('out'), 'ACK', 1));
    await bench.event('out', 'replaced');

    const cancel = await bench.wire.next('CANCEL');

    bench.respond(cancel, 200, 'OK');
    bench.respond(invite, 487, 'Request Terminated');
    await bench.wire.next('ACK');
    await bench.answersOptions();
    expect(bench.reports).toEqual([]);
  });

  test('and has been answered is not there for who wanted it only while it rang', async () => {
    carol(`${nameOf(await bench.established('out'))};early-only`);
    await bench.wire.next(486);
    expect(bench.reports).toEqual([]);
  });
});

describe('is refused without a word to the user', () => {
  test('a call that rings here is its caller’s', async () => {
    bench.wire.deliver(bench.request('INVITE', [], { body: sdp() }));
    await bench.reported('invited');
    carol(nameOf(await bench.wire.next(180)));
    await bench.wire.next(481);
    expect(bench.reports).toEqual([]);
  });

  test('a call that has ended: 603', async () => {
    const invite = await bench.established('out');

    bench.wire.deliver(bench.inDialog(invite, 'BYE', 2));
    await bench.wire.next(200);
    await bench.event('out', 'ended');
    carol(nameOf(invite));
    await bench.wire.next(603);
  });

  test.each([
    ['a call that there never was', () => 'nobody;to-tag=a;from-tag=b', 481],
    ['tags the wrong way round', turned, 481],
    ['the right call with another’s tag', (name: string) => name.replace('=far', '=near'), 481],
    ['tags that only together are right', shifted, 481],
    ['no tags', (name: string) => name.replace(/;.*/, ''), 400],
    ['two tags of ours', (name: string) => `${name};to-tag=x`, 400],
    ['two calls', (name: string) => `${name}, other;to-tag=a;from-tag=b`, 400],
    ['another field in it', (name: string) => `${name}%0d%0aX-Evil: 1`, 400],
    ['two fields', (name: string) => `${name}\r\nReplaces: ${name}`, 400],
  ])('%s', async (_what, made, status) => {
    const invite = await bench.established('out');

    carol(made(nameOf(invite)));
    await bench.wire.next(status);
    expect(bench.reports).toEqual([]);
    expect(bench.wire.count('BYE')).toBe(0);
  });
});

function turned(name: string): string {
  const [callId, to = '', from = ''] = name.split(';');

  return `${callId};${to.replace('to-', 'from-')};${from.replace('from-', 'to-')}`;
}

/** SIP.js knows a dialog by Call-ID and tags written one behind the other. */
function shifted(name: string): string {
  return name.replace(/(.);to-tag=/, ';to-tag=$1');
}

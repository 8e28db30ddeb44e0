import { Bench } from './bench';
import { sdp } from './fake-media';
import type { Sent } from './wire';

const CONTACT = 'Contact: <sip:carol@far.invalid;transport=ws>';
let bench: Bench;
let invite: Sent;

beforeEach(async () => {
  bench = await new Bench().registered();
  invite = await bench.established('out');
});

afterEach(() => bench.stop());

async function refer(): Promise<Sent> {
  bench.stack.perform('out', { type: 'send-refer', uri: 'sip:carol@example.test' });

  return bench.wire.next('REFER');
}

/** Bob tells how his call to Carol goes. */
function notify(cseq: number, line: string, state = 'active;expires=60') {
  bench.wire.deliver(
    bench.inDialog(invite, 'NOTIFY', cseq, {
      headers: ['Event: refer', `Subscription-State: ${state}`],
      contentType: 'message/sipfrag;version=2.0',
      body: `${line}\r\n`,
    }),
  );
}

describe('sending the other party on', () => {
  test('tells how it goes, to its end', async () => {
    const asked = await refer();

    expect(asked.header('refer-to')).toContain('sip:carol@example.test');
    expect(asked.header('referred-by')).toContain('sip:alice@example.test');
    bench.respond(asked, 202, 'Accepted');
    notify(2, 'SIP/2.0 100 Trying');
    await bench.wire.next(200);
    expect(await bench.event('out', 'transfer-progressed')).toMatchObject({
      response: { statusCode: 100, reasonPhrase: 'Trying' },
    });
    notify(3, 'SIP/2.0 180 Ringing');
    await bench.event('out', 'transfer-progressed');
    notify(4, 'SIP/2.0 200 OK', 'terminated;reason=noresource');
    expect(await bench.event('out', 'transfer-progressed')).toMatchObject({
      response: { statusCode: 200 },
    });
    // Hanging up is what the call model decides.
    expect(bench.wire.count('BYE')).toBe(0);
    expect([...bench.timers.values()]).not.toContain(180_000);
  });

  test('works just as well while the call is held', async () => {
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });
    bench.respond(await bench.wire.next('INVITE'), 200, 'OK', { body: sdp('recvonly') });
    await bench.event('out', 'reinvite-accepted');
    bench.respond(await refer(), 202, 'Accepted');
    notify(2, 'SIP/2.0 200 OK', 'terminated;reason=noresource');
    await bench.event('out', 'transfer-progressed');
  });

  test.each([
    [405, 'Method Not Allowed'],
    [603, 'Decline'],
  ])('is refused with %i, and the call goes on', async (status, reason) => {
    bench.respond(await refer(), status, reason);

    expect(await bench.event('out', 'transfer-failed')).toEqual({
      type: 'transfer-failed',
      response: { statusCode: status, reasonPhrase: reason },
    });
    await bench.answersOptions();
    expect(bench.wire.count('BYE')).toBe(0);
  });

  test('fails at the third party, and may be tried again', async () => {
    bench.respond(await refer(), 202, 'Accepted');
    notify(2, 'SIP/2.0 486 Busy Here', 'terminated;reason=noresource');
    expect(await bench.event('out', 'transfer-progressed')).toMatchObject({
      response: { statusCode: 486, reasonPhrase: 'Busy Here' },
    });
    bench.respond(await refer(), 202, 'Accepted');
    notify(3, 'SIP/2.0 200 OK', 'terminated;reason=noresource');
    await bench.event('out', 'transfer-progressed');
  });

  test.each([
    ['ever', null, 32_000],
    ['after the first', 'SIP/2.0 180 Ringing', 180_000],
  ])('without news %s is given up in time', async (_when, line, delayMs) => {
    bench.respond(await refer(), 202, 'Accepted');
    await bench.timerOf(32_000);
    if (line !== null) {
      notify(2, line);
      await bench.event('out', 'transfer-progressed');
    }
    bench.pass(delayMs);

    expect(await bench.event('out', 'transfer-failed')).toMatchObject({ response: null });
    // Too late, but answered.
    notify(3, 'SIP/2.0 200 OK', 'terminated;reason=noresource');
    await bench.answersOptions();
    expect(bench.reports).toEqual([]);
  });

  test('news that make no sense are answered and say nothing', async () => {
    bench.respond(await refer(), 202, 'Accepted');
    notify(2, 'It rings');
    await bench.wire.next(200);
    await bench.answersOptions();

    expect(bench.reports).toEqual([]);
  });

  test('news may come before the 202', async () => {
    const asked = await refer();

    notify(2, 'SIP/2.0 100 Trying');
    await bench.event('out', 'transfer-progressed');
    bench.respond(asked, 202, 'Accepted');
    notify(3, 'SIP/2.0 200 OK', 'terminated;reason=noresource');

    expect(await bench.event('out', 'transfer-progressed')).toMatchObject({
      response: { statusCode: 200 },
    });
  });

  test.each([
    ['nothing more than that', 'SIP/2.0 100 Trying'],
    ['not a word', 'nothing of use'],
  ])('ends unknown where the last news is %s', async (_what, line) => {
    bench.respond(await refer(), 202, 'Accepted');
    notify(2, line, 'terminated;reason=giveup');
    await bench.wire.next(200);

    expect(await bench.event('out', 'transfer-failed')).toMatchObject({ response: null });
    expect([...bench.timers.values()]).not.toContain(180_000);
    expect(bench.reports).toEqual([]);
  });

  test('ends unknown where a 202 is all that is ever said', async () => {
    bench.respond(await refer(), 202, 'Accepted');
    await bench.timerOf(32_000);
    bench.pass(32_000);
    expect(await bench.event('out', 'transfer-failed')).toMatchObject({ response: null });
    // Too late to mean anything.
    notify(2, 'SIP/2.0 200 OK', 'terminated;reason=noresource');
    await bench.wire.next(200);
    expect(bench.reports).toEqual([]);
  });

  test('ends unknown where the connection breaks in its middle, and the call stays', async () => {
    bench.respond(await refer(), 202, 'Accepted');
    notify(2, 'SIP/2.0 180 Ringing');
    await bench.event('out', 'transfer-progressed');
    bench.wire.drop();
    await bench.reported('connection-lost');
    await bench.event('out', 'cut-off');
    bench.pass(180_000);
    await bench.event('out', 'transfer-failed');
    expect(bench.reports).toEqual([]);
  });

  test('news after the BYE find nobody', async () => {
    bench.respond(await refer(), 202, 'Accepted');
    bench.stack.perform('out', { type: 'send-bye' });
    bench.respond(await bench.wire.next('BYE'), 200, 'OK');
    await bench.event('out', 'ended');
    notify(2, 'SIP/2.0 200 OK', 'terminated;reason=noresource');
    await bench.wire.next(481);
    expect(bench.reports).toEqual([]);
  });

  test('crosses their own wish: each is answered for itself', async () => {
    const asked = await refer();

    bench.wire.deliver(
      bench.inDialog(invite, 'REFER', 2, { headers: ['Refer-To: <sip:dave@example.test>'] }),
    );
    await bench.wire.next(202);
    bench.respond(asked, 603, 'Decline');
    await bench.event('out', 'referred');
    expect(await bench.event('out', 'transfer-failed')).toMatchObject({
      response: { statusCode: 603 },
    });
  });

  test('to the party of another call names that call', async () => {
    const consult = await bench.established('consult');

    bench.stack.perform('out', { type: 'send-refer-to-call', callId: 'consult' });

    const asked = await bench.wire.next('REFER');
    const replaces = decodeURIComponent(
      /[?]Replaces=([^>]+)>/.exec(asked.header('refer-to'))?.[1] ?? '',
    );
    const ourTag = /;tag=([^;]+)/.exec(consult.header('from'))?.[1] ?? '';

    expect(asked.header('call-id')).toBe(invite.header('call-id'));
    expect(replaces).toBe(`${consult.header('call-id')};to-tag=far;from-tag=${ourTag}`);
  });

  test('to a call that is not up fails, and nothing is sent', async () => {
    bench.stack.invite('consult', 'sip:carol@example.test');
    await bench.wire.next('INVITE');
    bench.stack.perform('out', { type: 'send-refer-to-call', callId: 'consult' });

    expect(await bench.event('out', 'transfer-failed')).toMatchObject({ response: null });
    expect(bench.wire.count('REFER')).toBe(0);
  });
});

describe('the other side wants us to call somebody', () => {
  /** Bob's REFER, taken and told to the user. */
  async function referred(to: string, cseq = 2) {
    bench.wire.deliver(bench.inDialog(invite, 'REFER', cseq, { headers: [`Refer-To: ${to}`] }));
    await bench.wire.next(202);

    const trying = await bench.wire.next('NOTIFY');

    expect(trying.body).toContain('SIP/2.0 100');
    bench.respond(trying, 200, 'OK');

    return bench.event('out', 'referred');
  }

  test('and is told how it went when the user agreed', async () => {
    expect(await referred('"Carol" <sip:carol@example.test>')).toMatchObject({
      target: { uri: 'sip:carol@example.test', displayName: 'Carol' },
    });
    bench.stack.invite('new', 'sip:carol@example.test', { referredBy: 'out' });

    const second = await bench.wire.next('INVITE');

    expect(second.uri).toBe('sip:carol@example.test');
    bench.respond(second, 180, 'Ringing', { headers: [CONTACT] });

    const ringing = await bench.wire.next('NOTIFY');

    expect(ringing.body).toContain('SIP/2.0 180');
    expect(ringing.header('subscription-state')).toMatch(/^active/);
    bench.respond(ringing, 200, 'OK');
    bench.respond(second, 200, 'OK', { headers: [CONTACT], body: sdp() });

    const answered = await bench.wire.next('NOTIFY');

    expect(answered.body).toContain('SIP/2.0 200');
    expect(answered.header('subscription-state')).toMatch(/^terminated/);
    await bench.event('new', 'confirmed');
    bench.stack.perform('new', { type: 'send-bye' });
    await bench.event('new', 'ended');
    await bench.answersOptions();
    expect(bench.wire.count('NOTIFY')).toBe(3);
  });

  test('and hears of it when the third party is busy', async () => {
    await referred('<sip:carol@example.test>');
    bench.stack.invite('new', 'sip:carol@example.test', { referredBy: 'out' });
    bench.respond(await bench.wire.next('INVITE'), 486, 'Busy Here');

    expect((await bench.wire.next('NOTIFY')).body).toContain('SIP/2.0 486 Busy Here');
  });

  test('and is told 603 when the user did not want it', async () => {
    await referred('<sip:carol@example.test>');
    bench.stack.perform('out', { type: 'refuse-referral' });

    expect((await bench.wire.next('NOTIFY')).body).toContain('SIP/2.0 603');
    expect(bench.wire.count('INVITE')).toBe(1);
  });

  test('in the place of another call, which is named in the INVITE and nothing else is', async () => {
    await referred(
      '<sip:carol@far.invalid;transport=ws?Replaces=abc%40x%3Bto-tag%3D1%3Bfrom-tag%3D2&X-Evil=1>',
    );
    bench.stack.invite('new', 'sip:carol@far.invalid', { referredBy: 'out' });

    const second = await bench.wire.next('INVITE');

    expect(second.header('replaces')).toBe('abc@x;to-tag=1;from-tag=2');
    expect(second.uri).toContain('transport=ws');
    expect(second.text).not.toContain('X-Evil');
  });

  test.each([
    '<sip:carol@example.test?Replaces=a%3Bto-tag%3D1%0D%0AX-Injected%3A%20pwned>',
    '<sip:carol@example.test?Replaces=%E0%A4%A>',
    '<https://evil.example>',
  ])('by %s is refused', async (to) => {
    bench.wire.deliver(bench.inDialog(invite, 'REFER', 2, { headers: [`Refer-To: ${to}`] }));
    await bench.answersOptions();

    expect(bench.wire.sent.some(({ status }) => status === 202)).toBe(false);
    expect(bench.reports).toEqual([]);
  });

  test('and hears no after half a minute without a word', async () => {
    await referred('<sip:carol@example.test>');
    bench.pass(30_000);

    const no = await bench.wire.next('NOTIFY');

    expect(no.body).toContain('SIP/2.0 603');
    expect(no.header('subscription-state')).toMatch(/^terminated/);
    await bench.event('out', 'referral-expired');
    bench.stack.invite('new', 'sip:carol@example.test', { referredBy: 'out' });
    await bench.wire.next('INVITE');
    await bench.answersOptions();
    expect(bench.wire.count('NOTIFY')).toBe(2);
  });

  test('and hears 503 where our call can’t even be begun', async () => {
    await referred('<sip:carol@example.test>');
    bench.stack.configure(null);
    bench.stack.invite('new', 'sip:carol@example.test', { referredBy: 'out' });

    expect((await bench.wire.next('NOTIFY')).body).toContain('SIP/2.0 503');
    expect((await bench.event('new', 'ended')).end.problem).toBe('connection-lost');
  });

  test('and hears nothing any more once it has hung up', async () => {
    await referred('<sip:carol@example.test>');
    bench.wire.deliver(bench.inDialog(invite, 'BYE', 3));
    await bench.event('out', 'ended');
    expect([...bench.timers.values()]).not.toContain(30_000);
    await bench.answersOptions();
    expect(bench.wire.count('NOTIFY')).toBe(1);
  });

  test('twice is refused the second time', async () => {
    await referred('<sip:carol@example.test>');
    bench.wire.deliver(
      bench.inDialog(invite, 'REFER', 3, { headers: ['Refer-To: <sip:dave@example.test>'] }),
    );
    await bench.wire.next(603);
  });
});

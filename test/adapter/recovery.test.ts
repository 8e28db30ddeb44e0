import { Bench } from './bench';
import { sdp } from './fake-media';
import type { Sent } from './wire';

let bench: Bench;

beforeEach(async () => {
  bench = await new Bench().registered();
});

afterEach(() => bench.stop());

/** The connection breaks under these calls. */
async function cutOff(...callIds: readonly string[]) {
  bench.wire.drop();
  await bench.reported('connection-lost');
  for (const callId of callIds) {
    await bench.event(callId, 'cut-off');
  }
}

/** The server can be reached again: we register, and the calls recover. */
async function back(...callIds: readonly string[]) {
  await bench.registered();
  for (const callId of callIds) {
    bench.stack.perform(callId, { type: 'recover' });
    await bench.event(callId, 'reconnected');
  }
}

/** Calls Bob, who has not answered. */
async function calling(...responses: readonly [number, string, string?][]) {
  bench.stack.invite('out', 'sip:bob@example.test');

  const invite = await bench.wire.next('INVITE');

  for (const [status, reason, body] of responses) {
    bench.respond(invite, status, reason, {
      headers: ['Contact: <sip:bob@far.invalid;transport=ws>'],
      ...(body === undefined ? {} : { body }),
    });
    if (status > 100) {
      await bench.event('out', 'provisional-received');
    }
  }

  return invite;
}

/** Bob's INVITE, as it came first or comes again. */
function ringing(callId: string, cseq = 1) {
  return bench.request('INVITE', [`Call-ID: ${callId}`, `CSeq: ${cseq} INVITE`], { body: sdp() });
}

/** Bob rings; our 180. */
async function rung(far = 'rung') {
  bench.wire.deliver(ringing(far));

  const { callId } = await bench.reported('invited');

  return { callId, ring: await bench.wire.next(180) };
}

/** An incoming call that is up; our 200. */
async function answered() {
  const { callId } = await rung();

  bench.stack.perform(callId, { type: 'send-answer' });

  const ok = await bench.wire.next(200);

  bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
  await bench.event(callId, 'confirmed');

  return { callId, ok };
}

/** The other side agrees to our re-INVITE, which asks for this direction. */
async function agrees(
  direction = 'sendrecv',
  theirs = direction === 'sendonly' ? 'recvonly' : direction,
) {
  const invite = await bench.wire.next('INVITE');

  expect(invite.header('to')).toContain(';tag=');
  expect(invite.body).toContain(`a=${direction}`);
  bench.respond(invite, 200, 'OK', {
    headers: ['Contact: <sip:bob@far.invalid;transport=ws>'],
    body: sdp(theirs),
  });
  await bench.wire.next('ACK');

  return invite;
}

/** No call has ended, and nothing else is told either. */
function expectNothingElse() {
  expect(bench.reports.filter(({ type }) => type === 'call')).toEqual([]);
}

describe('a call that is up', () => {
  test('goes on over the next connection: REGISTER first, then a new way for its sound', async () => {
    const invite = await bench.established('out');

    await cutOff('out');
    await back('out');

    const again = await agrees();

    expect(bench.wire.sent.map(({ method }) => method)).toEqual(['REGISTER', 'INVITE', 'ACK']);
    expect(again.header('call-id')).toBe(invite.header('call-id'));
    expect(again.header('contact')).not.toBe('');
    expect(bench.media.of('out').restarts).toBe(1);
    expectNothingElse();
  });

  test('that came in goes on as well', async () => {
    const { callId } = await answered();

    await cutOff(callId);
    await back(callId);
    await agrees();
    expectNothingElse();
  });

  test('can be ended from either side afterwards', async () => {
    const invite = await bench.established('out');

    await bench.established('second');
    await cutOff('out', 'second');
    await back('out');
    await agrees();
    bench.stack.perform('second', { type: 'recover' });
    await agrees();
    bench.wire.deliver(bench.inDialog(invite, 'BYE', 2));
    await bench.wire.next(200);
    expect((await bench.event('out', 'ended')).end.cause).toBe('remote-bye');
    bench.stack.perform('second', { type: 'send-bye' });
    bench.respond(await bench.wire.next('BYE'), 200, 'OK');
    expect((await bench.event('second', 'ended')).end.cause).toBe('local-bye');
  });

  test('ends where the server knows nothing of it any more', async () => {
    await bench.established('out');
    await cutOff('out');
    await back('out');
    bench.respond(await bench.wire.next('INVITE'), 481, 'Call/Transaction Does Not Exist');

    expect((await bench.event('out', 'ended')).end.problem).toBe('connection-lost');
  });

  test.each([
    [408, 'Request Timeout'],
    [500, 'Server Internal Error'],
    [503, 'Service Unavailable'],
  ])('is kept where the server says %i, and tries again', async (status, reason) => {
    await bench.established('out');
    await cutOff('out');
    await back('out');
    bench.respond(await bench.wire.next('INVITE'), status, reason);
    await bench.timerOf(2000);
    bench.pass(2000);
    await agrees();
    expect(bench.media.of('out').restarts).toBe(2);
    expectNothingElse();
  });

  test('is kept where the connection breaks again before the answer', async () => {
    await bench.established('out');
    await cutOff('out');
    await back('out');
    await bench.wire.next('INVITE');
    await cutOff('out');
    await back('out');
    await agrees();
    expectNothingElse();
  });

  test('is kept where the other side does not want to look for another way', async () => {
    await bench.established('out');
    await cutOff('out');
    await back('out');
    bench.respond(await bench.wire.next('INVITE'), 488, 'Not Acceptable Here');
    await bench.wire.next('ACK');
    await bench.answersOptions();
    expect(bench.media.of('out').rollbacks).toBe(1);
    expectNothingElse();
  });

  test('asks the server once, however often its sound is in trouble meanwhile', async () => {
    await bench.established('out');
    await cutOff('out');
    await back('out');
    bench.respond(await bench.wire.next('INVITE'), 491, 'Request Pending');
    await bench.timerOf(2100);
    bench.pass(2100);
    await agrees();
    await bench.answersOptions();
    expect(bench.wire.count('INVITE')).toBe(2);
  });
});

describe('a call on hold', () => {
  test.each([
    ['us', ['sendonly', 'recvonly']],
    ['them', ['sendrecv', 'sendonly']],
    ['both', ['inactive', 'inactive']],
  ] as const)('by %s is on hold afterwards', async (by, directions) => {
    const invite = await bench.established('out');

    if (by !== 'us') {
      bench.wire.deliver(bench.inDialog(invite, 'INVITE', 2, { body: sdp('sendonly') }));
      await bench.wire.next(200);
      bench.wire.deliver(bench.inDialog(invite, 'ACK', 2));
      await bench.event('out', 'remote-hold-changed');
    }
    if (by !== 'them') {
      bench.stack.perform('out', { type: 'send-reinvite', hold: true });
      await agrees(by === 'both' ? 'inactive' : 'sendonly');
      await bench.event('out', 'reinvite-accepted');
    }
    await cutOff('out');
    await back('out');

    await agrees(...directions);
    expect(bench.media.of('out').hold).toEqual({ local: by !== 'them', remote: by !== 'us' });
    expectNothingElse();
  });

  test('that is pressed while the server is away is asked for on its return, and mute meanwhile', async () => {
    await bench.established('out');
    await cutOff('out');
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });
    expect(bench.media.of('out').hold.local).toBe(true);
    await back('out');
    await agrees('sendonly');
    await bench.event('out', 'reinvite-accepted');
    expectNothingElse();
  });
});

describe('a re-INVITE under way when the connection breaks', () => {
  test('of ours, before its answer, is asked for again with all that it asked for', async () => {
    await bench.established('out');
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });
    bench.respond(await bench.wire.next('INVITE'), 100, 'Trying');
    await bench.answersOptions();
    await cutOff('out');
    await back('out');
    expect(bench.media.of('out').rollbacks).toBe(1);
    await agrees('sendonly');
    await bench.event('out', 'reinvite-accepted');
    expectNothingElse();
  });

  test('of ours is asked for until a server in trouble is well', async () => {
    await bench.established('out');
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });
    await bench.wire.next('INVITE');
    await cutOff('out');
    await back('out');
    bench.respond(await bench.wire.next('INVITE'), 500, 'Server Internal Error');
    await bench.timerOf(2000);
    expect(bench.media.of('out').hold.local).toBe(true);
    bench.pass(2000);
    await agrees('sendonly');
    await bench.event('out', 'reinvite-accepted');
    expectNothingElse();
  });

  test('of ours, while its offer is being made, leaves over the next connection', async () => {
    await bench.established('out');

    let release: () => void = () => undefined;

    bench.media.of('out').gate = new Promise((resolve) => {
      release = resolve;
    });
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });
    await cutOff('out');
    release();
    await back('out');
    await agrees('sendonly');
    await bench.event('out', 'reinvite-accepted');
    expectNothingElse();
  });

  test('of ours, after its answer, has that acknowledged when it comes again', async () => {
    await bench.established('out');
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });

    const held = await bench.wire.next('INVITE');
    const answer = { headers: ['Contact: <sip:bob@far.invalid>'], body: sdp('recvonly') };

    bench.wire.losesAll = true;
    bench.respond(held, 200, 'OK', answer);
    await bench.event('out', 'reinvite-accepted');
    await cutOff('out');
    await back('out');
    bench.respond(held, 200, 'OK', answer);
    expect((await bench.wire.next('ACK')).header('cseq')).toBe(
      held.header('cseq').replace('INVITE', 'ACK'),
    );
  });

  test('of ours, whose answer is still being read, has that acknowledged as well', async () => {
    await bench.established('out');
    bench.stack.perform('out', { type: 'send-reinvite', hold: true });

    const held = await bench.wire.next('INVITE');
    const answer = { headers: ['Contact: <sip:bob@far.invalid>'], body: sdp('recvonly') };
    let release: () => void = () => undefined;

    bench.media.of('out').gate = new Promise((resolve) => {
      release = resolve;
    });
    bench.respond(held, 200, 'OK', answer);
    await cutOff('out');
    release();
    await bench.event('out', 'reinvite-accepted');
    await back('out');
    bench.respond(held, 200, 'OK', answer);
    expect((await bench.wire.next('ACK')).header('cseq')).toBe(
      held.header('cseq').replace('INVITE', 'ACK'),
    );
  });

  test('of theirs, before our answer, has its answer over the next connection', async () => {
    const invite = await bench.established('out');
    let release: () => void = () => undefined;

    bench.media.of('out').gate = new Promise((resolve) => {
      release = resolve;
    });
    bench.wire.deliver(bench.inDialog(invite, 'INVITE', 2, { body: sdp('sendonly') }));
    await cutOff('out');
    release();
    await bench.event('out', 'remote-hold-changed');
    await back('out');
    await bench.wire.next(200);
    bench.wire.deliver(bench.inDialog(invite, 'ACK', 2));
    await agrees('sendrecv', 'sendonly');
    expectNothingElse();
  });

  test('of theirs, after our answer, does not end the call for the want of its ACK', async () => {
    const invite = await bench.established('out');

    bench.wire.deliver(bench.inDialog(invite, 'INVITE', 2, { body: sdp() }));
    await bench.wire.next(200);
    await cutOff('out');
    await back('out');
    await bench.wire.next(200);
    await agrees();
    expectNothingElse();
  });
});

describe('what the user does while the server is out of reach', () => {
  test('a hang-up ends the call at once, and its BYE leaves on the return', async () => {
    const invite = await bench.established('out');

    await cutOff('out');
    bench.stack.perform('out', { type: 'send-bye' });
    expect((await bench.event('out', 'ended')).end.cause).toBe('local-bye');
    await bench.registered();

    const bye = await bench.wire.next('BYE');

    expect(bye.header('call-id')).toBe(invite.header('call-id'));
    bench.respond(bye, 200, 'OK');
  });

  test('a BYE whose answer got lost is said again', async () => {
    await bench.established('out');
    bench.stack.perform('out', { type: 'send-bye' });
    await bench.wire.next('BYE');
    await bench.event('out', 'ended');
    await cutOff();
    await bench.registered();
    bench.respond(await bench.wire.next('BYE'), 200, 'OK');
    expectNothingElse();
  });

  describe('digits that go as INFO', () => {
    beforeEach(() => {
      bench.media.hasTelephoneEvents = false;
    });

    test('are sent in their order on the return', async () => {
      await bench.established('out');
      await cutOff('out');
      bench.stack.perform('out', { type: 'send-dtmf', tones: '4' });
      bench.stack.perform('out', { type: 'send-dtmf', tones: '7#' });
      await bench.timerOf(5000);
      await back('out');
      for (const digit of ['4', '7', '#']) {
        const info = await bench.wire.next('INFO');

        expect(info.body).toContain(`Signal=${digit}\r\n`);
        bench.respond(info, 200, 'OK');
      }
      expectNothingElse();
    });

    test('are told as lost where the server stays away, and never sent late', async () => {
      await bench.established('out');
      await cutOff('out');
      bench.stack.perform('out', { type: 'send-dtmf', tones: '4,7#' });
      await bench.timerOf(5000);
      bench.pass(5000);
      expect(await bench.event('out', 'dtmf-lost')).toMatchObject({ tones: '47#' });
      await back('out');
      await agrees();
      await bench.answersOptions();
      expect(bench.wire.count('INFO')).toBe(0);
      bench.stack.perform('out', { type: 'send-dtmf', tones: '4' });
      expect((await bench.wire.next('INFO')).body).toContain('Signal=4');
    });

    test('are told as lost where nobody knows whether one arrived, and not sent twice', async () => {
      await bench.established('out');
      bench.stack.perform('out', { type: 'send-dtmf', tones: '47' });
      await bench.wire.next('INFO');
      await cutOff('out');
      expect(await bench.event('out', 'dtmf-lost')).toMatchObject({ tones: '47' });
      await back('out');
      await agrees();
      await bench.answersOptions();
      expect(bench.wire.count('INFO')).toBe(0);
    });
  });

  test('a transfer is asked for on the return', async () => {
    await bench.established('out');
    await cutOff('out');
    bench.stack.perform('out', { type: 'send-refer', uri: 'sip:carol@example.test' });
    await back('out');
    bench.respond(await bench.wire.next('REFER'), 202, 'Accepted');
    await agrees();
    expectNothingElse();
  });

  test('a transfer that was being asked for is not asked for twice', async () => {
    const invite = await bench.established('out');

    bench.stack.perform('out', { type: 'send-refer', uri: 'sip:carol@example.test' });
    await bench.wire.next('REFER');
    await cutOff('out');
    await back('out');
    await agrees();
    expect(bench.wire.count('REFER')).toBe(0);
    bench.wire.deliver(
      bench.inDialog(invite, 'NOTIFY', 2, {
        headers: ['Event: refer', 'Subscription-State: terminated'],
        contentType: 'message/sipfrag',
        body: 'SIP/2.0 200 OK\r\n',
      }),
    );
    expect((await bench.event('out', 'transfer-progressed')).response.statusCode).toBe(200);
  });
});

describe('a call that is dialled while the server is out of reach', () => {
  test('leaves on the return', async () => {
    await cutOff();
    bench.stack.invite('out', 'sip:bob@example.test');
    await bench.event('out', 'cut-off');
    await bench.pause();
    await back('out');
    await bench.event('out', 'calling-again');
    bench.respond(await bench.wire.next('INVITE'), 486, 'Busy Here');
    expect((await bench.event('out', 'ended')).end.response?.statusCode).toBe(486);
  });

  test('ends soon where there is none', async () => {
    await cutOff();
    bench.stack.invite('out', 'sip:bob@example.test');
    await bench.event('out', 'cut-off');
    bench.pass(12_000);
    expect((await bench.event('out', 'ended')).end.problem).toBe('connection-lost');
  });
});

describe('a call of ours that nobody has answered', () => {
  /** The old INVITE is taken back and another one leaves, for the same call. */
  async function callsAgain(first: Sent) {
    const cancel = await bench.wire.next('CANCEL');

    expect(cancel.header('via')).toBe(first.header('via'));
    bench.respond(cancel, 200, 'OK');
    await bench.event('out', 'calling-again');

    const again = await bench.wire.next('INVITE');

    expect(again.uri).toBe(first.uri);
    expect(again.header('call-id')).not.toBe(first.header('call-id'));
    bench.respond(again, 200, 'OK', {
      headers: ['Contact: <sip:bob@far.invalid;transport=ws>'],
      body: sdp(),
    });
    await bench.wire.next('ACK');
    await bench.event('out', 'confirmed');
    expectNothingElse();

    return again;
  }

  test('is placed again where nothing was heard of it', async () => {
    const invite = await calling();

    await cutOff('out');
    await back('out');
    await callsAgain(invite);
  });

  test('is placed again where the server was only trying', async () => {
    const invite = await calling([100, 'Trying']);

    await cutOff('out');
    await back('out');
    await callsAgain(invite);
  });

  test('is placed again where it rang', async () => {
    const invite = await calling([180, 'Ringing']);

    await cutOff('out');
    await back('out');
    await callsAgain(invite);
  });

  test('is placed again where something was heard before the answer', async () => {
    const invite = await calling([183, 'Session Progress', sdp()]);

    await cutOff('out');
    await back('out');
    await callsAgain(invite);
  });

  test('leaves over the next connection where its offer was still being made', async () => {
    let release: () => void = () => undefined;

    bench.media.gate = new Promise((resolve) => {
      release = resolve;
    });
    bench.stack.invite('out', 'sip:bob@example.test');
    await cutOff('out');
    await back('out');
    release();
    bench.respond(await bench.wire.next('INVITE'), 180, 'Ringing', {
      headers: ['Contact: <sip:bob@far.invalid>'],
    });
    await bench.event('out', 'provisional-received');
    expect([bench.wire.count('INVITE'), bench.wire.count('CANCEL')]).toEqual([1, 0]);
    expectNothingElse();
  });

  test('leaves on the return where its INVITE was ready too late', async () => {
    let release: () => void = () => undefined;

    bench.media.gate = new Promise((resolve) => {
      release = resolve;
    });
    bench.stack.invite('out', 'sip:bob@example.test');
    await cutOff('out');
    release();
    await bench.pause();
    await back('out');
    await bench.event('out', 'calling-again');
    await bench.wire.next('INVITE');
    expect([bench.wire.count('INVITE'), bench.wire.count('CANCEL')]).toEqual([1, 0]);
    expectNothingElse();
  });

  test('stays muted', async () => {
    const invite = await calling([180, 'Ringing']);

    bench.stack.perform('out', { type: 'set-microphone', on: false });
    await cutOff('out');
    await back('out');
    await callsAgain(invite);
    expect(bench.media.of('out').isMicrophoneOn).toBe(false);
  });

  test('that is given up meanwhile is over at once, and taken back on the return', async () => {
    const invite = await calling([180, 'Ringing']);

    await cutOff('out');
    bench.stack.perform('out', { type: 'send-cancel' });
    expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
    await bench.registered();
    expect((await bench.wire.next('CANCEL')).header('via')).toBe(invite.header('via'));
    expect(bench.wire.count('INVITE')).toBe(0);
  });

  test('whose CANCEL may have got lost is taken back once more', async () => {
    await calling([180, 'Ringing']);
    bench.stack.perform('out', { type: 'send-cancel' });
    await bench.wire.next('CANCEL');
    bench.wire.drop();
    expect((await bench.event('out', 'ended')).end.cause).toBe('cancelled');
    await bench.registered();
    await bench.wire.next('CANCEL');
  });

  test('ends where the server stays away for as long as an INVITE may wait', async () => {
    await calling([180, 'Ringing']);
    await cutOff('out');
    await bench.timerOf(32_000);
    bench.pass(32_000);
    expect((await bench.event('out', 'ended')).end.problem).toBe('connection-lost');
    await bench.registered();
    await bench.wire.next('CANCEL');
  });

  test('that is answered after all, too late, is not left open', async () => {
    const invite = await calling([180, 'Ringing']);

    await cutOff('out');
    await back('out');
    await callsAgain(invite);
    bench.respond(invite, 200, 'OK', { headers: ['Contact: <sip:bob@far.invalid>'], body: sdp() });
    await bench.wire.next('ACK');
    expect((await bench.wire.next('BYE')).header('call-id')).toBe(invite.header('call-id'));
  });
});

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

    await bench.stop();
    bench = await loud.registered();

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

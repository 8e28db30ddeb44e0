import { sdp } from '../fake-media';
import { bench } from '../bench-in-use';

/** The connection breaks under these calls. */
export async function cutOff(...callIds: readonly string[]) {
  bench.wire.drop();
  await bench.reported('connection-lost');
  for (const callId of callIds) {
    await bench.event(callId, 'cut-off');
  }
}

/** The server can be reached again: we register, and the calls recover. */
export async function back(...callIds: readonly string[]) {
  await bench.registered();
  for (const callId of callIds) {
    bench.stack.perform(callId, { type: 'recover' });
    await bench.event(callId, 'reconnected');
  }
}

/** Calls Bob, who has not answered. */
export async function calling(...responses: readonly [number, string, string?][]) {
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
export function ringing(callId: string, cseq = 1) {
  return bench.request('INVITE', [`Call-ID: ${callId}`, `CSeq: ${cseq} INVITE`], { body: sdp() });
}

/** Bob rings; our 180. */
export async function rung(far = 'rung') {
  bench.wire.deliver(ringing(far));

  const { callId } = await bench.reported('invited');

  return { callId, ring: await bench.wire.next(180) };
}

/** An incoming call that is up; our 200. */
export async function answered() {
  const { callId } = await rung();

  bench.stack.perform(callId, { type: 'send-answer' });

  const ok = await bench.wire.next(200);

  bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
  await bench.event(callId, 'confirmed');

  return { callId, ok };
}

/** The other side agrees to our re-INVITE, which asks for this direction. */
export async function agrees(
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
export function expectNothingElse() {
  expect(bench.reports.filter(({ type }) => type === 'call')).toEqual([]);
}

import { sdp } from './fake-media';
import type { Sent } from './wire';
import { bench } from './bench-in-use';

/** Bob's INVITE and what follows from it. */
export async function ring(headers: readonly string[] = [], body = sdp()) {
  bench.wire.deliver(bench.request('INVITE', headers, { body }));

  const { callId, remote } = await bench.reported('invited');

  return { callId, remote };
}

/** Alice answers, and Bob has heard it; her 200. */
export async function answer(callId: string): Promise<Sent> {
  bench.stack.perform(callId, { type: 'send-answer' });

  const ok = await bench.wire.next(200);

  bench.wire.deliver(bench.inDialog(ok, 'ACK', 1));
  await bench.event(callId, 'confirmed');

  return ok;
}

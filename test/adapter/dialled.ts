import { bench } from './bench-in-use';

/** Where Bob's phone wants to be spoken to. */
export const CONTACT = 'Contact: <sip:bob@far.invalid;transport=ws>';

/** Alice calls Bob; her INVITE. */
export async function dial() {
  bench.stack.invite('out', 'sip:bob@example.test');

  return bench.wire.next('INVITE');
}

import {
  asks,
  calls,
  hears,
  isTold,
  says,
  saysWithin,
  SDP,
  type Content,
  type Parties,
} from './sipp-script';

/** Calls, is answered, and acknowledges it (RFC 3261 §13.2.2.4). */
export function getsThrough(parties: Parties, content: Content = { body: SDP }): string {
  return [calls(parties, content), isTold(200), asks('ACK', 2, parties)].join('');
}

/** Takes the call that has come, with sound both ways. */
export const TAKES_THE_CALL = [says('200 OK', { body: SDP }), hears('ACK')].join('');

/** Agrees when the other side changes the sound, as for a hold (RFC 3261 §14.2). */
export function takesReinvite(body: string): string {
  return [hears('INVITE'), saysWithin('200 OK', { body }), hears('ACK')].join('');
}

/** Hangs up a call of its own that was answered at once: nothing but INVITE and ACK went before. */
export function hangsUp(parties: Parties): string {
  return [asks('BYE', 3, parties), isTold(200)].join('');
}

/** Stays until the other side hangs up. */
export const IS_HUNG_UP = [hears('BYE'), saysWithin('200 OK')].join('');

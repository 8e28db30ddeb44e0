import {
  asksBack,
  hears,
  hearsCall,
  isTold,
  saysWithin,
  script,
  sdp,
  SDP,
  waits,
  type Content,
  type Parties,
} from './sipp-script';
import { getsThrough, hangsUp, IS_HUNG_UP, TAKES_THE_CALL, takesReinvite } from './sipp-turns';

/**
 * Answers, is put on hold, and is sent on: takes the REFER (RFC 3515 §2.4.2), tells at once that it
 * tries (§2.4.4), and when the story says so that it went well (§2.4.5); then nobody needs the old
 * call any more (RFC 5589 §7.1).
 */
export const FOLLOWS_WHERE_SENT = script(
  'follows where it is sent',
  hearsCall(),
  TAKES_THE_CALL,
  takesReinvite(sdp('recvonly')),
  hears('REFER', { 'Refer-To': 'Replaces=' }),
  saysWithin('202 Accepted'),
  news(1, '100 Trying', 'active;expires=60'),
  waits(),
  news(2, '200 OK', 'terminated;reason=noresource'),
  IS_HUNG_UP,
);

/**
 * Takes two calls: the second one names the first by Replaces and takes its place, whereupon the
 * first one is hung up (RFC 3891 §3).
 */
export const IS_ASKED_FIRST = takesTwoCalls('is asked first', asksBack('BYE', 1), isTold(200));

/** The same without a goodbye in the first one: the connection that it would go to is gone. */
export const IS_TAKEN_UP_AGAIN = takesTwoCalls('is taken up again');

function takesTwoCalls(name: string, ...goodbye: readonly string[]): string {
  return script(
    name,
    hearsCall(),
    TAKES_THE_CALL,
    '\n  <nop test="replaces" next="replacing"/>',
    waits(),
    ...goodbye,
    '\n  <nop next="over"/>\n  <label id="replacing"/>',
    IS_HUNG_UP,
    '\n  <label id="over"/>\n  <nop/>',
  );
}

/** Calls in the place of a call that somebody else has (RFC 3891 §4), and hangs up. */
export function takesThePlaceOf(replaces: string, parties: Parties): string {
  return script('takes the place', getsThrough(parties, replacing(replaces)), hangsUp(parties));
}

/** The same, and stays until the other one hangs up. */
export function keepsThePlaceOf(replaces: string, parties: Parties): string {
  return script('keeps the place', getsThrough(parties, replacing(replaces)), IS_HUNG_UP);
}

function replacing(replaces: string): Content {
  return { headers: [`Replaces: ${replaces}`, 'Require: replaces'], body: SDP };
}

/** How the call goes that somebody wanted (RFC 3515 §2.4.5). */
function news(cseq: number, response: string, state: string): string {
  return `${asksBack('NOTIFY', cseq, {
    headers: ['Event: refer', `Subscription-State: ${state}`],
    contentType: 'message/sipfrag;version=2.0',
    body: `SIP/2.0 ${response}\n`,
  })}${isTold(200)}`;
}

import {
  asks,
  calls,
  hears,
  hearsCall,
  isTold,
  isToldReliably,
  says,
  saysToCall,
  saysWithin,
  script,
  SDP,
  waits,
  type Parties,
} from './sipp-script';
import { IS_HUNG_UP } from './sipp-turns';

/** Takes ringing only where it may acknowledge it (RFC 3262 §3: Require, then PRACK before all else). */
export function insistsOnReliableRinging(parties: Parties): string {
  return script(
    'insists on acknowledging',
    calls(parties, { headers: ['Require: 100rel', 'Supported: 100rel'], body: SDP }),
    isToldReliably(180),
    asks('PRACK', 3, parties, { headers: ['RAck: [$rseq] 2 INVITE'] }),
    isTold(200),
    isTold(200),
    asks('ACK', 2, parties),
    IS_HUNG_UP,
  );
}

/** Is heard before the answer, in a 183 that has to be acknowledged (RFC 3262 §4), and answers later. */
export const HEARD_BEFORE_THE_ANSWER = script(
  'heard before the answer',
  hearsCall(),
  says('183 Session Progress', { headers: ['Require: 100rel', 'RSeq: 17'], body: SDP }),
  hears('PRACK'),
  saysWithin('200 OK'),
  waits(),
  // The answer stood in the 183 already (RFC 3261 §13.2.1).
  saysToCall('200 OK'),
  hears('ACK'),
  IS_HUNG_UP,
);

/** Is heard before the answer, and then somebody else answers (RFC 3261 §9.2). */
export const HEARD_AND_LEFT = script(
  'heard and left',
  hearsCall(),
  says('183 Session Progress', { body: SDP }),
  hears('CANCEL'),
  saysWithin('200 OK'),
  saysToCall('487 Request Terminated'),
  hears('ACK'),
);

/** Lets the called one make the offer, and answers it in the ACK (RFC 3261 §13.2.1, §13.2.2.4). */
export function leavesTheOfferToOthers(parties: Parties): string {
  return script(
    'no offer of its own',
    calls(parties),
    isTold(200),
    asks('ACK', 2, parties, { body: SDP }),
    IS_HUNG_UP,
  );
}

/** Has moved: whoever calls is told where to (RFC 3261 §21.3.3), the most wanted first by q. */
export function hasMovedTo(...contacts: readonly string[]): string {
  return script(
    'has moved',
    hearsCall(),
    says('302 Moved Temporarily', { headers: contacts.map((contact) => `Contact: ${contact}`) }),
    hears('ACK'),
  );
}

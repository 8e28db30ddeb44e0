import {
  acknowledgesRefusal,
  asks,
  calls,
  callsAgain,
  hears,
  hearsCall,
  isTold,
  says,
  saysWithin,
  script,
  SDP,
  waits,
  type Parties,
} from './sipp-script';
import { IS_HUNG_UP } from './sipp-turns';

const LEAST = 'Session-Expires: 90;refresher=uac';
const HOUR = 'Session-Expires: 3600;refresher=uac';
const HAS_LEAST = { 'Session-Expires': '90 *; *refresher=uac', Require: 'timer' };
const HAS_HOUR = { 'Session-Expires': '3600 *; *refresher=uac' };

/**
 * Wants a sign of life every 30 s and takes the least the other side allows (RFC 4028 §7.3); gives
 * it by UPDATE, by a re-INVITE, and by one without an offer (§7.4, RFC 3261 §14.1); after the
 * last one, when the story says so, it is never heard of again (§10).
 */
export function keepsTheCallAlive(parties: Parties): string {
  const timer = { headers: ['Supported: timer', 'Min-SE: 90', LEAST] };

  return script(
    'keeps the call alive',
    calls(parties, { headers: ['Supported: timer', 'Session-Expires: 30'], body: SDP }),
    isTold(422, { 'Min-SE': '^ *90 *$' }),
    acknowledgesRefusal(parties, 2),
    callsAgain(parties, 3, { ...timer, body: SDP }),
    isTold(200, HAS_LEAST),
    asks('ACK', 3, parties),
    asks('UPDATE', 4, parties, timer),
    isTold(200, HAS_LEAST),
    asks('INVITE', 5, parties, { ...timer, body: SDP }),
    isTold(200, HAS_LEAST),
    asks('ACK', 5, parties),
    asks('INVITE', 6, parties, timer),
    isTold(200, HAS_LEAST),
    asks('ACK', 6, parties, { body: SDP }),
    waits(),
    asks('UPDATE', 7, parties, timer),
    isTold(200, HAS_LEAST),
    IS_HUNG_UP,
  );
}

/**
 * Leaves the signs of life to the caller, who must not come more often than once in an hour
 * (RFC 4028 §6, §9); knows no UPDATE at first (RFC 3311 §4), and at last nothing of the call.
 */
export const IS_KEPT_ALIVE = script(
  'is kept alive',
  hearsCall(),
  says('422 Session Interval Too Small', { headers: ['Min-SE: 3600'] }),
  hears('ACK'),
  hearsCall({ 'Session-Expires': '^ *3600', 'Min-SE': '3600' }),
  says('200 OK', { headers: ['Allow: INVITE, ACK, BYE', 'Require: timer', HOUR], body: SDP }),
  hears('ACK'),
  hears('INVITE', HAS_HOUR),
  saysWithin('200 OK', {
    headers: ['Allow: INVITE, ACK, BYE, UPDATE', 'Require: timer', HOUR],
    body: SDP,
  }),
  hears('ACK'),
  hears('UPDATE', HAS_HOUR),
  saysWithin('200 OK', { headers: ['Require: timer', HOUR] }),
  hears('UPDATE', HAS_HOUR),
  saysWithin('481 Call/Transaction Does Not Exist'),
  IS_HUNG_UP,
);

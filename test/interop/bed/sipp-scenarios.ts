import {
  asks,
  calls,
  hears,
  hearsCall,
  isTold,
  says,
  saysWithin,
  script,
  SDP,
  type Parties,
} from './sipp-script';

/** Calls with digest authentication (407), talks, and hangs up. */
export function callerScenario(parties: Parties, talkMs: number): string {
  return script(
    'caller',
    calls(parties, { body: SDP }),
    isTold(200),
    asks('ACK', 2, parties),
    `\n  <pause milliseconds="${talkMs}"/>`,
    asks('BYE', 3, parties),
    isTold(200),
  );
}

/** Rings, answers at once, and stays until the caller hangs up. */
export const ANSWERER_SCENARIO = script(
  'answerer',
  hearsCall(),
  says('180 Ringing'),
  says('200 OK', { body: SDP }),
  hears('ACK'),
  hears('BYE'),
  saysWithin('200 OK'),
);

/** Answers a hold as if it were none, which RFC 3264 §6.1 forbids and old phone systems do. */
export const SPEAKS_INTO_A_HOLD = script(
  'speaks into a hold',
  hearsCall(),
  says('200 OK', { body: SDP }),
  hears('ACK'),
  hears('INVITE'),
  saysWithin('200 OK', { body: SDP }),
  hears('ACK'),
  hears('INVITE'),
  saysWithin('200 OK', { body: SDP }),
  hears('ACK'),
  hears('BYE'),
  saysWithin('200 OK'),
);

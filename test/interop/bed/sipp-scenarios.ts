import { hearsCall, says, script, SDP, type Parties } from './sipp-script';
import { getsThrough, hangsUp, IS_HUNG_UP, TAKES_THE_CALL, takesReinvite } from './sipp-turns';

/** Calls with digest authentication (407), talks, and hangs up. */
export function callerScenario(parties: Parties, talkMs: number): string {
  return script(
    'caller',
    getsThrough(parties),
    `\n  <pause milliseconds="${talkMs}"/>`,
    hangsUp(parties),
  );
}

/** Rings, answers at once, and stays until the caller hangs up. */
export const ANSWERER_SCENARIO = script(
  'answerer',
  hearsCall(),
  says('180 Ringing'),
  TAKES_THE_CALL,
  IS_HUNG_UP,
);

/** Answers a hold as if it were none, which RFC 3264 §6.1 forbids and old phone systems do. */
export const SPEAKS_INTO_A_HOLD = script(
  'speaks into a hold',
  hearsCall(),
  TAKES_THE_CALL,
  takesReinvite(SDP),
  takesReinvite(SDP),
  IS_HUNG_UP,
);

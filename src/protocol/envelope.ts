/**
 * Contexts that answer requests; `page` is our script in a web page. A message to anyone else is
 * not ours to read.
 */
export type Destination = 'worker' | 'phone' | 'page';

/** A message that wants an answer, as it crosses `runtime.sendMessage`. */
export interface Request {
  readonly to: Destination;
  readonly type: string;
  readonly payload: unknown;
}

/** The answer to a request. */
export type Reply =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Failure };

/** Why a request was refused; the UI has words for each. */
export type FailureCode =
  | 'invalid-request'
  | 'not-allowed'
  | 'invalid-state'
  | 'invalid-target'
  | 'no-account'
  | 'not-registered'
  | 'too-many-calls'
  | 'nothing-to-pick-up'
  | 'number-not-hidden'
  | 'too-fast'
  | 'internal';

/** Why a request was not followed; the screen has words for the code, the message is for the log. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
}

/** A request that was refused, or that nobody answered. */
export class RequestFailed extends Error {
  override name = 'RequestFailed';

  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

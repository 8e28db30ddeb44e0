import { InvalidStateError } from '../../src/call/command';
import { InvalidTargetError } from '../../src/number/dial-target';
import { InvalidConferenceError } from '../../src/phone/conference';
import { PhoneRefusedError, UnknownCallError } from '../../src/phone/refusal';
import type { Failure, FailureCode } from '../../src/protocol/envelope';

/** What the phone answers when it refuses: a code the UI has words for. */
export function toFailure(error: unknown): Failure {
  const code = codeOf(error);

  return {
    code,
    message:
      code === 'internal' || !(error instanceof Error)
        ? 'the request could not be carried out'
        : error.message,
  };
}

function codeOf(error: unknown): FailureCode {
  if (error instanceof InvalidTargetError) {
    return 'invalid-target';
  }
  if (error instanceof PhoneRefusedError) {
    return error.code;
  }

  return error instanceof InvalidStateError ||
    error instanceof InvalidConferenceError ||
    error instanceof UnknownCallError
    ? 'invalid-state'
    : 'internal';
}

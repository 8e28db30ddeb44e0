import type { Failure } from '../../src/protocol/envelope';

/** What the worker says of an error that no handler expected: nothing of its inside. */
export function toFailure(): Failure {
  return { code: 'internal', message: 'the request could not be carried out' };
}

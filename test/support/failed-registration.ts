import type { RegistrationFailure } from '../../src/phone/registration/registration';
import { aliceAccount } from './accounts';
import { newPhone } from './phone-to-try';

/** The server was not reached. */
export const NO_CONNECTION: RegistrationFailure = { code: 'no-connection', response: null };

/** The server knows the account, and not by this password. */
export const WRONG_PASSWORD: RegistrationFailure = {
  code: 'wrong-password',
  response: { statusCode: 401, reasonPhrase: 'Unauthorized' },
};

/** The server was reached and said no. */
export function refused(
  statusCode = 503,
  more: Partial<RegistrationFailure> = {},
): RegistrationFailure {
  return {
    code: 'server-trouble',
    response: { statusCode, reasonPhrase: 'No' },
    ...more,
  };
}

/** A phone whose first attempt, a while ago, came out like this. */
export function failedPhone(failure: RegistrationFailure) {
  const all = newPhone();

  all.phone.configure(aliceAccount(), 'US');
  all.clock.pass(1_000);
  all.sip.registrationFails(failure);

  return all;
}

/** In how many milliseconds the phone says that it tries again. */
export function waitOf({ phone, clock }: ReturnType<typeof newPhone>): number | null {
  const { registration } = phone.snapshot;

  return registration.state === 'failed' && registration.retryAtMs !== null
    ? registration.retryAtMs - clock.nowMs()
    : null;
}

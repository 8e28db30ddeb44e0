import type { RegistrationFailure } from './registration';

/** How trying an account failed, and at which of its servers. */
export interface FailedProbe {
  readonly server: string;
  readonly failure: RegistrationFailure;
}

import type { Remote } from '../call/call';

/** Who hides their number (RFC 3323 §4.1.1.3). */
export const ANONYMOUS: Remote = { uri: 'sip:anonymous@anonymous.invalid', displayName: null };

/** True for somebody who hid their number: nobody can be called by it. */
export function isAnonymous(uri: string): boolean {
  return /^sips?:anonymous@/i.test(uri);
}

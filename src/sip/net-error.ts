import type { RegistrationFailureCode } from '../phone/registration';

/** The meaning of a `net::ERR_...` by which Chrome says why a connection failed. */
export function codeOfNetError(netError: string): RegistrationFailureCode {
  const name = netError.replace(/^net::/, '');

  if (/^ERR_(?:NAME_|DNS_|ICANN_)/.test(name)) {
    return 'host-not-found';
  }
  if (/^ERR_(?:CERT|SSL|TLS)/.test(name)) {
    return 'untrusted-certificate';
  }
  if (name === 'ERR_CONNECTION_REFUSED') {
    return 'connection-refused';
  }

  return name.includes('TIMED_OUT') ? 'no-answer' : 'no-connection';
}

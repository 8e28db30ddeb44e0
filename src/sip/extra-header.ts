/** A header field that somebody wants in every INVITE, for their phone system's sake. */
export interface ExtraHeader {
  readonly name: string;
  readonly value: string;
}

/** Why a header field is not sent; the UI has words for each. */
export type HeaderProblem = 'header-invalid' | 'header-reserved';

/** RFC 3261 §25.1 token, as far as a name is readable. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/;
/** Printable ASCII in one line: a line end would begin another field. */
const VALUE = /^[!-~](?:[ -~]{0,198}[!-~])?$/;

/**
 * What makes a request what it is, says where it goes, who sends it and what it may do: another one
 * of these would break the call or lie. What the phone says of callers is chosen elsewhere.
 */
const RESERVED = new Set(
  [
    'accept accept-contact accept-encoding accept-language allow allow-events answer-mode',
    'authentication-info authorization call-id call-info contact content-disposition',
    'content-encoding content-language content-length content-type cseq date diversion event',
    'expires feature-caps flow-timer from history-info identity identity-info info-package join',
    'max-forwards mime-version min-expires min-se p-asserted-identity p-preferred-identity path',
    'priv-answer-mode privacy proxy-authenticate proxy-authorization proxy-require rack reason',
    'record-route recv-info refer-sub refer-to referred-by reject-contact remote-party-id replaces',
    'request-disposition require retry-after route rseq security-client security-server',
    'security-verify service-route session-expires sip-etag sip-if-match subscription-state',
    'supported target-dialog timestamp to unsupported user-agent via warning www-authenticate',
  ].flatMap((names) => names.split(' ')),
);

/** What is wrong with a header field of the user's own; null when it may be sent. */
export function headerProblem({ name, value }: ExtraHeader): HeaderProblem | null {
  // A single letter is the compact form of a field that is not theirs (RFC 3261 §7.3.3).
  if (RESERVED.has(name.toLowerCase()) || /^[A-Za-z]$/.test(name)) {
    return 'header-reserved';
  }

  return NAME.test(name) && VALUE.test(value) ? null : 'header-invalid';
}

/** Reads `Name: value`, as it is typed. */
export function readHeader(line: string): ExtraHeader {
  const [, name = line.trim(), value = ''] = /^\s*([^:]*?)\s*:(.*)$/.exec(line) ?? [];

  return { name, value: value.trim() };
}

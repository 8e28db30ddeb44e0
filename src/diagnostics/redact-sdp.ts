import { REMOVED } from './redact-address';

/** What of a session description tells why there is no sound (RFC 8866, RFC 8839, RFC 8829). */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  'rtpmap',
  'fmtp',
  'ptime',
  'maxptime',
  'sendrecv',
  'sendonly',
  'recvonly',
  'inactive',
  'rtcp',
  'rtcp-mux',
  'rtcp-fb',
  'setup',
  'mid',
  'group',
  'candidate',
  'end-of-candidates',
  'ice-lite',
  'ice-options',
  'ice-ufrag',
]);

const SAFE = /^[\w .,:;=*+/()-]*$/;

/** A session description without what opens the sound of the call: keys and ICE passwords. */
export function redactSdp(sdp: string): string {
  return sdp
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '')
    .map(redactLine)
    .join('\n');
}

function redactLine(line: string): string {
  const [, type = '', value = ''] = /^([a-z])=([^]*)$/.exec(line) ?? [];

  switch (type) {
    case 'v':
    case 'c':
    case 'b':
    case 't':
    case 'm':
      return SAFE.test(value) ? line : `${type}=${REMOVED}`;
    case 'o':
      // The first word names a person (RFC 8866 §5.2).
      return SAFE.test(value) ? `o=${value.replace(/^\S*/, '-')}` : `o=${REMOVED}`;
    case 'a':
      return redactAttribute(value);
    case '':
      return REMOVED;
    default:
      return `${type}=${REMOVED}`;
  }
}

function redactAttribute(attribute: string): string {
  const [, name = '', value] = /^([\w-]{1,30})(?::([^]*))?$/.exec(attribute) ?? [];

  if (name === '') {
    return `a=${REMOVED}`;
  }
  if (ATTRIBUTES.has(name) && SAFE.test(value ?? '')) {
    return `a=${attribute}`;
  }

  return value === undefined ? `a=${REMOVED}` : `a=${name}:${REMOVED}`;
}

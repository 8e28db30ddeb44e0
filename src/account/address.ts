/** A host and perhaps a port, as typed: `pbx.example.com:8089`, `[::1]`. */
export interface HostPort {
  /** Lower case; an IPv6 address keeps its brackets. */
  readonly host: string;
  readonly port: number | null;
}

/** RFC 1123 §2.1 label; the underscore is seen in private networks. */
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
const LONGEST_HOST = 253;

/** Reads `host[:port]`; null when it is neither a name nor an IP address. */
export function parseHostPort(text: string): HostPort | null {
  const [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(text.toLowerCase()) ?? [];

  if (host === undefined || !isHost(host)) {
    return null;
  }
  if (port === undefined) {
    return { host, port: null };
  }

  const number = Number(port);

  return number >= 1 && number <= 65_535 ? { host, port: number } : null;
}

/** Writes a host and port back, as they stand in an address. */
export function hostPortText({ host, port }: HostPort): string {
  return port === null ? host : `${host}:${String(port)}`;
}

/** True for the names of this very machine, which no network carries. */
export function isLoopback({ host }: HostPort): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}

function isHost(host: string): boolean {
  if (host.startsWith('[')) {
    return isIpv6(host.slice(1, -1));
  }
  if (host.length > LONGEST_HOST) {
    return false;
  }
  const labels = host.replace(/\.$/, '').split('.');

  // A name whose last label is a number is an IPv4 address or a slip of the finger.
  return (
    labels.every((label) => LABEL.test(label)) &&
    (!/^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '') || isIpv4(labels))
  );
}

function isIpv4(labels: readonly string[]): boolean {
  return (
    labels.length === 4 && labels.every((label) => /^\d{1,3}$/.test(label) && Number(label) <= 255)
  );
}

/** RFC 4291 §2.2, without the form that ends in an IPv4 address. */
function isIpv6(text: string): boolean {
  const halves = text.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));

  return (
    groups.every((group) => /^[0-9a-f]{1,4}$/.test(group)) &&
    (halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8)
  );
}

import { hostPortText, isLoopback, parseHostPort } from './address';

/** What is wrong with the address of a WebSocket server. */
export type ServerProblem =
  | 'server-missing'
  | 'server-invalid'
  | 'server-not-websocket'
  | 'server-insecure'
  | 'server-credentials'
  | 'server-query';

/** RFC 3986 §3.3 path characters, without the quotes that no server needs. */
const PATH = /^(?:\/[A-Za-z0-9._~!$&()*+,;=:@%-]*)*$/;

/** `wss://host[:port][/path]` of what the user typed; `pbx.example.com` is completed to it. */
export function parseServer(
  text: string,
): { readonly value: string } | { readonly problem: ServerProblem } {
  if (text === '') {
    return { problem: 'server-missing' };
  }
  const [, scheme = 'wss', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/is.exec(text) ?? [];
  const [, authority = '', path = '', more = ''] = /^([^/?#]*)([^?#]*)(.*)$/s.exec(rest) ?? [];

  if (!/^wss?$/i.test(scheme)) {
    return { problem: 'server-not-websocket' };
  }
  // They would be written to logs and shown on screen, and browsers refuse them.
  if (authority.includes('@')) {
    return { problem: 'server-credentials' };
  }
  const hostPort = parseHostPort(authority);

  if (hostPort === null || !PATH.test(path)) {
    return { problem: 'server-invalid' };
  }
  // Tokens are put there; a fragment makes `new WebSocket` throw.
  if (more !== '') {
    return { problem: 'server-query' };
  }
  // Password digests and voices must not cross a network in the clear.
  if (/^ws$/i.test(scheme) && !isLoopback(hostPort)) {
    return { problem: 'server-insecure' };
  }

  return { value: `${scheme.toLowerCase()}://${hostPortText(hostPort)}${path}` };
}

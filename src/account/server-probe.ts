/** Why a server cannot be used, as the browser sees it from outside of SIP. */
export type ServerTrouble =
  | 'host-not-found'
  | 'blocked-port'
  | 'connection-refused'
  | 'no-answer'
  | 'untrusted-certificate'
  | 'no-websocket'
  | 'no-connection';

/** What a closer look at a server found out. */
export interface ServerFinding {
  readonly trouble: ServerTrouble;
  /** The browser's own word for it, `net::ERR_...`, for who looks after the phone system. */
  readonly netError: string | null;
}

/** How a server is looked at: as a web page, because of those the browser tells why they fail. */
export interface ServerProbe {
  readonly url: string;
  /** All that the browser is asked to let us look at: this host, and no other. */
  readonly originPattern: string;
}

/** What became of a probe. */
export type ProbeOutcome =
  | { readonly type: 'answered' }
  | { readonly type: 'silent' }
  /** With what the browser said, if it said anything. */
  | { readonly type: 'failed'; readonly netError: string | null };

/** The closer look that a server's WebSocket address, `wss://` or `ws://`, is worth. */
export function probeOf(server: string): ServerProbe {
  const url = server.replace(/^ws/, 'http');
  const host = /^https?:\/\/(\[[^\]]*\]|[^/:]*)/.exec(url)?.[1] ?? '';

  // With the scheme `*`: Chrome takes `https://host/*` for a part of the content script's
  // `https://*/*`, which is required, and would never let it be given back.
  return { url, originPattern: `*://${host}/*` };
}

/** What a probe's outcome says about the server. */
export function findingOf(outcome: ProbeOutcome): ServerFinding {
  switch (outcome.type) {
    case 'answered':
      // Name, port and certificate are good: what is left is what answers there.
      return { trouble: 'no-websocket', netError: null };
    case 'silent':
      return { trouble: 'no-answer', netError: null };
    case 'failed':
      return { trouble: troubleOf(outcome.netError ?? ''), netError: outcome.netError };
  }
}

/** Chrome's net/base/net_error_list.h, as far as a user can do something about it. */
const TROUBLES: readonly (readonly [netError: RegExp, trouble: ServerTrouble])[] = [
  [/^ERR_(?:NAME_|DNS_|ICANN_)/, 'host-not-found'],
  [/^ERR_UNSAFE_PORT$/, 'blocked-port'],
  [/^ERR_CONNECTION_REFUSED$/, 'connection-refused'],
  [/TIMED_OUT$/, 'no-answer'],
  // Something is there that speaks no TLS, or TLS and then no HTTP.
  [/^ERR_(?:SSL_PROTOCOL_ERROR|EMPTY_RESPONSE|INVALID_HTTP_RESPONSE)$/, 'no-websocket'],
  [/^ERR_(?:CERT|SSL)_/, 'untrusted-certificate'],
];

function troubleOf(netError: string): ServerTrouble {
  const name = netError.replace(/^net::/, '');

  return TROUBLES.find(([pattern]) => pattern.test(name))?.[1] ?? 'no-connection';
}

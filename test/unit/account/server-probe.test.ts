import { findingOf, probeOf } from '../../../src/account/server-probe';

test.each([
  ['wss://pbx.example.com', 'https://pbx.example.com', '*://pbx.example.com/*'],
  ['wss://pbx.example.com:8089/ws', 'https://pbx.example.com:8089/ws', '*://pbx.example.com/*'],
  ['ws://127.0.0.1:5066/a/b', 'http://127.0.0.1:5066/a/b', '*://127.0.0.1/*'],
  ['ws://localhost:5066', 'http://localhost:5066', '*://localhost/*'],
  ['wss://[2001:db8::1]:7443/ws', 'https://[2001:db8::1]:7443/ws', '*://[2001:db8::1]/*'],
  ['wss://wss.example.com/ws', 'https://wss.example.com/ws', '*://wss.example.com/*'],
])('%s is looked at as %s, with a look at nothing but %s', (server, url, originPattern) => {
  expect(probeOf(server)).toEqual({ url, originPattern });
});

test.each([
  ['net::ERR_NAME_NOT_RESOLVED', 'host-not-found'],
  ['net::ERR_NAME_RESOLUTION_FAILED', 'host-not-found'],
  ['net::ERR_DNS_TIMED_OUT', 'host-not-found'],
  ['net::ERR_ICANN_NAME_COLLISION', 'host-not-found'],
  ['net::ERR_UNSAFE_PORT', 'blocked-port'],
  ['net::ERR_CONNECTION_REFUSED', 'connection-refused'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'no-answer'],
  ['net::ERR_TIMED_OUT', 'no-answer'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'untrusted-certificate'],
  ['net::ERR_CERT_COMMON_NAME_INVALID', 'untrusted-certificate'],
  ['net::ERR_CERT_DATE_INVALID', 'untrusted-certificate'],
  ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'untrusted-certificate'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'no-websocket'],
  ['net::ERR_EMPTY_RESPONSE', 'no-websocket'],
  ['net::ERR_INVALID_HTTP_RESPONSE', 'no-websocket'],
  ['net::ERR_INTERNET_DISCONNECTED', 'no-connection'],
  ['net::ERR_ADDRESS_UNREACHABLE', 'no-connection'],
  ['net::ERR_CONNECTION_RESET', 'no-connection'],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'no-connection'],
  ['net::ERR_FAILED', 'no-connection'],
  ['', 'no-connection'],
])("the browser's %s means %s", (netError, trouble) => {
  expect(findingOf({ type: 'failed', netError })).toEqual({ trouble, netError });
});

test('a server that answers as a web page is there, but is no phone system', () => {
  expect(findingOf({ type: 'answered' })).toEqual({ trouble: 'no-websocket', netError: null });
});

test('a server that says nothing at all does not answer', () => {
  expect(findingOf({ type: 'silent' })).toEqual({ trouble: 'no-answer', netError: null });
});

test('a failure of which the browser says nothing stays what it was', () => {
  expect(findingOf({ type: 'failed', netError: null })).toEqual({
    trouble: 'no-connection',
    netError: null,
  });
});

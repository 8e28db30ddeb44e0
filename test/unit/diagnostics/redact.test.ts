import fc from 'fast-check';
import { redact } from '../../../src/diagnostics/redact';

const REGISTER = [
  'REGISTER sip:pbx.example.com SIP/2.0',
  'Via: SIP/2.0/WSS k3j4.invalid;branch=z9hG4bK776;rport',
  'Max-Forwards: 69',
  'To: "Alice" <sip:alice@pbx.example.com>',
  'From: "Alice" <sip:alice@pbx.example.com>;tag=49583',
  'Call-ID: 843817637684230@998sdasdh09',
  'CSeq: 1826 REGISTER',
  'Contact: <sip:x1y2@k3j4.invalid;transport=ws>;+sip.instance="<urn:uuid:1>";reg-id=1;expires=600',
  'Authorization: Digest algorithm=MD5, username="alice", realm="pbx", nonce="84f1c1ae6cbe5ua9c8e88dfa3ecm3459", uri="sip:pbx.example.com", response="4d21", cnonce="8fa1", qop=auth, nc=00000001',
  'Content-Length: 0',
  '',
  '',
].join('\r\n');

describe('a SIP message, as it is kept', () => {
  it('still tells who, where, when and how', () => {
    expect(redact(REGISTER)).toBe(
      [
        'REGISTER sip:pbx.example.com SIP/2.0',
        'Via: SIP/2.0/WSS k3j4.invalid;branch=z9hG4bK776;rport',
        'Max-Forwards: 69',
        'To: "Alice" <sip:alice@pbx.example.com>',
        'From: "Alice" <sip:alice@pbx.example.com>;tag=49583',
        'Call-ID: 843817637684230@998sdasdh09',
        'CSeq: 1826 REGISTER',
        'Contact: <sip:x1y2@k3j4.invalid;transport=ws>;[removed];reg-id=1;expires=600',
        'Authorization: Digest algorithm=MD5, qop=auth [removed]',
        'Content-Length: 0',
        '',
      ].join('\n'),
    );
  });

  it('still tells which sound was offered, and by which ways', () => {
    const text = redact(
      [
        'SIP/2.0 200 OK',
        'Content-Type: application/sdp',
        '',
        'v=0',
        'o=alice 3724394400 2 IN IP4 198.51.100.1',
        's=Call with Bob',
        'm=audio 9 UDP/TLS/RTP/SAVPF 111 0',
        'c=IN IP4 198.51.100.1',
        'a=rtpmap:111 opus/48000/2',
        'a=candidate:1 1 UDP 2130706431 198.51.100.1 49203 typ host',
        'a=ice-ufrag:F7gI',
        'a=ice-pwd:x9cml/YzichV2+XlhiMu8g',
        'a=fingerprint:sha-256 D2:FA',
        'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:PS1uQCVeeCFCanVmcjkpPywjNWhcYD0mXXtxaVBR',
        'a=sendrecv',
      ].join('\r\n'),
    );

    expect(text.split('\n').slice(3)).toEqual([
      'v=0',
      'o=- 3724394400 2 IN IP4 198.51.100.1',
      's=[removed]',
      'm=audio 9 UDP/TLS/RTP/SAVPF 111 0',
      'c=IN IP4 198.51.100.1',
      'a=rtpmap:111 opus/48000/2',
      'a=candidate:1 1 UDP 2130706431 198.51.100.1 49203 typ host',
      'a=ice-ufrag:F7gI',
      'a=ice-pwd:[removed]',
      'a=fingerprint:[removed]',
      'a=crypto:[removed]',
      'a=sendrecv',
    ]);
  });

  it('says how a transfer goes, and nothing else of what came with it', () => {
    const notify = 'NOTIFY sip:a@b.example SIP/2.0\r\nContent-Type: message/sipfrag\r\n\r\n';

    expect(redact(`${notify}SIP/2.0 180 Ringing\r\nSubject: mine\r\n`)).toMatch(
      /\n\nSIP\/2.0 180$/,
    );
  });

  it('is nothing but its length where it is no SIP message', () => {
    expect(redact('GET / HTTP/1.1\r\nCookie: a=b\r\n\r\n')).toBe('[no SIP message, 31 characters]');
  });
});

/** Each puts a secret where SIP, a phone system or a broken message may have one. */
const PLACES: Readonly<Record<string, (secret: string) => string>> = {
  'the credentials': (s) => `Authorization: Digest username="a", response="${s}"`,
  'credentials of one word': (s) => `Authorization: ${s}`,
  'credentials that are no Digest': (s) => `Proxy-Authorization: Basic ${s}`,
  'a folded line of credentials': (s) =>
    `authorization: Digest\r\n  nonce="${s}",\r\n\tcnonce="${s}"`,
  'a folded start of credentials': (s) => `Authorization:\r\n ${s}`,
  'a challenge': (s) => `WWW-Authenticate: Digest realm="${s}", nonce="${s}", opaque="${s}"`,
  'a challenge whose known words it takes': (s) =>
    `Proxy-Authenticate: Digest qop="${s}", algorithm=${s}`,
  'the next nonce': (s) => `Authentication-Info: nextnonce="${s}", rspauth="${s}"`,
  'an identity': (s) => `Identity: ${s};info=<https://cert.example/${s}>`,
  'an identity in short': (s) => `y: ${s}`,
  'a field that a phone system made up': (s) => `X-Access-Token: ${s}`,
  'a field about the call': (s) => `Call-Info: <https://crm.example/?token=${s}>;purpose=info`,
  'a ringing tone': (s) => `Alert-Info: <http://server/${s}>`,
  'what a caller wrote': (s) => `Subject: ${s}`,
  'a cookie': (s) => `Cookie: ${s}`,
  'a line that is no field': (s) => s,
  'a field without a name': (s) => `: ${s}`,
  'a URI with a password': (s) => `Contact: <sip:alice:${s}@host.example>`,
  'a URI with headers': (s) => `Refer-To: <sip:bob@host.example?Authorization=${s}&Replaces=${s}>`,
  'a bare URI with headers': (s) => `Refer-To: sip:bob@host.example?Authorization=${s}`,
  'a parameter of a URI': (s) => `Route: <sip:host.example;lr;token=${s}>`,
  'a parameter of a user': (s) => `From: <sip:+1555;key=${s}@host.example>;tag=1`,
  'a parameter of a field': (s) => `To: "Bob" <sip:bob@host.example>;auth=${s}`,
  'a quoted parameter of a field': (s) =>
    `Contact: <sip:bob@host.example>;pub-gruu="sip:b@h;gr=${s}"`,
  'a flag': (s) => `Contact: <sip:bob@host.example>;${s}`,
  'another kind of URI': (s) => `Contact: <https://host.example/${s}>`,
  'an address that does not end': (s) => `From: "Bob <sip:bob@host.example>;x=${s}`,
  'a bracket that does not end': (s) => `From: <sip:bob@host.example ${s}`,
  'a number that is none': (s) => `CSeq: {${s}}`,
};

const BODIES: Readonly<Record<string, (secret: string) => readonly [type: string, body: string]>> =
  {
    'a text': (s) => ['text/plain', s],
    'digits that were typed': (s) => ['application/dtmf-relay', `Signal=${s}\r\nDuration=100`],
    'a body of several parts': (s) => [
      'multipart/mixed;boundary=b',
      `--b\r\n\r\na=ice-pwd:${s}\r\n--b--`,
    ],
    'a body of two types': (s) => ['application/sdp\r\nContent-Type: text/plain', `a=x:${s}`],
    'an ICE password': (s) => ['application/sdp', `v=0\r\na=ice-pwd:${s}`],
    'an SDES key': (s) => ['application/sdp', `m=audio 1 RTP/SAVP 0\r\na=crypto:1 AES inline:${s}`],
    'an old key': (s) => ['application/sdp', `k=clear:${s}`],
    'a key of MIKEY': (s) => ['application/sdp', `a=key-mgmt:mikey ${s}`],
    'a name and a note': (s) => [
      'application/sdp',
      `o=${s} 1 1 IN IP4 0.0.0.0\r\ns=${s}\r\ni=${s}`,
    ],
    'a flag of the session': (s) => ['application/sdp', `a=${s}`],
    'a line that is no SDP': (s) => ['application/sdp', `v=0\r\nkey ${s}`],
    'what follows a status': (s) => ['message/sipfrag', `SIP/2.0 200 ${s}\r\nAuthorization: ${s}`],
    'a body without a type': (s) => ['', s],
  };

const secret = fc.stringMatching(/^[A-Za-z0-9+/=_.-]{12,40}$/);
const startLine = fc.constantFrom(
  'INVITE sip:bob@host.example SIP/2.0',
  'SIP/2.0 401 Unauthorized',
  'MESSAGE sip:bob@host.example;transport=ws SIP/2.0',
);

/** The first part of a secret that stands in a text; null where none of any use does. */
function partOf(hidden: string, text: string): string | null {
  const parts = Array.from({ length: hidden.length - 7 }, (_, at) => hidden.slice(at, at + 8));

  return parts.find((part) => text.includes(part)) ?? null;
}

describe('no secret is kept', () => {
  it.each(Object.entries(PLACES))('from %s', (_, place) => {
    fc.assert(
      fc.property(secret, startLine, fc.nat(3), (hidden, start, at) => {
        const fields = ['Via: SIP/2.0/WSS a.invalid;branch=z9', 'Call-ID: a', 'CSeq: 1 INVITE'];
        const lines = [start, ...fields.slice(0, at), place(hidden), ...fields.slice(at)];

        expect(partOf(hidden, redact(`${lines.join('\r\n')}\r\n\r\n`))).toBeNull();
      }),
    );
  });

  it.each(Object.entries(BODIES))('from %s', (_, place) => {
    fc.assert(
      fc.property(secret, startLine, (hidden, start) => {
        const [type, body] = place(hidden);
        const field = type === '' ? '' : `Content-Type: ${type}\r\n`;

        expect(partOf(hidden, redact(`${start}\r\n${field}\r\n${body}`))).toBeNull();
      }),
    );
  });

  it('from a start line', () => {
    fc.assert(
      fc.property(secret, (hidden) => {
        expect(
          partOf(hidden, redact(`INVITE sip:a:${hidden}@h.example SIP/2.0\r\n\r\n`)),
        ).toBeNull();
        expect(
          partOf(hidden, redact(`INVITE sip:a@h.example?X=${hidden} SIP/2.0\r\n\r\n`)),
        ).toBeNull();
        expect(partOf(hidden, redact(`GET /${hidden}\r\n\r\n`))).toBeNull();
      }),
    );
  });

  it('from a message that is cut anywhere', () => {
    const [, response = ''] = /response="(\w+)"/.exec(REGISTER) ?? [];
    const nonce = '84f1c1ae6cbe5ua9c8e88dfa3ecm3459';

    expect(response).not.toBe('');
    for (let length = 0; length <= REGISTER.length; length += 1) {
      const text = redact(REGISTER.slice(0, length));

      expect(text).not.toContain(nonce.slice(0, 8));
      expect(text).not.toContain(`"${response}`);
    }
  });

  it('and it takes no time worth speaking of, whatever is sent to us', () => {
    const hostile = [`<`.repeat(400), `"\\`.repeat(200), `;a=`.repeat(160), `sip:`.repeat(120)];
    const fields = hostile.flatMap((value) => Array<string>(50).fill(`From: ${value}`));
    const startedMs = performance.now();

    redact(`SIP/2.0 200 OK\r\n${fields.join('\r\n')}\r\n\r\n`);

    expect(performance.now() - startedMs).toBeLessThan(500);
  });
});

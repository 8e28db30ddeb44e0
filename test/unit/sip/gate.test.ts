import fc from 'fast-check';
import { gate, refusalOf } from '../../../src/sip/gate';

const REQUEST = [
  'OPTIONS sip:alice@example.test SIP/2.0',
  'v: SIP/2.0/WSS far.invalid;branch=z9hG4bK1',
  'Via: SIP/2.0/UDP far.example;branch=z9hG4bK0',
  'f: <sip:bob@example.test>;tag=bob',
  't: <sip:alice@example.test>',
  'i: call-1',
  'CSeq: 7 OPTIONS',
  'l: 0',
  '',
  '',
].join('\r\n');
const RESPONSE = REQUEST.replace(/^.*/, 'SIP/2.0 200 OK');

test('a sound request passes as it is', () => {
  expect(gate(REQUEST)).toEqual({ type: 'pass', text: REQUEST });
});

test('a sound response passes as it is, with or without a reason phrase', () => {
  expect(gate(RESPONSE)).toEqual({ type: 'pass', text: RESPONSE });
  expect(gate(RESPONSE.replace('200 OK', '100 ')).type).toBe('pass');
});

test('an answer goes to where the request came from, with a tag that stays the same', () => {
  const first = gate(REQUEST.replace('sip:alice@example.test', 'tel:+49301234'));

  expect(first).toEqual(gate(REQUEST.replace('sip:alice@example.test', 'tel:+49301234')));
  expect(first.type === 'answer' ? first.text.split('\r\n') : null).toEqual([
    'SIP/2.0 416 Unsupported URI Scheme',
    'Via: SIP/2.0/WSS far.invalid;branch=z9hG4bK1',
    'Via: SIP/2.0/UDP far.example;branch=z9hG4bK0',
    'From: <sip:bob@example.test>;tag=bob',
    expect.stringMatching(/^To: <sip:alice@example\.test>;tag=[0-9a-f]{8}$/),
    'Call-ID: call-1',
    'CSeq: 7 OPTIONS',
    'Content-Length: 0',
    '',
    '',
  ]);
});

test('a tag that is there is not given a second time', () => {
  const inDialog = REQUEST.replace('t: <sip:alice@example.test>', 't: <sip:a@b>;tag=here');

  expect(refusalOf(inDialog)).toContain('To: <sip:a@b>;tag=here\r\n');
});

test.each([
  ['ACK', REQUEST.replace(/OPTIONS/g, 'ACK').replace('sip:alice', 'tel:alice')],
  ['a request that names no sender', REQUEST.replace(/^f:.*\r\n/m, '')],
  ['a request that names no way back', REQUEST.replace(/^v(?:ia)?:.*\r\n/gim, '')],
])('%s gets no answer', (_what, request) => {
  expect(gate(request).type).toBe('drop');
});

test('a response is never answered', () => {
  expect(refusalOf(RESPONSE)).toBeNull();
  expect(gate(RESPONSE.replace('CSeq: 7 OPTIONS', 'CSeq: x')).type).toBe('drop');
  expect(gate(RESPONSE.replace('200', '2000')).type).toBe('drop');
});

test('what follows the body is not part of it', () => {
  const withBody = REQUEST.replace('l: 0\r\n\r\n', 'c: text/plain\r\nl: 7\r\n\r\naé😀x');

  expect(gate(withBody)).toEqual({ type: 'pass', text: withBody.slice(0, -1) });
});

test('a body cut inside a character is a 400', () => {
  expect(gate(REQUEST.replace('l: 0\r\n\r\n', 'c: text/plain\r\nl: 2\r\n\r\n😀')).type).toBe(
    'answer',
  );
});

test('two lengths that differ are a 400, the same one twice is none', () => {
  expect(gate(REQUEST.replace('l: 0', 'l: 0\r\nContent-Length: 5')).type).toBe('answer');
  expect(gate(REQUEST.replace('l: 0', 'l: 0\r\nContent-Length: 0')).type).toBe('pass');
});

describe('the Expires of an INVITE', () => {
  const invite = (expires: string) =>
    REQUEST.replace(/OPTIONS/g, 'INVITE').replace('l: 0', `Expires: ${expires}\r\nl: 0`);

  test.each(['1', '180', '3600'])('of %s seconds is kept', (expires) => {
    expect(gate(invite(expires))).toEqual({ type: 'pass', text: invite(expires) });
  });

  test.each(['0', '-1', '3601', '99999999999', 'soon', '1.5', ''])(
    'of "%s" is as if it were not there',
    (expires) => {
      expect(gate(invite(expires))).toEqual({
        type: 'pass',
        text: REQUEST.replace(/OPTIONS/g, 'INVITE'),
      });
    },
  );
});

test('folded fields pass, and are answered on one line', () => {
  const folded = REQUEST.replace('f: <sip:bob@example.test>', 'f:\r\n <sip:bob@example.test>');

  expect(gate(folded)).toEqual({ type: 'pass', text: folded });
  expect(refusalOf(folded)).toContain('\r\nFrom: <sip:bob@example.test>;tag=bob\r\n');
});

test('empty lines before a message are forgiven; alone they are a ping or a pong', () => {
  expect(gate(`\r\n\r\n${REQUEST}`)).toEqual({ type: 'pass', text: REQUEST });
  expect(gate('\r\n\r\n')).toEqual({ type: 'answer', text: '\r\n' });
  expect(gate('\r\n').type).toBe('drop');
});

test('whatever comes gets a verdict', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(['pass', 'answer', 'drop']).toContain(gate(text).type);
    }),
  );
});

test('whatever is done to a sound request, it gets a verdict, and no answer says more than one line a field', () => {
  fc.assert(
    fc.property(
      fc.nat(REQUEST.length),
      fc.nat(20),
      fc.string({ unit: 'binary', maxLength: 20 }),
      (at, cut, inserted) => {
        const verdict = gate(REQUEST.slice(0, at) + inserted + REQUEST.slice(at + cut));

        if (verdict.type === 'answer' && verdict.text !== '\r\n') {
          expect(verdict.text.endsWith('\r\nContent-Length: 0\r\n\r\n')).toBe(true);
          expect(verdict.text.split('\r\n\r\n')).toHaveLength(2);
        }
      },
    ),
  );
});

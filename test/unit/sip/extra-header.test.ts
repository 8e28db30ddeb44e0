import fc from 'fast-check';
import { headerProblem, readHeader } from '../../../src/sip/extra-header';

test.each(['X-Department: Sales', 'X-Line:2', 'P-rc-country-id: 1', ' Subject :  A "quote" '])(
  '%j may be sent',
  (line) => {
    expect(headerProblem(readHeader(line))).toBeNull();
  },
);

test.each([
  'Via: SIP/2.0/WSS evil.example',
  'route: <sip:evil.example;lr>',
  'Record-Route: <sip:evil.example;lr>',
  'Contact: <sip:evil.example>',
  'AUTHORIZATION: Digest x',
  'Proxy-Authorization: Digest x',
  'From: <sip:boss@pbx.test>',
  'f: <sip:boss@pbx.test>',
  'i: other-call',
  'Replaces: a;to-tag=b;from-tag=c',
  'P-Asserted-Identity: <sip:boss@pbx.test>',
  'Privacy: none',
  'Content-Length: 0',
  'Require: nothing',
])('%j is none of the user’s', (line) => {
  expect(headerProblem(readHeader(line))).toBe('header-reserved');
});

test.each([
  'X-A: b\r\nVia: evil',
  'X-A: b\nVia: evil',
  'X A: b',
  'X-A:',
  'X-A',
  ': b',
  '',
  'X-A: café',
  'X-A: \u202eb',
  `X-A: ${'b'.repeat(201)}`,
  `${'X'.repeat(70)}: b`,
])('%j is no line', (line) => {
  expect(headerProblem(readHeader(line))).toBe('header-invalid');
});

test('what may be sent is one line, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, value) => {
      if (headerProblem({ name, value }) === null) {
        expect(`${name}: ${value}`).toMatch(/^[A-Za-z0-9._-]+: [ -~]+$/);
      }
    }),
  );
});

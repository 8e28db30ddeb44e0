import fc from 'fast-check';
import { namedAddress, redirectTargets } from '../../../src/sip/contacts';

test.each([
  ['<sip:7@pbx.test>', { uri: 'sip:7@pbx.test', displayName: null }],
  ['sip:7@pbx.test;q=1', { uri: 'sip:7@pbx.test', displayName: null }],
  ['"A \\"B\\" <c>" <sips:d@e.test;x=y>', { uri: 'sips:d@e.test', displayName: 'A "B" <c>' }],
  ['Reception <tel:+49-30-1>', { uri: 'tel:+49-30-1', displayName: 'Reception' }],
  ['<sip:7@pbx.test?Replaces=1%3Bto-tag%3D2>', { uri: 'sip:7@pbx.test', displayName: null }],
  ['<https://evil.example>', null],
  ['*', null],
  ['', null],
])('%s', (text, expected) => {
  expect(namedAddress(text)).toEqual(expected);
});

test('the most wanted come first, each once, five at most', () => {
  expect(
    redirectTargets([
      '<sip:1@a>;q=0.1, <sip:2@a>;q=0.9',
      '<sip:2@a>, <sip:3@a>, <sip:4@a>, <sip:5@a>, <sip:6@a>',
    ]).map(({ uri }) => uri),
  ).toEqual(['sip:2@a', 'sip:3@a', 'sip:4@a', 'sip:5@a', 'sip:6@a']);
});

test('whatever stands there, what comes out can be called and holds no line end', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary-ascii' })), (contacts) => {
      for (const { uri } of redirectTargets(contacts)) {
        expect(uri).toMatch(/^(?:sips?|tel):[^\s<>"?;]+$/i);
      }
    }),
  );
});

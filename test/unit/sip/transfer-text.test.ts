import fc from 'fast-check';
import { parseReferTo } from '../../../src/sip/refer-to';
import { parseSipfrag, sipfragOf } from '../../../src/sip/sipfrag';

test.each([
  ['SIP/2.0 200 OK\r\n', { statusCode: 200, reasonPhrase: 'OK' }],
  ['SIP/2.0 486 Busy Here', { statusCode: 486, reasonPhrase: 'Busy Here' }],
  ['SIP/2.0 180\r\nContact: <sip:c@d>\r\n', { statusCode: 180, reasonPhrase: '' }],
  ['SIP/2.0 999 What', null],
  ['200 OK', null],
  ['', null],
])('a sipfrag %j', (body, expected) => {
  expect(parseSipfrag('message/sipfrag;version=2.0', body)).toEqual(expected);
  expect(parseSipfrag('text/plain', body)).toBeNull();
});

test('what we say of a call is what we would understand', () => {
  const response = { statusCode: 603, reasonPhrase: 'Decline' };

  expect(parseSipfrag('message/sipfrag', sipfragOf(response))).toEqual(response);
});

test.each([
  ['sip:carol@pbx.test', 'sip:carol@pbx.test', null],
  ['sip:carol@pbx.test;method=INVITE', 'sip:carol@pbx.test', null],
  ['<sip:c@1.2.3.4:5060;transport=ws>', 'sip:c@1.2.3.4:5060;transport=ws', null],
  [
    '"C" <sip:c@d?Replaces=a%40b%3Bto-tag%3D1%3Bfrom-tag%3D2>',
    'sip:c@d',
    'a@b;to-tag=1;from-tag=2',
  ],
])('Refer-To %s', (header, uri, replaces) => {
  expect(parseReferTo(header)).toMatchObject({ uri, replaces });
});

test('whatever Refer-To says, nothing in it can begin another header field', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (noise) => {
      for (const header of [
        noise,
        `<sip:${noise}@pbx.test>`,
        `<sip:c@d?Replaces=${encodeURIComponent(noise)}>`,
      ]) {
        const found = parseReferTo(header);

        expect(`${found?.uri ?? ''}${found?.replaces ?? ''}`).not.toMatch(/[\s<>"]/);
      }
    }),
  );
});

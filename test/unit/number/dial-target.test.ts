import { dialUriFor, InvalidTargetError, readTarget } from '../../../src/number/dial-target';

const PLAN = { domain: 'pbx.example', country: 'DE' };

const problemOf = (target: string): string => {
  try {
    return `dialled ${dialUriFor(target, PLAN)}`;
  } catch (error) {
    return error instanceof InvalidTargetError ? error.problem : String(error);
  }
};

describe('what is dialled for a target', () => {
  it.each([
    // Typed numbers go to the PBX as they were typed.
    ['101', 'sip:101@pbx.example'],
    ['030 1234567', 'sip:0301234567@pbx.example'],
    ['030/123 45-67', 'sip:0301234567@pbx.example'],
    ['(415) 555-2671', 'sip:4155552671@pbx.example'],
    ['0049 30 1234567', 'sip:0049301234567@pbx.example'],
    ['+49 30 1234567', 'sip:+49301234567@pbx.example'],
    ['  +1.415.555.2671\n', 'sip:+14155552671@pbx.example'],
    ['030\t1234567', 'sip:0301234567@pbx.example'],
    // The zero in brackets is for callers at home, except where it belongs to the number.
    ['+44 (0)20 7946 0958', 'sip:+442079460958@pbx.example'],
    ['+39 (0)6 698 12345', 'sip:+390669812345@pbx.example'],
    ['(0)20 7946 0958', 'sip:02079460958@pbx.example'],
    // Feature codes are the user's to dial.
    ['*21*030123#', 'sip:*21*030123%23@pbx.example'],
    ['*21*+4930123#', 'sip:*21*+4930123%23@pbx.example'],
    ['##002#', 'sip:%23%23002%23@pbx.example'],
    // What is said to a machine after the answer is not part of the number.
    ['415-555-2671 x503', 'sip:4155552671@pbx.example'],
    ['415-555-2671 ext. 503', 'sip:4155552671@pbx.example'],
    ['+1 415 555 2671 extension 12', 'sip:+14155552671@pbx.example'],
    ['+14155552671,,123456#', 'sip:+14155552671@pbx.example'],
    ['+14155552671p12', 'sip:+14155552671@pbx.example'],
    // Other scripts' digits, spaces and hyphens.
    ['＋８１ ３ １２３４ ５６７８', 'sip:+81312345678@pbx.example'],
    ['٠٣٠ ١٢٣٤٥٦٧', 'sip:0301234567@pbx.example'],
    ['۰۲۱۱۲۳۴۵۶۷۸', 'sip:02112345678@pbx.example'],
    ['415\u2011555\u20132671', 'sip:4155552671@pbx.example'],
    ['415\u00a0555\u20092671', 'sip:4155552671@pbx.example'],
    ['\u202a+972 3\u200b-123-4567\u202c', 'sip:+97231234567@pbx.example'],
    ['\u2067+1 212\u2069 555 0100', 'sip:+12125550100@pbx.example'],
    // Vanity numbers.
    ['1-800-FLOWERS', 'sip:18003569377@pbx.example'],
    ['+1 (800) flowers', 'sip:+18003569377@pbx.example'],
    ['1-800-CONTACTS', 'sip:18002668228@pbx.example'],
    ['1-800-GO-FEDEX', 'sip:18004633339@pbx.example'],
    ['0800 TAXIS-12', 'sip:08008294712@pbx.example'],
    // Links.
    ['tel:+14155552671', 'sip:+14155552671@pbx.example'],
    ['TEL:+1-415-555-2671', 'sip:+14155552671@pbx.example'],
    ['tel://+1(415)555.2671', 'sip:+14155552671@pbx.example'],
    ['tel:%2B1%20415%20555%202671', 'sip:+14155552671@pbx.example'],
    ['tel:+14155552671;ext=503', 'sip:+14155552671@pbx.example'],
    ['tel:863-1234;phone-context=+1-914-555', 'sip:+19145558631234@pbx.example'],
    ['tel:7042;phone-context=example.com', 'sip:7042@pbx.example'],
    ['tel:+1212;phone-context=evil?Replaces=a&Route=b', 'sip:+1212@pbx.example'],
    ['tel:1-800-FLOWERS', 'sip:18003569377@pbx.example'],
    ['callto:+14155552671', 'sip:+14155552671@pbx.example'],
    ['callto://+14155552671?call', 'sip:+14155552671@pbx.example'],
    ['callto:tel:+14155552671', 'sip:+14155552671@pbx.example'],
    ['callto:sip:bob@pbx.example', 'sip:bob@pbx.example'],
    // Addresses, without the headers and parameters of whoever wrote them.
    ['bob@pbx.example', 'sip:bob@pbx.example'],
    ['sip:bob', 'sip:bob@pbx.example'],
    ['sip:101', 'sip:101@pbx.example'],
    ['sip:bob@other.example:5070', 'sip:bob@other.example:5070'],
    ['sip:bob@[2001:db8::1]', 'sip:bob@[2001:db8::1]'],
    ['SIPS:bob@other.example', 'sips:bob@other.example'],
    ['sip:a@b?Replaces=x&Alert-Info=http://evil', 'sip:a@b'],
    ['sip:911@evil.example;transport=udp;lr', 'sip:911@evil.example'],
    ['sip:+1-212-555;phone-context=evil@gw.example;user=phone', 'sip:+1212555@gw.example'],
    ['sip:*97@pbx.example', 'sip:*97@pbx.example'],
    ['sip:%23100@pbx.example', 'sip:%23100@pbx.example'],
    ['sip:first.last@pbx.example', 'sip:first.last@pbx.example'],
  ])('%j is %s', (target, uri) => {
    expect(dialUriFor(target, PLAN)).toBe(uri);
  });

  it('dials up to 32 digits and no more', () => {
    expect(dialUriFor('1'.repeat(32), PLAN)).toBe(`sip:${'1'.repeat(32)}@pbx.example`);
    expect(problemOf('1'.repeat(33))).toBe('too-long');
  });

  it('tells a number from an address whose host is left out', () => {
    expect(readTarget('tel:101')).toEqual({ kind: 'number', digits: '101' });
    expect(readTarget('sip:101')).toEqual({
      kind: 'address',
      scheme: 'sip',
      user: '101',
      host: null,
    });
  });
});

describe('what cannot be dialled', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['tel:', 'empty'],
    ['\u200b\u202e', 'empty'],
    ['( ) -', 'empty'],
    ['hello', 'not-a-number'],
    ['call 101', 'not-a-number'],
    ['12 apples', 'not-a-number'],
    ['123 hello', 'not-a-number'],
    ['10 Downing Street', 'not-a-number'],
    ['030 123 ABC', 'not-a-number'],
    ['+', 'not-a-number'],
    ['++4930', 'not-a-number'],
    ['49+30', 'not-a-number'],
    ['#', 'not-a-number'],
    ['12½', 'not-a-number'],
    ['1\u20e3234', 'not-a-number'],
    ['1\u0301234', 'not-a-number'],
    ['²³⁴', 'not-a-number'],
    ['javascript:alert(1)', 'not-a-number'],
    ['https://pbx.example/101', 'not-a-number'],
    // Nothing may end the line or the URI on the wire.
    ['101\r\nRoute: <sip:evil>', 'not-a-number'],
    ['101\0', 'not-a-number'],
    ['tel:101%0d%0aRoute:evil', 'not-a-number'],
    ['tel:101%00', 'not-a-number'],
    ['tel:101%22', 'not-a-number'],
    ['tel:<101>', 'not-a-number'],
    ['tel:101%250d', 'not-a-number'],
    ['tel:%E0%A4', 'not-a-number'],
    ['tel:%', 'not-a-number'],
    ['tel:1@evil.example', 'not-a-number'],
    ['"Bob" <sip:bob@pbx.example>', 'not-a-number'],
    ['sip:', 'empty'],
    ['sip:@pbx.example', 'not-an-address'],
    ['sip:bob@', 'not-an-address'],
    ['sip:bob@a@b', 'not-an-address'],
    ['sip:bob%40a@b', 'not-an-address'],
    ['sip:bob:secret@pbx.example', 'not-an-address'],
    ['sip:bob@-bad-', 'not-an-address'],
    ['sip:bob@pbx.example:port', 'not-an-address'],
    ['sip:bob@pbx.example%0d%0aX:y', 'not-an-address'],
    ['sip:bob<x>@pbx.example', 'not-an-address'],
    ['sip:bob%2500@pbx.example', 'not-an-address'],
    ['sip:b\u043eb@pbx.example', 'not-an-address'],
    ['bob@ex ample', 'not-an-address'],
    ['sip:' + 'a'.repeat(65), 'too-long'],
    ['sip:a@' + 'b'.repeat(256), 'too-long'],
    ['1 '.repeat(51), 'too-long'],
    ['9'.repeat(200), 'too-long'],
    ['1'.repeat(1_000_000), 'too-long'],
  ])('%.60j: %s', (target, problem) => {
    expect(problemOf(target)).toBe(problem);
  });

  it('refuses hostile lengths at once', () => {
    const hostile = ['A'.repeat(999), '1-'.repeat(499), '+(((('.repeat(199), '1A'.repeat(499)];
    const before = performance.now();

    for (const target of hostile) {
      expect(() => dialUriFor(target, PLAN)).toThrow(InvalidTargetError);
    }

    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

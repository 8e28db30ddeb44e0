import { candidates, mayHoldNumber } from '../../../src/number/candidates';
import { findNumbers } from '../../../src/number/find-numbers';

/** Each number as `what stands on the page = what it is`. */
const found = (text: string, region: string | null): string[] =>
  findNumbers(text, region).map(
    ({ start, end, e164, ext }) =>
      `${text.slice(start, end)} = ${e164}${ext === null ? '' : ` x${ext}`}`,
  );

describe('phone numbers in a text', () => {
  it.each([
    ['US', 'Call (415) 555-2671 today', ['(415) 555-2671 = +14155552671']],
    ['US', 'Sales 415.555.2671.', ['415.555.2671 = +14155552671']],
    ['US', 'Front desk: 4155552671', ['4155552671 = +14155552671']],
    ['US', '415-555-2671 x503', ['415-555-2671 x503 = +14155552671 x503']],
    ['US', '650-253-0000 ext. 12', ['650-253-0000 ext. 12 = +16502530000 x12']],
    [
      'US',
      'Ring 650-253-0000 or 650-253-0001',
      ['650-253-0000 = +16502530000', '650-253-0001 = +16502530001'],
    ],
    ['GB', 'Our office: 020 7946 0958', ['020 7946 0958 = +442079460958']],
    ['GB', '+44 (0)20 7946 0958', ['+44 (0)20 7946 0958 = +442079460958']],
    ['DE', 'Telefon: 030/23125 000', ['030/23125 000 = +493023125000']],
    ['DE', 'Tel. 0171 2345678', ['0171 2345678 = +491712345678']],
    ['DE', '10115 Berlin, 030 23125000', ['030 23125000 = +493023125000']],
    ['FR', 'Tél. 01.42.68.53.00', ['01.42.68.53.00 = +33142685300']],
    ['NO', 'Tlf. 22.12.34.56', ['22.12.34.56 = +4722123456']],
    ['IT', 'Cell. 347 1234567', ['347 1234567 = +393471234567']],
    ['BR', 'Fone (11) 98765-4321', ['(11) 98765-4321 = +5511987654321']],
    ['JP', '電話03-1234-5678まで', ['03-1234-5678 = +81312345678']],
    ['US', '＋８１ ３ １２３４ ５６７８', ['＋８１ ３ １２３４ ５６７８ = +81312345678']],
    ['EG', 'هاتف ٠٢ ٢٧٩٥ ١٢٣٤', ['٠٢ ٢٧٩٥ ١٢٣٤ = +20227951234']],
    ['GB', '020\u20097946\u00a00958', ['020\u20097946\u00a00958 = +442079460958']],
    ['US', '415\u2011555\u20132671', ['415\u2011555\u20132671 = +14155552671']],
    ['US', 'On 03/10/2011 call 415-555-2671 at 8:30', ['415-555-2671 = +14155552671']],
    ['US', 'https://wa.me/+14155552671', ['+14155552671 = +14155552671']],
    ['US', 'tel:+14155552671', ['+14155552671 = +14155552671']],
    [null, 'Reach us at +49 30 23125000.', ['+49 30 23125000 = +493023125000']],
    ['ZZ', 'Reach us at +49 30 23125000.', ['+49 30 23125000 = +493023125000']],
    ['de', 'Tel. 030 23125000', ['030 23125000 = +493023125000']],
  ])('%s: %s', (region, text, numbers) => {
    expect(found(text, region)).toEqual(numbers);
  });
});

describe('digits that are no phone number', () => {
  it.each([
    ['DE', 'Geboren am 05.10.1986 in Köln'],
    ['DE', 'Vom 03.08.15-04.08.15 geschlossen'],
    ['DE', 'Heute 19.30 - 21.15'],
    ['IT', 'Il 25 04 1945'],
    ['US', 'Updated 2024-03-15 08:30:12'],
    ['US', 'Seasons 2019-2020 and 2020-2021'],
    ['US', 'from 03/2015 – 03/2016'],
    ['US', 'Server 192.168.100.200'],
    ['US', 'Server 212.555.123.4 port 8080'],
    ['NL', 'at 52.3702157 4.8951679'],
    ['JP', 'geo:35.6585805,139.7454329'],
    ['US', 'openssl 3.0.15 3.1.7 3.2.3'],
    ['US', 'Visa 4111 1111 1111 1111'],
    ['US', 'Card 4111111111111111'],
    ['US', 'Amex 378282246310005'],
    ['US', '$2125551234 in revenue'],
    ['DE', '030 123456 Euro'],
    ['US', 'USD 212 555 1234'],
    ['US', 'https://shop.example/p/4155552671/view'],
    ['US', 'see www.shop.example/4155552671'],
    ['US', 'img_2125551234.jpg'],
    ['US', 'data-id="2125551234"'],
    ['US', 'Model 415-555-2671-B'],
    ['US', 'a1b2c3d4-4155552671-9f'],
    ['US', '9780306406157'],
    ['DE', 'DE89 3704 0044 0532 0130 00'],
    [null, '030 23125000'],
    ['XX', '030 23125000'],
    ['US', 'no digits here at all'],
    ['US', ''],
  ])('%s: %s', (region, text) => {
    expect(found(text, region)).toEqual([]);
  });
});

describe('hostile and very long texts', () => {
  it.each([
    ['brackets', '(((('],
    ['pluses', '+('],
    ['single digits', '1 '],
    ['dashes', '1-'],
    ['one endless number', '1'],
    ['half extensions', '1234567 ext. '],
    ['lone surrogates', '\ud8001'],
    ['control characters', '0301234567\0\u202e'],
  ])('%s do not make it throw or hang', (_, piece) => {
    const before = performance.now();

    findNumbers(piece.repeat(40_000 / piece.length), 'DE');

    expect(performance.now() - before).toBeLessThan(3_000);
  });

  it.each(['((((+', '1', '(1)', '1 ', '/1', '123 456 ', '1-800-A', '1\u2060', '2012-01-02 08 '])(
    'a megabyte of %s costs about as much as other texts',
    (piece) => {
      const before = performance.now();

      findNumbers(piece.repeat(1_000_000 / piece.length), 'DE');

      expect(performance.now() - before).toBeLessThan(3_000);
    },
  );

  it('finds every number of a long text, at its place', () => {
    const lines = Array.from(
      { length: 3_000 },
      (_, line) => `Reading room, 030 2312${1000 + line}`,
    );
    const text = lines.join('\n');

    const numbers = findNumbers(text, 'DE');

    expect(numbers).toHaveLength(3_000);
    expect(numbers.every(({ start, end }) => /^030 2312\d{4}$/.test(text.slice(start, end)))).toBe(
      true,
    );
  });
});

describe('the gate in front of the finder', () => {
  it.each([
    '030 23125000',
    '(415) 555-2671',
    '40123',
    '٠٢ ٢٧٩٥ ١٢٣٤',
    '＋８１ ３ １２３４',
    'a1-2-3-4-5',
  ])('lets %s through', (text) => {
    expect(mayHoldNumber(text)).toBe(true);
    expect(candidates(text)).toEqual([{ start: 0, end: text.length }]);
  });

  it.each([
    '',
    'no digits',
    '2024',
    'chapter 12 of 2024',
    '1a2b3c4d5e',
    '1 apple, 2 pears, 3 plums, 4 figs, 5',
  ])('keeps "%s" out', (text) => {
    expect(mayHoldNumber(text)).toBe(false);
    expect(candidates(text)).toEqual([]);
  });

  it('sends the finder the surroundings of the digits alone', () => {
    const text = `${'word '.repeat(1_000)}Tel. 030 23125000 ${'word '.repeat(1_000)}`;

    const [stretch, ...others] = candidates(text);

    expect(others).toEqual([]);
    expect(text.slice(stretch?.start, stretch?.end)).toContain('Tel. 030 23125000 word');
    expect((stretch?.end ?? 0) - (stretch?.start ?? 0)).toBeLessThan(120);
  });

  it('joins numbers that stand side by side, so that each is seen once', () => {
    expect(candidates('030 23125000, 030 23125001')).toHaveLength(1);
  });

  it('finds what the finder finds in the whole text', () => {
    const text = `${'Lorem ipsum. '.repeat(50)}Call (415) 555-2671 x503. ${'Dolor sit. '.repeat(50)}`;
    const inStretches = candidates(text).flatMap(({ start, end }) =>
      findNumbers(text.slice(start, end), 'US').map((number) => number.start + start),
    );

    expect(inStretches).toEqual(findNumbers(text, 'US').map(({ start }) => start));
  });

  it('gives up on a page of nothing but digits', () => {
    const text = ('12345' + 'x'.repeat(200)).repeat(6_000);

    expect(candidates(text)).toHaveLength(5_000);
  });
});

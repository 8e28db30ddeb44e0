import fc from 'fast-check';
import { dtmfIn, isDtmf, isPace } from '../../../src/call/dtmf';

it.each([
  ['1234#', '1234#'],
  [' 12 34-56 ', '123456'],
  ['(030) 4711', '0304711'],
  ['17,,4', '17,,4'],
  ['9;1234p5', '9,1234,5'],
  ['*ab', '*AB'],
])('reads what was copied: %j plays %s', (text, tones) => {
  expect(dtmfIn(text)).toBe(tones);
});

it.each(['', '   ', ',,,', 'hello', '12e4', '+49', '1'.repeat(65), '1\u0000'])(
  'plays nothing of %j',
  (text) => {
    expect(dtmfIn(text)).toBeNull();
  },
);

it('plays nothing but what a phone can send, whatever is copied', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const tones = dtmfIn(text);

      expect(tones === null || isDtmf(tones)).toBe(true);
    }),
  );
});

it.each([
  [100, 50, true],
  [40, 30, true],
  [6000, 6000, true],
  [39, 50, false],
  [100, 29, false],
  [6001, 50, false],
  [100, NaN, false],
])('a digit of %d ms with %d ms after it: %j', (toneMs, gapMs, isGood) => {
  expect(isPace({ toneMs, gapMs })).toBe(isGood);
});

import { parsePageReport, parseRevealRequest } from '../../../src/protocol/page-numbers';

const REPORT = {
  frameId: 'frame-1',
  isTop: true,
  numbers: [
    {
      e164: '+493023125000',
      ext: '204',
      written: '030 23125-000',
      country: 'DE',
      isFax: false,
    },
  ],
  isCapped: false,
};

it('reads what a frame says of its numbers', () => {
  expect(parsePageReport(JSON.parse(JSON.stringify(REPORT)))).toEqual(REPORT);
});

it.each([null, 7, 'x', [], {}, { ...REPORT, frameId: 7 }, { ...REPORT, numbers: 'many' }])(
  'takes %j for no report',
  (message) => {
    expect(parsePageReport(message)).toBeNull();
  },
);

it('drops what is no number, and what cannot be true of one', () => {
  const [good] = REPORT.numbers;
  const numbers = [
    good,
    { ...good, e164: '*21*+4930#' },
    null,
    { ...good, ext: '1,2', country: '<b>', written: 'x'.repeat(201), isFax: 'yes' },
  ];

  expect(parsePageReport({ ...REPORT, numbers })?.numbers).toEqual([
    good,
    { e164: '+493023125000', ext: null, written: '+493023125000', country: null, isFax: false },
  ]);
});

it('says that a list was cut, when it had to cut it itself', () => {
  const numbers = Array(5_001).fill(REPORT.numbers[0]);
  const report = parsePageReport({ ...REPORT, numbers });

  expect(report?.numbers).toHaveLength(5_000);
  expect(report?.isCapped).toBe(true);
});

it('reads which number the popup wants to be shown', () => {
  const reveal = { frameId: 'frame-1', e164: '+493023125000', ext: null };

  expect(parseRevealRequest({ reveal })).toEqual(reveal);
  expect(parseRevealRequest({ reveal: { ...reveal, ext: '204' } })?.ext).toBe('204');
});

it.each([
  null,
  'x',
  {},
  { reveal: null },
  { reveal: { e164: '+1' } },
  { reveal: { frameId: 'a' } },
])('takes %j for no wish to be shown a number', (message) => {
  expect(parseRevealRequest(message)).toBeNull();
});

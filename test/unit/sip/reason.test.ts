import { parseReason, saysAnsweredElsewhere } from '../../../src/sip/reason';

test.each([
  [
    'SIP ;cause=200 ;text="Call completed elsewhere"',
    { protocol: 'SIP', cause: 200, text: 'Call completed elsewhere' },
  ],
  ['Q.850;cause=16;text="Terminated"', { protocol: 'Q.850', cause: 16, text: 'Terminated' }],
  ['sip;text=busy', { protocol: 'SIP', cause: null, text: 'busy' }],
  ['SIP', { protocol: 'SIP', cause: null, text: null }],
  [
    'SIP;cause=580;text="a, \\"quoted\\" one", Q.850;cause=16',
    { protocol: 'SIP', cause: 580, text: 'a, "quoted" one' },
  ],
])('%s', (header, reason) => {
  expect(parseReason(header)).toEqual(reason);
});

test.each([null, undefined, '', ';cause=200', '"SIP";cause=200', '<b>;x'])(
  '%s is no reason',
  (header) => {
    expect(parseReason(header)).toBeNull();
  },
);

test('a call taken by another phone is told apart from one the caller gave up', () => {
  expect(saysAnsweredElsewhere(parseReason('SIP;cause=200'))).toBe(true);
  expect(saysAnsweredElsewhere(parseReason('Q.850;cause=26'))).toBe(true);
  expect(saysAnsweredElsewhere(parseReason('SIP;cause=487'))).toBe(false);
  expect(saysAnsweredElsewhere(parseReason('Q.850;cause=200'))).toBe(false);
  expect(saysAnsweredElsewhere(null)).toBe(false);
});

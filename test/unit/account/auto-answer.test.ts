import {
  callerKey,
  DEFAULT_AUTO_ANSWER,
  isAnsweredCaller,
  parseAutoAnswer,
} from '../../../src/account/auto-answer';

test.each([
  ['201', '201'],
  ['+1 (212) 555-0100', '+12125550100'],
  ['sip:Reception@PBX.test', 'Reception@pbx.test'],
  ['tel:+12125550100', '+12125550100'],
  ['front-desk', 'front-desk'],
])('a caller may be written %j', (written, key) => {
  expect(callerKey(written)).toBe(key);
});

test.each([
  '',
  ' ',
  'two words',
  'a@b@c',
  '201\r\nVia: x',
  '<sip:201@pbx.test>',
  '@pbx.test',
  '*@*',
])('%j is no caller', (written) => {
  expect(callerKey(written)).toBeNull();
});

test('a caller is known by number, or by the whole address where the list has it', () => {
  const rules = { isOn: true, callers: ['201', 'reception@pbx.test'] };

  expect(isAnsweredCaller('sip:201@192.0.2.1', rules)).toBe(true);
  expect(isAnsweredCaller('sip:reception@PBX.test', rules)).toBe(true);
  expect(isAnsweredCaller('sip:reception@evil.example', rules)).toBe(false);
  expect(isAnsweredCaller('sip:2010@pbx.test', rules)).toBe(false);
  expect(isAnsweredCaller('sip:anonymous@anonymous.invalid', rules)).toBe(false);
  expect(isAnsweredCaller('', rules)).toBe(false);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['text', 'on'],
  ['a switch that is none', { isOn: 'true' }],
  ['an inherited one', Object.create({ isOn: true, callers: ['201'] })],
])('stored as %s, nobody is answered by itself', (_, stored) => {
  expect(parseAutoAnswer(stored)).toEqual(DEFAULT_AUTO_ANSWER);
});

test('stored rules come back, without callers that are none, twice or too many', () => {
  const many = Array.from({ length: 60 }, (_, index) => String(1000 + index));

  expect(
    parseAutoAnswer({ isOn: true, callers: ['201', 7, null, 'a b', '201', 'sip:201'] }),
  ).toEqual({ isOn: true, callers: ['201'] });
  expect(parseAutoAnswer({ isOn: true, callers: many }).callers).toEqual(many.slice(-50));
});

import { autoAnswerIn } from '../../../src/sip/auto-answer';

const wish = (values: Readonly<Record<string, string | readonly string[]>>) =>
  autoAnswerIn((name) => [values[name] ?? []].flat());

test.each<[Record<string, string | string[]>, number]>([
  [{ 'call-info': '<sip:pbx.test>;answer-after=0' }, 0],
  [{ 'call-info': '<http://pbx.test/>;purpose=info;Answer-After=2' }, 2],
  [{ 'call-info': ['<http://pbx.test/bob.png>;purpose=icon', '<sip:x>; answer-after="5"'] }, 5],
  [{ 'call-info': '<sip:x>;answer-after=3', 'alert-info': 'Auto Answer' }, 3],
  [{ 'alert-info': 'info=alert-autoanswer;delay=0' }, 0],
  [{ 'alert-info': '<http://www.notused.com>;info=alert-autoanswer;delay=0' }, 0],
  [{ 'alert-info': 'Auto Answer' }, 0],
  [{ 'alert-info': 'auto-answer' }, 0],
  [{ 'alert-info': 'ring-answer' }, 0],
  [{ 'answer-mode': 'Auto' }, 0],
  [{ 'answer-mode': 'auto;require' }, 0],
  [{ 'priv-answer-mode': 'Auto' }, 0],
])('%j wants to be answered after %i s', (values, afterS) => {
  expect(wish(values)).toBe(afterS);
});

test.each<Record<string, string | string[]>[]>([
  [{}],
  [{ 'call-info': '<http://pbx.test/bob.png>;purpose=icon' }],
  [{ 'call-info': '<sip:x>;answer-after=-1' }],
  [{ 'call-info': '<sip:x>;answer-after=soon' }],
  [{ 'call-info': '<sip:x>;answer-after=86400' }],
  [{ 'call-info': '<sip:x>;answer-after=999999' }],
  [{ 'alert-info': '<http://pbx.test/external>' }],
  [{ 'alert-info': '<urn:alert:source:internal>' }],
  [{ 'answer-mode': 'Manual' }],
  [{ 'answer-mode': 'Automatic' }],
  [{ 'alert-info': ' '.repeat(100_000) + 'Auto Answer' }],
])('%j rings', (values) => {
  expect(wish(values)).toBeNull();
});

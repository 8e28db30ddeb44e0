import { plainMessage } from '../../../src/sip/plain-message';

it.each([
  ['text/plain', 'I’m late', 'I’m late'],
  ['text/plain;charset=UTF-8', ' two\r\nlines ', 'two lines'],
  ['TEXT/PLAIN', 'a\u202eb\u0000c', 'a b c'],
  ['text/plain', '', ''],
  ['text/plain', '<b>no markup</b>', '<b>no markup</b>'],
])('%s %j is shown as %j', (contentType, body, shown) => {
  expect(plainMessage(contentType, body)).toBe(shown);
});

it.each([['text/html'], ['text/plainer'], ['message/cpim'], [null]])('%s is not', (contentType) => {
  expect(plainMessage(contentType, 'x')).toBeNull();
});

it('and never more than a screen has room for', () => {
  expect(plainMessage('text/plain', 'x'.repeat(100_000))).toHaveLength(500);
});

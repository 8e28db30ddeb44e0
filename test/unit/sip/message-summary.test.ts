import { parseMessageSummary } from '../../../src/sip/message-summary';

test.each([
  [
    'Asterisk',
    'Messages-Waiting: yes\r\nMessage-Account: sip:*97@10.0.0.5\r\nVoice-Message: 3/2 (1/0)\r\n',
    { isWaiting: true, newMessages: 3, oldMessages: 2, urgentMessages: 1 },
  ],
  [
    'Asterisk with an empty box',
    'Messages-Waiting: no\r\nVoice-Message: 0/0 (0/0)\r\n',
    { isWaiting: false, newMessages: 0, oldMessages: 0, urgentMessages: 0 },
  ],
  [
    'FreeSWITCH',
    'Messages-Waiting: yes\r\nMessage-Account: sip:1001@pbx.example.com\r\nVoice-Message: 1/0 (0/0)\r\n\r\n',
    { isWaiting: true, newMessages: 1, oldMessages: 0, urgentMessages: 0 },
  ],
  [
    'the example of RFC 3842',
    'Messages-Waiting: yes\r\nMessage-Account: sip:alice@vmail.example.com\r\nVoice-Message: 4/8 (1/2)\r\nFax-message: 2/0\r\n\r\nTo: <alice@atlanta.example.com>\r\nSubject: carpool tomorrow?\r\n',
    { isWaiting: true, newMessages: 4, oldMessages: 8, urgentMessages: 1 },
  ],
  [
    'bare line ends, no urgent ones',
    'messages-waiting:YES\nvoice-message:12/0\n',
    { isWaiting: true, newMessages: 12, oldMessages: 0, urgentMessages: null },
  ],
  [
    'who counts nothing',
    'Messages-Waiting: yes\r\n',
    { isWaiting: true, newMessages: null, oldMessages: null, urgentMessages: null },
  ],
  [
    'who has only faxes: no voice waits',
    'Messages-Waiting: yes\r\nFax-Message: 2/0\r\nVoice-Message: 0/1\r\n',
    { isWaiting: false, newMessages: 0, oldMessages: 1, urgentMessages: null },
  ],
])('the summary of %s', (_who, body, summary) => {
  expect(parseMessageSummary(body)).toEqual(summary);
});

test.each([
  ['nothing', ''],
  ['something else', '<presence entity="sip:a@b"/>'],
  ['an answer that is none', 'Messages-Waiting: perhaps\r\nVoice-Message: 1/0\r\n'],
  ['far too much', `Messages-Waiting: yes\r\n${'X: y\r\n'.repeat(5_000)}`],
])('%s is no summary', (_what, body) => {
  expect(parseMessageSummary(body)).toBeNull();
});

test('a number nobody can have is no number', () => {
  expect(
    parseMessageSummary('Messages-Waiting: yes\r\nVoice-Message: 99999999999999/0\r\n'),
  ).toMatchObject({ isWaiting: true, newMessages: null });
});

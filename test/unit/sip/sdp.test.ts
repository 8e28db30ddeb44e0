import { answerWithin, audioDirectionOf } from '../../../src/sip/sdp';

const sdp = (...lines: string[]) => ['v=0', 's=-', ...lines, ''].join('\r\n');
const audio = (direction: string) =>
  sdp('m=audio 4000 RTP/AVP 0', 'a=rtpmap:0 PCMU/8000', `a=${direction}`);

test.each([
  ['sendonly', 'sendrecv', 'recvonly'],
  ['sendonly', 'sendonly', 'inactive'],
  ['sendonly', 'recvonly', 'recvonly'],
  ['sendonly', 'inactive', 'inactive'],
  ['recvonly', 'sendrecv', 'sendonly'],
  ['inactive', 'sendrecv', 'inactive'],
  ['sendrecv', 'sendonly', 'sendonly'],
  ['sendrecv', 'sendrecv', 'sendrecv'],
])('to an offer that says %s, %s means %s', (offered, said, meant) => {
  const answer = answerWithin(audio(offered), audio(said));

  expect(audioDirectionOf(answer)).toBe(meant);
  expect(answer).toContain('a=rtpmap:0 PCMU/8000\r\n');
});

test('who says nothing means sendrecv, and the session may speak for the stream', () => {
  const silent = sdp('m=audio 4000 RTP/AVP 0');
  const above = sdp('a=sendonly', 'm=audio 4000 RTP/AVP 0');

  expect(audioDirectionOf(answerWithin(audio('sendonly'), silent))).toBe('recvonly');
  expect(audioDirectionOf(answerWithin(audio('sendonly'), above))).toBe('inactive');
  expect(answerWithin(above, sdp('m=audio 4000 RTP/AVP 0', 'a=sendrecv'))).toMatch(
    /a=recvonly\r\n$/,
  );
});

test('an answer that keeps within the offer stays as it is', () => {
  const answer = `${audio('recvonly')}m=video 0 RTP/AVP 96\r\n`;

  expect(answerWithin(audio('sendonly'), answer)).toBe(answer);
});

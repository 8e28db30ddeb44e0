import { ownContactOf } from '../../../src/sip/own-contact';
import { dtmfRelayBody, parseDtmfInfo } from '../../../src/sip/dtmf-info';
import { grantedExpiryS, minExpiryS } from '../../../src/sip/granted-expiry';
import { displayNameOf } from '../../../src/sip/identity';
import {
  audioDirectionOf,
  audioOnlyAnswer,
  candidatesOf,
  saysHold,
  withoutCandidates,
} from '../../../src/sip/sdp';

describe('the direction of audio', () => {
  const AUDIO = 'm=audio 9 RTP/AVP 0\r\n';
  const said = (direction: string) => saysHold(`v=0\r\n${AUDIO}a=${direction}\r\n`);
  const VIDEO = 'm=video 9 RTP/AVP 96\r\na=sendonly\r\n';

  test.each([
    [`v=0\r\n${AUDIO}a=sendonly\r\n`, 'sendonly'],
    [`v=0\r\na=inactive\r\n${AUDIO}`, 'inactive'],
    [`v=0\r\na=inactive\r\n${AUDIO}a=recvonly\r\n`, 'recvonly'],
    [`v=0\r\n${AUDIO}`, 'sendrecv'],
    [`v=0\r\n${VIDEO}${AUDIO}a=recvonly\r\n`, 'recvonly'],
    [`v=0\r\n${AUDIO}${VIDEO}`, 'sendrecv'],
    [`v=0\r\n${VIDEO}`, null],
    ['', null],
  ])('%#', (sdp, direction) => {
    expect(audioDirectionOf(sdp)).toBe(direction);
  });

  test('says hold where the other side does not listen', () => {
    expect(said('sendonly')).toBe(true);
    expect(said('inactive')).toBe(true);
    expect(said('recvonly')).toBe(false);
    expect(said('sendrecv')).toBe(false);
    expect(saysHold('')).toBe(false);
  });
});

test('an answer keeps the first audio stream and rejects everything else', () => {
  const section = (media: string, mid: string) => `m=${media}\r\na=mid:${mid}\r\n`;
  const answer = [
    'v=0\r\na=group:BUNDLE 0 1 2\r\n',
    section('video 9 UDP/TLS/RTP/SAVPF 96', '0'),
    section('audio 9 UDP/TLS/RTP/SAVPF 0', '1'),
    section('audio 9 UDP/TLS/RTP/SAVPF 0', '2'),
  ].join('');

  expect(audioOnlyAnswer(answer)).toBe(
    [
      'v=0\r\na=group:BUNDLE 1\r\n',
      section('video 0 UDP/TLS/RTP/SAVPF 96', '0'),
      section('audio 9 UDP/TLS/RTP/SAVPF 0', '1'),
      section('audio 0 UDP/TLS/RTP/SAVPF 0', '2'),
    ].join(''),
  );
});

test('an answer of one audio stream stays as it is', () => {
  const sdp = 'v=0\r\na=group:BUNDLE 0\r\nm=audio 9 RTP/AVP 0\r\na=mid:0\r\n';

  expect(audioOnlyAnswer(sdp)).toBe(sdp);
});

test('candidates can be taken out of an offer, and given back one by one', () => {
  const sdp = [
    'v=0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 0',
    'a=candidate:1 1 udp 2122 192.0.2.1 4000 typ host',
    'a=mid:0',
    'a=end-of-candidates',
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'a=candidate:2 1 udp 2122 192.0.2.1 4002 typ host',
    '',
  ].join('\r\n');

  expect(withoutCandidates(sdp)).toBe(
    'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n',
  );
  expect(candidatesOf(sdp)).toEqual([
    { candidate: 'candidate:1 1 udp 2122 192.0.2.1 4000 typ host', sdpMLineIndex: 0 },
    { candidate: 'candidate:2 1 udp 2122 192.0.2.1 4002 typ host', sdpMLineIndex: 1 },
  ]);
});

test.each([
  [['<sip:me@a.invalid;transport=ws>;expires=120'], null, 120],
  [['<sip:you@b>;expires=1', '<sip:me@a>;q=0.5;Expires = 33'], '900', 33],
  [['<sip:me@a;expires=5>'], '900', 900],
  [['<sip:me@a>;expires="45"'], null, 45],
  [['<sip:me@a>;expires=50;+sip.instance="<urn:uuid:1>"'], '900', 50],
  [['"a <sip:me@a>;expires=3" <sip:me@a>;expires=51'], '900', 51],
  [['<sip:me@a>;expires=soon'], null, null],
  [[], '60', 60],
  [[], 'soon', null],
  [[], null, null],
])('the granted expiry in %j with Expires %s', (contacts, expires, granted) => {
  const own = ownContactOf(contacts, { user: 'me', instanceId: null });

  expect(grantedExpiryS(own, expires)).toBe(granted);
});

test('the least expiry of a registrar', () => {
  expect(minExpiryS('1800')).toBe(1800);
  expect(minExpiryS(null)).toBeNull();
  expect(minExpiryS('-1')).toBeNull();
});

describe('digits by INFO', () => {
  test.each([
    ['application/dtmf-relay', 'Signal=5\r\nDuration=160', '5'],
    ['Application/DTMF-Relay; charset=utf-8', 'Signal= #\r\n', '#'],
    ['application/dtmf-relay', 'Duration=160\r\nsignal=d', 'D'],
    ['application/dtmf-relay', 'Signal=10', '*'],
    ['application/dtmf-relay', 'Signal=11', '#'],
    ['application/dtmf', '7', '7'],
  ])('%s %j is %s', (contentType, body, tone) => {
    expect(parseDtmfInfo(contentType, body)).toBe(tone);
  });

  test.each([
    ['text/plain', 'Signal=5'],
    ['application/dtmf-relay', 'Signal=55'],
    ['application/dtmf-relay', 'Signal=!'],
    ['application/dtmf', ''],
    [null, 'Signal=5'],
  ])('%s %j is none', (contentType, body) => {
    expect(parseDtmfInfo(contentType, body)).toBeNull();
  });

  test('what we send is what we would read', () => {
    expect(parseDtmfInfo('application/dtmf-relay', dtmfRelayBody('*', 100))).toBe('*');
  });
});

test('a display name is shown without what would disturb the text around it', () => {
  expect(displayNameOf('Anna\u0000 \u202eBob\u2066')).toBe('Anna Bob');
  expect(displayNameOf('x'.repeat(500))).toHaveLength(64);
  expect(displayNameOf(' \u200f ')).toBeNull();
  expect(displayNameOf(undefined)).toBeNull();
});

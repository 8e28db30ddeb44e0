import { parseSavedPhone } from '../../../../src/phone/recovery/stored-calls';

const DIALOG = {
  callId: 'abc@192.0.2.7',
  localTag: 'a1',
  remoteTag: 'b2',
  localUri: 'sip:alice@pbx.test',
  remoteUri: 'sip:bob@pbx.test',
  remoteTarget: 'sip:bob@192.0.2.7:5070;transport=tcp',
  routeSet: ['<sip:192.0.2.1;transport=ws;r2=on;lr=on;ftag=a1>'],
  localSequence: 3,
};

const REMOTE = { uri: 'sip:bob@pbx.test', displayName: 'Bob' };

const CALL = {
  id: 'call-1',
  direction: 'outgoing',
  stage: 'up',
  remote: REMOTE,
  firstRemote: { ...REMOTE, via: 'Sales' },
  isHeld: false,
  isMuted: false,
  recording: { id: 'r-1', by: 'local', beeps: true },
  answersAtMs: null,
  startedAtMs: 1_000,
  establishedAtMs: 2_000,
  dialog: DIALOG,
};

const PHONE = {
  instanceId: 'phone-1',
  address: 'sip:alice@pbx.test',
  calls: [CALL, { ...CALL, id: 'call-2' }],
  conference: [{ callId: 'call-1', isMuted: false }],
  consults: [{ callId: 'call-1', withCallId: 'call-2', resumes: true }],
  parked: [{ id: 'p-1', remote: REMOTE, place: '701', parkedAtMs: 5, retrievedBy: null }],
  answers: [{ id: 'a-1', remote: REMOTE, answer: 'yes', number: null, answeredAtMs: 7 }],
};

function callsOf(change: object) {
  return parseSavedPhone({ ...PHONE, calls: [{ ...CALL, ...change }] })?.calls;
}

it('reads back what was written', () => {
  expect(parseSavedPhone(JSON.parse(JSON.stringify(PHONE)))).toEqual(PHONE);
});

it.each([null, undefined, 7, 'phone', [], [PHONE], {}, { ...PHONE, instanceId: 4 }])(
  'takes %j for nothing',
  (stored) => {
    expect(parseSavedPhone(stored)).toBeNull();
  },
);

it.each([
  { id: null },
  { direction: 'both' },
  { stage: 'constructor' },
  { remote: null },
  { remote: { uri: 7 } },
  { firstRemote: { uri: 'x'.repeat(1_001) } },
  { startedAtMs: 'yesterday' },
])('drops a call with %j', (change) => {
  expect(callsOf(change)).toEqual([]);
});

it.each([
  { callId: 'abc\r\nVia: x' },
  { callId: 'abc;to-tag=mine' },
  { localTag: 'a 1' },
  { remoteTag: '' },
  { remoteTarget: 'sip:bob@192.0.2.7\r\nRoute: <sip:evil.test>' },
  { remoteTarget: 'https://evil.test' },
  { remoteTarget: 'sip:bob@192.0.2.7>' },
  { routeSet: ['<sip:192.0.2.1;lr>, <sip:evil.test>'] },
  { routeSet: ['sip:192.0.2.1'] },
  { routeSet: '<sip:192.0.2.1>' },
  { routeSet: Array.from({ length: 21 }, () => '<sip:192.0.2.1;lr>') },
  { localSequence: -1 },
  { localSequence: 1.5 },
  { localSequence: 2 ** 31 },
])('keeps a call, but not its dialog, with %j in that', (change) => {
  expect(callsOf({ dialog: { ...DIALOG, ...change } })).toMatchObject([
    { id: 'call-1', dialog: null },
  ]);
});

it('takes a call for muted where nobody knows', () => {
  expect(callsOf({ isMuted: 'perhaps' })).toMatchObject([{ isMuted: true }]);
});

it('drops what speaks of calls that are not there', () => {
  expect(parseSavedPhone({ ...PHONE, calls: [] })).toMatchObject({ conference: [], consults: [] });
});

it('takes no more calls than a phone can have', () => {
  const calls = Array.from({ length: 20 }, (_, index) => ({ ...CALL, id: String(index) }));

  expect(parseSavedPhone({ ...PHONE, calls })?.calls).toHaveLength(8);
});

it('is not led astray by what objects inherit', () => {
  const answers = [{ ...PHONE.answers[0], answer: 'toString' }];

  expect(parseSavedPhone({ ...PHONE, answers })?.answers).toEqual([]);
});

import { PRESETS, type Profile } from '../../../src/account/profile';
import { newCall, type Call } from '../../../src/call/call';
import type { CallAction } from '../../../src/call/action';
import type { Phone } from '../../../src/phone/phone';
import type { FakeClock } from '../../support/fake-clock';
import type { FakeSipStack } from '../../support/fake-sip-stack';
import { endOf } from '../../support/fake-sip-stack';
import { registeredPhone } from '../../support/phone-to-try';

let sip: FakeSipStack;
let phone: Phone;
let clock: FakeClock;

function begin(profile: Profile): string {
  ({ sip, phone, clock } = registeredPhone({ profile }));

  const callId = phone.dial('200');

  sip.happens(callId, { type: 'confirmed' });

  return callId;
}

function lastAction(): CallAction | undefined {
  return sip.performed.at(-1)?.action;
}

function callOf(callId: string): Call {
  const call = phone.snapshot.calls.find(({ id }) => id === callId);

  return call ?? newCall('none', 'outgoing', { uri: '', displayName: null }, 0);
}

describe('parking a call', () => {
  test('by sending it to a place: it is parked once it is there, and taken up from there', () => {
    const callId = begin(PRESETS.freeswitch);

    phone.command(callId, { type: 'park' });
    expect(lastAction()).toEqual({ type: 'send-refer', uri: 'sip:5900@pbx.test' });
    sip.happens(callId, {
      type: 'transfer-progressed',
      response: { statusCode: 200, reasonPhrase: 'OK' },
    });
    expect(lastAction()).toEqual({ type: 'send-bye' });
    sip.happens(callId, { type: 'ended', end: endOf() });
    expect(phone.snapshot.parked).toMatchObject([
      { id: callId, place: null, remote: { uri: 'sip:200@pbx.test' } },
    ]);

    const takenUp = phone.retrieve(callId, null);

    expect(sip.invited.at(-1)).toMatchObject({ callId: takenUp, uri: 'sip:5901@pbx.test' });
    expect(callOf(takenUp).remote.uri).toBe('sip:200@pbx.test');
    sip.happens(takenUp, { type: 'confirmed' });
    expect(phone.snapshot.parked).toEqual([]);
  });

  test('where only the phone system tells the place, the user says it', () => {
    const callId = begin(PRESETS.asterisk);

    phone.command(callId, { type: 'park' });
    sip.happens(callId, {
      type: 'transfer-progressed',
      response: { statusCode: 200, reasonPhrase: 'OK' },
    });
    sip.happens(callId, { type: 'ended', end: endOf() });
    expect(() => phone.retrieve(callId, ' ')).toThrow('cannot dial');

    const takenUp = phone.retrieve(callId, ' 701 ');

    expect(sip.invited.at(-1)).toMatchObject({ uri: 'sip:701@pbx.test' });
    sip.happens(takenUp, { type: 'ended', end: endOf() });
    expect(phone.snapshot.parked).toMatchObject([{ retrievedBy: null }]);
    phone.forget(callId);
    expect(phone.snapshot.parked).toEqual([]);
  });

  test('by digits: it is parked when it then ends by itself', () => {
    const callId = begin({ ...PRESETS.asterisk, park: { by: 'dtmf', digits: '#72' } });

    phone.command(callId, { type: 'park' });
    expect(lastAction()).toEqual({ type: 'send-dtmf', tones: '#72' });
    sip.happens(callId, { type: 'ended', end: { ...endOf(), cause: 'remote-bye' } });
    expect(phone.snapshot.parked).toHaveLength(1);
  });

  test('that comes to nothing leaves the call as it was, and it may be tried again', () => {
    const callId = begin(PRESETS.asterisk);

    phone.command(callId, { type: 'park' });
    sip.happens(callId, {
      type: 'transfer-progressed',
      response: { statusCode: 404, reasonPhrase: 'Not Found' },
    });
    expect(callOf(callId)).toMatchObject({
      state: 'established',
      service: { name: 'park', state: 'failed', why: 'Not Found' },
    });
    phone.command(callId, { type: 'park' });
    expect(lastAction()).toEqual({ type: 'send-refer', uri: 'sip:700@pbx.test' });
  });

  test('is refused where the phone system has no way to do it, or is busy with it', () => {
    const unknown = begin(PRESETS.generic);

    expect(() => {
      phone.command(unknown, { type: 'park' });
    }).toThrow('cannot park');

    const asked = begin(PRESETS.ringcentral);

    phone.command(asked, { type: 'park' });
    expect(lastAction()).toEqual({ type: 'ask-service', request: { name: 'park' } });
    expect(() => {
      phone.command(asked, { type: 'park' });
    }).toThrow('cannot park');
  });
});

test('a call is flipped by the phone system, or sent to the code for it', () => {
  const asked = begin(PRESETS.ringcentral);

  phone.command(asked, { type: 'flip', target: '201' });
  expect(lastAction()).toEqual({
    type: 'ask-service',
    request: { name: 'flip', uri: 'sip:201@pbx.test' },
  });

  const sent = begin({ ...PRESETS.generic, flip: { by: 'transfer', target: '*55' } });

  phone.command(sent, { type: 'flip', target: '' });
  expect(lastAction()).toEqual({ type: 'send-refer', uri: 'sip:*55@pbx.test' });
});

test('who records is what the profile says', () => {
  const here = begin(PRESETS.generic);

  phone.command(here, { type: 'record', on: true });
  expect(callOf(here).recording?.by).toBe('local');

  const there = begin(PRESETS.asterisk);

  phone.command(there, { type: 'record', on: true });
  expect(lastAction()).toEqual({ type: 'send-record', on: true });
  expect(callOf(there).recording?.by).toBe('phone-system');
});

describe('listening to a colleague', () => {
  test('is a code before the extension', () => {
    begin(PRESETS.freeswitch);

    const callId = phone.supervise('monitor', '102');

    expect(sip.invited.at(-1)).toMatchObject({ uri: 'sip:88102@pbx.test' });
    expect(callOf(callId).remote.uri).toBe('sip:102@pbx.test');
    sip.happens(callId, { type: 'confirmed' });
    expect(callOf(callId).dtmf.sent).toBe('');
  });

  test('or a code, and the extension once it is answered; once only', () => {
    begin(PRESETS.ringcentral);

    const callId = phone.supervise('barge', '102');

    expect(sip.invited.at(-1)).toMatchObject({ uri: 'sip:*82@pbx.test' });
    sip.happens(callId, { type: 'confirmed' });
    sip.happens(callId, { type: 'confirmed' });
    expect(callOf(callId).dtmf.sent).toBe('102#');
  });

  test('is refused for what is no extension, and where there is no way to it', () => {
    begin(PRESETS.ringcentral);
    expect(() => phone.supervise('monitor', 'sip:x@evil.test')).toThrow('cannot dial');
    begin(PRESETS.generic);
    expect(() => phone.supervise('monitor', '102')).toThrow('cannot dial');
  });
});

test('what a caller answers to words of ours is kept until it is read', () => {
  begin(PRESETS.ringcentral);

  const remote = { uri: 'sip:+16505550100@pbx.test', displayName: 'Bob' };
  const answered = { type: 'reply-answered', callId: 'earlier', remote, number: null } as const;

  sip.onReport({ ...answered, answer: 'none' });
  sip.onReport({ ...answered, answer: 'yes' });
  expect(phone.snapshot.answers).toMatchObject([{ id: 'earlier', remote, answer: 'yes' }]);
  phone.forget('earlier');
  expect(phone.snapshot.answers).toEqual([]);
});

test('the server may ask us to register anew', () => {
  begin(PRESETS.ringcentral);
  clock.pass(1_000);
  sip.onReport({ type: 'asked-to-register' });
  expect(sip.registrations).toBe(2);
});

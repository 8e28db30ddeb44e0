import { DEFAULT_PROFILE, type Profile } from '../../../src/account/profile';
import { InvalidConferenceError } from '../../../src/phone/conference';
import { registeredPhone } from '../../support/phone-to-try';

/** A phone with calls to 100, 101 … that are up; all but the last are held. */
function phoneWithCalls(count: number, profile: Partial<Profile> = {}) {
  const { sip, phone, call } = registeredPhone({ profile: { ...DEFAULT_PROFILE, ...profile } });
  const calls: string[] = [];

  for (let index = 0; index < count; index++) {
    const before = calls.at(-1);
    const id = phone.dial(String(100 + index));

    if (before !== undefined) {
      sip.happens(before, { type: 'reinvite-accepted' });
    }
    sip.happens(id, { type: 'confirmed' });
    calls.push(id);
  }
  const [bob = '', carol = '', dan = ''] = calls;
  const merge = (...callIds: string[]) => {
    phone.conference({ type: 'merge', callIds });
    for (const id of callIds) {
      sip.happens(id, { type: 'reinvite-accepted' });
    }
    sip.performed.length = 0;
  };
  const members = () => phone.snapshot.conference.map(({ callId }) => callId);

  return { sip, phone, call, merge, members, bob, carol, dan };
}

describe('merging', () => {
  it('resumes who is on hold and holds nobody for it', () => {
    const { sip, phone, call, members, bob, carol } = phoneWithCalls(2);

    sip.performed.length = 0;
    phone.conference({ type: 'merge', callIds: [carol, bob] });

    expect(members()).toEqual([carol, bob]);
    expect(sip.actionsOf(bob)).toEqual([{ type: 'send-reinvite', hold: false }]);
    expect(sip.actionsOf(carol)).toEqual([]);
    sip.happens(bob, { type: 'reinvite-accepted' });
    expect(call(bob).hold.local).toBe(false);
    expect(call(carol).hold.local).toBe(false);
  });

  it('takes a third call into the conference that is there', () => {
    const { merge, members, bob, carol, dan } = phoneWithCalls(3);

    merge(carol, dan);
    merge(bob);

    expect(members()).toEqual([carol, dan, bob]);
  });

  it('mutes everybody where the user was muted in the call that was up', () => {
    const { phone, call, merge, bob, carol } = phoneWithCalls(2);

    phone.command(carol, { type: 'mute', on: true });
    merge(bob, carol);

    expect(call(bob).muted).toBe(true);
  });

  it('records everybody in one where one was recorded', () => {
    const { phone, call, merge, bob, carol } = phoneWithCalls(2);

    phone.command(carol, { type: 'record', on: true });
    merge(bob, carol);

    expect(call(bob).recording?.id).toBe(call(carol).recording?.id);
    expect(call(bob).recording).not.toBeNull();
  });

  it.each([
    ['one call alone', (bob: string) => [bob]],
    ['a call that is not there', (bob: string) => [bob, 'nobody']],
    ['nothing at all', () => []],
  ])('refuses %s', (_, idsFrom) => {
    const { phone, members, bob } = phoneWithCalls(2);

    expect(() => {
      phone.conference({ type: 'merge', callIds: idsFrom(bob) });
    }).toThrow(InvalidConferenceError);
    expect(members()).toEqual([]);
  });

  it('is left to a phone system that does it by digits, in the call that is up', () => {
    const { sip, phone, members, bob, carol } = phoneWithCalls(2, {
      conference: { by: 'dtmf', digits: '*3' },
    });

    sip.performed.length = 0;
    phone.conference({ type: 'merge', callIds: [bob, carol] });

    expect(sip.performed).toEqual([{ callId: carol, action: { type: 'send-dtmf', tones: '*3' } }]);
    expect(members()).toEqual([]);
  });

  it('refuses a call that rings', () => {
    const { sip, phone, bob } = phoneWithCalls(1);

    sip.callIn('in');
    expect(() => {
      phone.conference({ type: 'merge', callIds: [bob, 'in'] });
    }).toThrow(InvalidConferenceError);
  });

  it('refuses a call whose hold is under way', () => {
    const { phone, bob, carol } = phoneWithCalls(2);

    phone.command(carol, { type: 'hold', on: true });
    expect(() => {
      phone.conference({ type: 'merge', callIds: [bob, carol] });
    }).toThrow(InvalidConferenceError);
  });
});

describe('a conference', () => {
  it('is held and resumed as a whole', () => {
    const { sip, phone, merge, bob, carol } = phoneWithCalls(2);

    merge(bob, carol);
    phone.command(bob, { type: 'hold', on: true });
    sip.happens(bob, { type: 'reinvite-accepted' });
    sip.happens(carol, { type: 'reinvite-accepted' });
    phone.command(carol, { type: 'hold', on: false });

    for (const id of [bob, carol]) {
      expect(sip.actionsOf(id)).toEqual([
        { type: 'send-reinvite', hold: true },
        { type: 'send-reinvite', hold: false },
      ]);
    }
  });

  it('waits on hold while another call is answered, and stays a conference', () => {
    const { sip, phone, merge, members, bob, carol } = phoneWithCalls(2);

    merge(bob, carol);
    sip.callIn('in');
    phone.command('in', { type: 'answer' });

    expect(sip.actionsOf(bob)).toEqual([{ type: 'send-reinvite', hold: true }]);
    expect(sip.actionsOf(carol)).toEqual([{ type: 'send-reinvite', hold: true }]);
    expect(members()).toEqual([bob, carol]);
  });

  it('is taken up again as a whole in a swap with the call that was answered meanwhile', () => {
    const { sip, phone, merge, members, bob, carol } = phoneWithCalls(2);

    merge(bob, carol);
    sip.callIn('in');
    phone.command('in', { type: 'answer' });
    sip.happens(bob, { type: 'reinvite-accepted' });
    sip.happens(carol, { type: 'reinvite-accepted' });
    sip.happens('in', { type: 'confirmed' });
    sip.performed.length = 0;
    phone.several({ type: 'swap', callId: bob });
    sip.happens('in', { type: 'reinvite-accepted' });

    expect(sip.performed).toEqual([
      { callId: 'in', action: { type: 'send-reinvite', hold: true } },
      { callId: bob, action: { type: 'send-reinvite', hold: false } },
      { callId: carol, action: { type: 'send-reinvite', hold: false } },
    ]);
    expect(members()).toEqual([bob, carol]);
  });

  it('mutes the user towards everybody', () => {
    const { sip, phone, merge, bob, carol } = phoneWithCalls(2);

    merge(bob, carol);
    phone.command(bob, { type: 'mute', on: true });

    expect(sip.actionsOf(bob)).toEqual([{ type: 'set-microphone', on: false }]);
    expect(sip.actionsOf(carol)).toEqual([{ type: 'set-microphone', on: false }]);
  });

  it('mutes one member without a word on the wire', () => {
    const { sip, phone, merge, bob, carol } = phoneWithCalls(2);

    merge(bob, carol);
    phone.conference({ type: 'mute-member', callId: bob, on: true });

    expect(phone.snapshot.conference).toEqual([
      { callId: bob, isMuted: true },
      { callId: carol, isMuted: false },
    ]);
    expect(sip.performed).toEqual([]);
  });

  it('is an ordinary call again when only one is left, whom the user hears', () => {
    const { sip, phone, merge, bob, carol } = phoneWithCalls(2);

    merge(bob, carol);
    phone.conference({ type: 'mute-member', callId: bob, on: true });
    sip.ends(carol);

    expect(phone.snapshot.conference).toEqual([]);
  });

  it('goes on when one of three is dropped', () => {
    const { phone, merge, members, bob, carol, dan } = phoneWithCalls(3);

    merge(bob, carol, dan);
    phone.command(carol, { type: 'hang-up' });

    expect(members()).toEqual([bob, dan]);
  });

  it('lets the user talk with one alone while the others wait', () => {
    const { sip, phone, merge, members, bob, carol, dan } = phoneWithCalls(3);

    merge(bob, carol, dan);
    phone.conference({ type: 'talk-alone', callId: bob });

    expect(members()).toEqual([carol, dan]);
    expect(sip.actionsOf(bob)).toEqual([]);
    expect(sip.actionsOf(carol)).toEqual([{ type: 'send-reinvite', hold: true }]);
    expect(sip.actionsOf(dan)).toEqual([{ type: 'send-reinvite', hold: true }]);
  });

  it('splits out of a held conference by resuming the one', () => {
    const { sip, phone, merge, bob, carol } = phoneWithCalls(2);

    merge(bob, carol);
    phone.command(bob, { type: 'hold', on: true });
    sip.happens(bob, { type: 'reinvite-accepted' });
    sip.happens(carol, { type: 'reinvite-accepted' });
    sip.performed.length = 0;
    phone.conference({ type: 'talk-alone', callId: bob });

    expect(phone.snapshot.conference).toEqual([]);
    expect(sip.performed).toEqual([
      { callId: bob, action: { type: 'send-reinvite', hold: false } },
    ]);
  });

  it('is hung up on as a whole', () => {
    const { sip, phone, merge, members, bob, carol } = phoneWithCalls(2);

    merge(bob, carol);
    phone.conference({ type: 'hang-up' });

    expect(members()).toEqual([]);
    expect(sip.performed.map(({ callId, action }) => [callId, action.type])).toEqual([
      [bob, 'send-bye'],
      [carol, 'send-bye'],
    ]);
  });

  it('knows nothing of who is not in it', () => {
    const { phone, merge, bob, carol, dan } = phoneWithCalls(3);

    merge(bob, carol);
    for (const type of ['talk-alone', 'mute-member'] as const) {
      expect(() => {
        phone.conference({ type, callId: dan, on: true });
      }).toThrow(InvalidConferenceError);
    }
  });
});

describe('recording', () => {
  it('is asked for, begins and stops', () => {
    const { sip, phone, call, bob } = phoneWithCalls(1);

    phone.command(bob, { type: 'record', on: true });
    expect(call(bob).recording).toMatchObject({ by: 'local', state: 'asked', beeps: false });
    phone.recordingReported(call(bob).recording?.id ?? '', { type: 'recording-started' });
    expect(call(bob).recording?.state).toBe('on');
    phone.command(bob, { type: 'record', on: false });
    expect(call(bob).recording).toBeNull();
    // What is recorded here is nobody's business on the wire.
    expect(sip.performed).toEqual([]);
  });

  it('says why it failed, and a later one is another', () => {
    const { phone, call, bob } = phoneWithCalls(1);

    phone.command(bob, { type: 'record', on: true });
    const first = call(bob).recording?.id ?? '';

    phone.recordingReported(first, { type: 'recording-failed', problem: 'no-space' });
    expect(call(bob).recording).toMatchObject({ state: 'failed', problem: 'no-space' });
    phone.command(bob, { type: 'record', on: true });
    phone.recordingReported(first, { type: 'recording-failed', problem: 'no-space' });
    expect(call(bob).recording).toMatchObject({ state: 'asked', problem: null });
  });

  it('is of the whole conference', () => {
    const { phone, call, merge, bob, carol } = phoneWithCalls(2);

    merge(bob, carol);
    phone.command(bob, { type: 'record', on: true });
    expect(call(carol).recording).toEqual(call(bob).recording);
    phone.command(carol, { type: 'record', on: false });
    expect(call(bob).recording).toBeNull();
  });

  it('beeps where the user wants the others to know', () => {
    const { phone, call, bob } = phoneWithCalls(1);

    phone.setRecordingBeeps(true);
    phone.command(bob, { type: 'record', on: true });

    expect(call(bob).recording?.beeps).toBe(true);
  });

  it('begins when the call is up, not before', () => {
    const { sip, phone } = phoneWithCalls(0);

    sip.callIn('in');
    expect(() => {
      phone.command('in', { type: 'record', on: true });
    }).toThrow('cannot record');
  });
});

import { outcomeOf } from '../../../../src/call/outcome';
import { entryFor } from '../../../../src/history/entry';
import type { SavedPhone } from '../../../../src/phone/recovery/saved-calls';
import { parseSavedPhone } from '../../../../src/phone/recovery/stored-calls';
import type { SavedDialog } from '../../../../src/sip/dialog';
import { aliceAccount } from '../../../support/accounts';
import { newPhone, registeredPhone } from '../../../support/phone-to-try';

const ADDRESS = aliceAccount().address;

type PhoneToTry = ReturnType<typeof newPhone>;

function dialog(callId: string): SavedDialog {
  return {
    callId: `sip-${callId}`,
    localTag: 'ours',
    remoteTag: 'theirs',
    localUri: 'sip:alice@pbx.test',
    remoteUri: 'sip:200@pbx.test',
    remoteTarget: 'sip:200@192.0.2.7:5060;transport=ws',
    routeSet: ['<sip:192.0.2.1;lr;ftag=x>'],
    localSequence: 2,
  };
}

/** A phone in a call that somebody has answered. */
function inCall(target = '200'): PhoneToTry & { readonly callId: string } {
  const all = registeredPhone();
  const callId = dialled(all, target);

  return { ...all, callId };
}

function dialled({ sip, phone }: PhoneToTry, target: string): string {
  const callId = phone.dial(target);

  sip.happens(callId, { type: 'confirmed' });
  sip.dialogs.set(callId, dialog(callId));

  return callId;
}

/** What a phone leaves when it is gone, on its way through storage. */
function leftBy({ phone }: PhoneToTry): SavedPhone {
  const saved = parseSavedPhone(JSON.parse(JSON.stringify(phone.saved)));

  if (saved === null) {
    throw new Error('nothing is kept');
  }

  return saved;
}

/** The next phone, so long after the one before was last alive. */
function nextPhone(saved: SavedPhone, gapMs: number | null = 5_000): PhoneToTry {
  const all = newPhone();

  all.clock.pass(60_000);
  all.phone.takeUp(saved, {
    aliveAtMs: gapMs === null ? null : all.clock.nowMs() - gapMs,
    address: ADDRESS,
  });
  all.phone.configure(aliceAccount(), 'US');

  return all;
}

describe('a call that was up a moment ago', () => {
  it('is on screen before the phone is registered, as it was, and waits', () => {
    const before = inCall();
    const call = before.call(before.callId);
    const next = nextPhone(leftBy(before));

    expect(next.call(before.callId)).toEqual({ ...call, isComingBack: true });
    expect(next.sip.invited).toEqual([]);
  });

  it('is taken up by an INVITE with Replaces as soon as the phone is registered', () => {
    const before = inCall();
    const next = nextPhone(leftBy(before));

    next.sip.registered();
    expect(next.sip.invited).toEqual([
      {
        callId: before.callId,
        uri: 'sip:200@192.0.2.7:5060;transport=ws',
        recovers: { dialog: dialog(before.callId), isHeld: false },
        from: { uri: 'sip:alice@pbx.test', displayName: null },
      },
    ]);
    next.sip.happens(before.callId, { type: 'confirmed' });
    expect(next.call(before.callId)).toEqual(before.call(before.callId));
    expect(next.sip.left).toEqual([]);
  });

  it('names nobody but ourselves as its caller where the other side had called', () => {
    const before = registeredPhone();

    before.sip.callIn('call-1');
    before.phone.command('call-1', { type: 'answer' });
    before.sip.happens('call-1', { type: 'confirmed' });
    before.sip.dialogs.set('call-1', dialog('call-1'));

    const next = nextPhone(leftBy(before));

    next.sip.registered();
    expect(next.sip.invited).toMatchObject([{ callId: 'call-1' }]);
    expect(next.sip.invited[0]).not.toHaveProperty('from');
  });

  it('is not asked for twice when the registration is refreshed', () => {
    const before = inCall();
    const next = nextPhone(leftBy(before));

    next.sip.registered();
    next.sip.registered();
    expect(next.sip.invited).toHaveLength(1);
  });

  it('stays on hold and stays muted', () => {
    const before = inCall();

    before.phone.command(before.callId, { type: 'mute', on: true });
    before.phone.command(before.callId, { type: 'hold', on: true });
    before.sip.happens(before.callId, { type: 'reinvite-accepted' });

    const next = nextPhone(leftBy(before));

    next.sip.registered();
    expect(next.sip.invited[0]?.recovers?.isHeld).toBe(true);
    expect(next.sip.actionsOf(before.callId)).toEqual([{ type: 'set-microphone', on: false }]);
    next.sip.happens(before.callId, { type: 'confirmed' });
    expect(next.call(before.callId)).toMatchObject({
      muted: true,
      hold: { local: true, requested: null },
    });
  });

  it('is held where the user had just asked for that', () => {
    const before = inCall();

    before.phone.command(before.callId, { type: 'hold', on: true });
    expect(leftBy(before).calls[0]?.isHeld).toBe(true);
  });

  it('does what the user wants meanwhile once it is back', () => {
    const before = inCall();
    const next = nextPhone(leftBy(before));

    next.phone.command(before.callId, { type: 'hold', on: true });
    next.sip.registered();
    next.phone.command(before.callId, { type: 'mute', on: true });
    expect(next.sip.actionsOf(before.callId)).toEqual([{ type: 'set-microphone', on: false }]);
    next.sip.happens(before.callId, { type: 'confirmed' });
    expect(next.sip.actionsOf(before.callId).at(-1)).toEqual({ type: 'send-reinvite', hold: true });
  });

  it('is over at once where the user hangs up meanwhile, and the other side is told', () => {
    const before = inCall();
    const next = nextPhone(leftBy(before));

    next.phone.command(before.callId, { type: 'hang-up' });
    expect(next.call(before.callId)).toMatchObject({
      state: 'terminated',
      end: { cause: 'local-bye' },
    });
    next.sip.registered();
    expect(next.sip.invited).toEqual([]);
    expect(next.sip.left).toEqual([`sip-${before.callId}`]);
  });

  it('takes its INVITE back where the user hangs up after that', () => {
    const before = inCall();
    const next = nextPhone(leftBy(before));

    next.sip.registered();
    next.phone.command(before.callId, { type: 'hang-up' });
    expect(next.sip.actionsOf(before.callId)).toEqual([{ type: 'send-cancel' }]);
    expect(next.sip.left).toEqual([`sip-${before.callId}`]);
  });

  it('goes on being recorded, into a recording of its own', () => {
    const before = inCall();

    before.phone.command(before.callId, { type: 'record', on: true });

    const recordingId = before.call(before.callId).recording?.id;
    const next = nextPhone(leftBy(before));

    expect(next.call(before.callId).recording).toBeNull();
    next.sip.registered();
    next.sip.happens(before.callId, { type: 'confirmed' });

    const { recording } = next.call(before.callId);

    expect(recording).toMatchObject({ by: 'local', state: 'asked' });
    expect(recording?.id).not.toBe(recordingId);
  });

  it('survives a second loss before it is back', () => {
    const before = inCall();
    const next = nextPhone(leftBy(before));

    expect(leftBy(next).calls).toEqual(leftBy(before).calls);
  });

  it('stays in its conference', () => {
    const before = inCall();
    const other = dialled(before, '201');

    before.sip.happens(before.callId, { type: 'reinvite-accepted' });
    before.phone.conference({ type: 'merge', callIds: [before.callId, other] });
    before.sip.happens(before.callId, { type: 'reinvite-accepted' });

    const next = nextPhone(leftBy(before));

    expect(next.phone.snapshot.conference).toEqual(before.phone.snapshot.conference);
    next.sip.registered();
    next.sip.happens(before.callId, { type: 'confirmed' });
    next.sip.happens(other, { type: 'confirmed' });
    expect(next.phone.snapshot.conference).toHaveLength(2);
  });

  it('that was answered but not acknowledged is taken up as one that was', () => {
    const before = registeredPhone();

    before.sip.callIn('call-1');
    before.phone.command('call-1', { type: 'answer' });
    before.sip.dialogs.set('call-1', dialog('call-1'));

    const next = nextPhone(leftBy(before));

    expect(next.call('call-1').state).toBe('connecting');
    next.sip.registered();
    next.sip.happens('call-1', { type: 'confirmed' });
    expect(next.call('call-1')).toMatchObject({ state: 'established', isComingBack: false });
  });
});

it('that was gone for as long as the watchdog takes at most is still taken up', () => {
  const before = inCall();
  const next = nextPhone(leftBy(before), 31_500);

  expect(next.call(before.callId).state).toBe('established');
});

describe('a call that can’t be taken up again is told as lost', () => {
  it.each([481, 603])('when the other side knows nothing of it any more (%d)', (statusCode) => {
    const before = inCall();
    const next = nextPhone(leftBy(before));

    next.sip.registered();
    next.sip.ends(before.callId, {
      cause: 'rejected',
      response: { statusCode, reasonPhrase: '' },
    });
    expect(outcomeOf(next.call(before.callId))).toBe('lost');
    expect(next.sip.left).toEqual([]);
  });

  it('when the server can’t do it; the other side is not left in a dead call', () => {
    const before = inCall();
    const next = nextPhone(leftBy(before));

    next.sip.registered();
    next.sip.ends(before.callId, {
      cause: 'rejected',
      response: { statusCode: 420, reasonPhrase: 'Bad Extension' },
    });
    expect(outcomeOf(next.call(before.callId))).toBe('lost');
    expect(next.call(before.callId).end?.response?.statusCode).toBe(420);
    expect(next.sip.left).toEqual([`sip-${before.callId}`]);
  });

  it('when nobody answers within ten seconds', () => {
    const before = inCall();
    const next = nextPhone(leftBy(before));

    next.sip.registered();
    next.clock.pass(9_999);
    expect(next.call(before.callId).state).toBe('established');
    next.clock.pass(1);
    expect(outcomeOf(next.call(before.callId))).toBe('lost');
    expect(next.sip.actionsOf(before.callId)).toEqual([{ type: 'send-cancel' }]);
    expect(next.sip.left).toEqual([`sip-${before.callId}`]);
  });

  it('when the phone does not get registered within half a minute', () => {
    const before = inCall();
    const next = nextPhone(leftBy(before));

    next.clock.pass(30_000);
    expect(outcomeOf(next.call(before.callId))).toBe('lost');
    next.sip.registered();
    expect(next.sip.left).toEqual([`sip-${before.callId}`]);
    expect(next.sip.invited).toEqual([]);
  });

  it.each([
    ['when the phone was gone for half a minute and more', 32_000],
    ['when nobody knows how long it was gone', null],
  ])('%s', (_, gapMs) => {
    const before = inCall();
    const next = nextPhone(leftBy(before), gapMs);

    expect(outcomeOf(next.call(before.callId))).toBe('lost');
    next.sip.registered();
    expect(next.sip.invited).toEqual([]);
    expect(next.sip.left).toEqual([`sip-${before.callId}`]);
  });

  it('when the account is another one now, whose server is told nothing of it', () => {
    const before = inCall();
    const saved = { ...leftBy(before), address: 'sip:alice@elsewhere.test' };
    const next = nextPhone(saved);

    expect(outcomeOf(next.call(before.callId))).toBe('lost');
    next.sip.registered();
    expect(next.sip.left).toEqual([]);
  });

  it('when the user has taken another account before the phone was registered', () => {
    const before = inCall();
    const next = nextPhone(leftBy(before));

    next.phone.configure(aliceAccount({ address: 'sip:alice@elsewhere.test' }), 'US');
    next.sip.registered();
    expect(outcomeOf(next.call(before.callId))).toBe('lost');
    expect(next.sip.invited).toEqual([]);
    expect(next.sip.left).toEqual([]);
  });

  it('and is in the log once, with the time the two could hear each other', () => {
    const before = inCall();

    before.clock.pass(20_000);

    const { establishedAtMs } = before.call(before.callId);
    const next = newPhone();

    next.clock.pass(120_000);
    next.phone.takeUp(leftBy(before), {
      aliveAtMs: (establishedAtMs ?? 0) + 20_000,
      address: ADDRESS,
    });
    expect(entryFor(next.call(before.callId))).toMatchObject({
      id: before.callId,
      outcome: 'lost',
      durationMs: 20_000,
    });
  });

  it('for a minute on screen: whoever is to call back needs time to see it', () => {
    const before = inCall();
    const next = nextPhone(leftBy(before), null);

    next.clock.pass(59_000);
    expect(next.phone.snapshot.calls).toHaveLength(1);
    next.clock.pass(1_000);
    expect(next.phone.snapshot.calls).toEqual([]);
  });
});

describe('what else there was', () => {
  it('is a call that rang here: missed', () => {
    const before = registeredPhone();

    before.sip.callIn('call-1');

    const next = nextPhone(leftBy(before));

    expect(outcomeOf(next.call('call-1'))).toBe('missed');
  });

  it('is a call that nobody had answered: lost, and not placed again by itself', () => {
    const before = registeredPhone();
    const callId = before.phone.dial('200');
    const next = nextPhone(leftBy(before));

    expect(outcomeOf(next.call(callId))).toBe('lost');
    next.sip.registered();
    expect(next.sip.invited).toEqual([]);
  });

  it('is a call that the user was hanging up: it is over, and the other side is told', () => {
    const before = inCall();

    before.phone.command(before.callId, { type: 'hang-up' });

    const next = nextPhone(leftBy(before));

    expect(outcomeOf(next.call(before.callId))).toBe('talked');
    next.sip.registered();
    expect(next.sip.left).toEqual([`sip-${before.callId}`]);
  });

  it('is nothing where there was no call', () => {
    expect(registeredPhone().phone.saved).toBeNull();
  });
});

describe('what is kept', () => {
  it('holds no digits that were typed: they may be a PIN', () => {
    const before = inCall();

    before.phone.command(before.callId, { type: 'send-dtmf', tones: '4711' });
    expect(JSON.stringify(before.phone.saved)).not.toContain('4711');
  });

  it('holds no password', () => {
    expect(JSON.stringify(inCall().phone.saved)).not.toContain(aliceAccount().password);
  });
});

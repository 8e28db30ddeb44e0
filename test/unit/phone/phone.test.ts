import { statusOf } from '../../../src/call/status';
import { outcomeOf } from '../../../src/call/outcome';
import { InvalidTargetError } from '../../../src/number/dial-target';
import { PRESETS } from '../../../src/account/profile';
import { InvalidStateError } from '../../../src/call/command';
import { PhoneRefusedError, UnknownCallError } from '../../../src/phone/refusal';
import { aliceAccount } from '../../support/accounts';
import { newPhone, registeredPhone } from '../../support/phone-to-try';

function talkingPhone() {
  const all = registeredPhone();
  const first = all.phone.dial('100');

  all.sip.happens(first, { type: 'confirmed' });

  return { ...all, first };
}

describe('answering while another call is up', () => {
  it('holds the other one unless told to end it', () => {
    const { sip, phone, first } = talkingPhone();

    sip.callIn('in');
    phone.command('in', { type: 'answer' });

    expect(sip.actionsOf(first)).toEqual([{ type: 'send-reinvite', hold: true }]);
  });

  it('ends the other one, and lets those be that wait on hold', () => {
    const { sip, phone, call, first } = talkingPhone();
    const second = phone.dial('101');

    sip.happens(first, { type: 'reinvite-accepted' });
    sip.happens(second, { type: 'confirmed' });
    sip.callIn('in');
    phone.command('in', { type: 'answer', others: 'hang-up' });

    expect(sip.actionsOf(second)).toEqual([{ type: 'send-bye' }]);
    expect(call(first).hold.local).toBe(true);
    expect(sip.actionsOf('in')).toEqual([{ type: 'send-answer' }]);
  });
});

describe('registering', () => {
  it('registers as soon as there is an account, and says until when', () => {
    const { sip, clock, phone } = newPhone();

    phone.configure(aliceAccount(), 'US');
    expect(phone.snapshot.registration).toEqual({ state: 'registering' });
    sip.registered(600);

    expect(phone.snapshot.registration).toEqual({
      state: 'registered',
      expiresAtMs: clock.nowMs() + 600_000,
      server: 'ws://127.0.0.1:5066',
      isBackup: false,
    });
  });

  it('never shows the password', () => {
    const { phone } = registeredPhone();

    expect(JSON.stringify(phone.snapshot)).not.toContain('secret');
  });

  it('refreshes its binding before it runs out, without flickering', () => {
    const { sip, clock, phone } = registeredPhone();

    clock.pass(599_000);

    expect(sip.registrations).toBe(2);
    expect(phone.snapshot.registration.state).toBe('registered');
  });

  it.each([0, -1, 9, Number.NaN])(
    'does not storm a server that grants %p seconds',
    (expiresInS) => {
      const { sip, clock, phone } = newPhone();

      phone.configure(aliceAccount(), 'US');
      for (let round = 0; round < 20; round += 1) {
        sip.registered(expiresInS);
        clock.pass(1_000);
      }

      expect(sip.registrations).toBeLessThanOrEqual(4);
    },
  );

  it('refreshes at least hourly however long the server grants', () => {
    const { sip, clock, phone } = newPhone();

    phone.configure(aliceAccount(), 'US');
    sip.registered(30 * 24 * 3600);
    clock.pass(3_600_000);

    expect(sip.registrations).toBeGreaterThanOrEqual(2);
  });

  it('tries again by itself after the connection failed, ever more slowly', () => {
    const { sip, clock, phone } = newPhone();
    const delaysMs: number[] = [];

    phone.configure(aliceAccount(), 'US');
    clock.pass(8_000);
    for (let attempt = 0; attempt < 9; attempt += 1) {
      sip.registrationFails({ code: 'no-connection', response: null });
      delaysMs.push(...clock.delaysMs);
      clock.pass(40_000);
    }

    expect(delaysMs).toEqual([250, 750, 1500, 3000, 6000, 12_000, 22_500, 22_500, 22_500]);
    expect(sip.registrations).toBe(10);
  });

  it.each(['wrong-password', 'forbidden', 'unknown-account'] as const)(
    'does not hammer the server when the answer was %s',
    (code) => {
      const { sip, clock, phone } = newPhone();

      phone.configure(aliceAccount(), 'US');
      sip.registrationFails({ code, response: { statusCode: 403, reasonPhrase: 'Forbidden' } });
      clock.pass(24 * 3_600_000);

      expect(sip.registrations).toBe(1);
      expect(phone.snapshot.registration).toMatchObject({ state: 'failed', retryAtMs: null });
    },
  );

  it('tries at once when the user asks', () => {
    const { sip, clock, phone } = newPhone();

    phone.configure(aliceAccount(), 'US');
    sip.registrationFails({ code: 'wrong-password', response: null });
    clock.pass(1_000);
    phone.reconnect();

    expect(sip.registrations).toBe(2);
    expect(phone.snapshot.registration.state).toBe('registering');
  });

  it('does not start over when the same account is given again', () => {
    const { sip, phone } = registeredPhone();

    phone.configure(aliceAccount(), 'DE');

    expect(sip.configured).toHaveLength(1);
    expect(phone.snapshot.registration.state).toBe('registered');
  });

  it('keeps its registration when only a code of the phone system changes', () => {
    const { sip, phone } = registeredPhone();
    const changed = aliceAccount({ profile: PRESETS.freepbx });

    phone.configure(changed, 'US');

    expect(sip.configured.at(-1)).toEqual(changed);
    expect(sip.registrations).toBe(1);
    expect(phone.snapshot.registration.state).toBe('registered');
    expect(phone.snapshot.account?.profile).toEqual(PRESETS.freepbx);
  });

  it('stops trying when the account is removed', () => {
    const { sip, clock, phone } = registeredPhone();

    phone.configure(null, 'US');
    sip.onReport({
      type: 'connection-lost',
      failure: { code: 'no-connection', response: null },
    });
    clock.pass(3_600_000);

    expect(sip.registrations).toBe(1);
    expect(phone.snapshot).toMatchObject({
      account: null,
      registration: { state: 'unregistered' },
    });
  });
});

describe('dialling', () => {
  it('sends an INVITE to the account’s own domain', () => {
    const { sip, phone } = registeredPhone();

    const id = phone.dial('+49 30 123456');

    expect(sip.invited).toEqual([{ callId: id, uri: 'sip:+4930123456@pbx.test' }]);
  });

  it('dials by the rules of the phone system, and remembers whom the user meant', () => {
    const { phone, sip } = registeredPhone();

    phone.configure(aliceAccount(), 'DE', (digits) => digits.replace('+', '000'));
    phone.dial('+49 30 23125000');

    expect(sip.invited.map(({ uri }) => uri)).toEqual(['sip:000493023125000@pbx.test']);
    expect(phone.snapshot.calls[0]?.remote.uri).toBe('sip:+493023125000@pbx.test');

    // The same again, from the log: the rules apply once, to what was meant.
    phone.redial(phone.snapshot.calls[0]?.remote.uri ?? '');

    expect(sip.invited[1]?.uri).toBe('sip:000493023125000@pbx.test');
    expect(phone.snapshot.calls[1]?.remote.uri).toBe('sip:+493023125000@pbx.test');
  });

  it('does not register anew for another way to dial', () => {
    const { phone, sip } = registeredPhone();
    const before = sip.registrations;

    phone.configure(aliceAccount(), 'DE', (digits) => `0${digits}`);

    expect(sip.registrations).toBe(before);
  });

  it('refuses without an account', () => {
    const { phone } = newPhone();

    expect(() => phone.dial('100')).toThrow(new PhoneRefusedError('no-account'));
  });

  it('calls while it connects, and connects at once for that', () => {
    const { sip, clock, phone } = registeredPhone();

    sip.registrationFails({ code: 'no-connection', response: null });
    sip.registrationFails({ code: 'no-connection', response: null });
    phone.dial('100');
    clock.pass(1000);

    expect(sip.invited).toHaveLength(1);
    expect(phone.snapshot.registration.state).toBe('registering');
  });

  it('refuses where no server will have it', () => {
    const { sip, phone } = registeredPhone();

    sip.registrationFails({ code: 'wrong-password', response: null });

    expect(() => phone.dial('100')).toThrow(new PhoneRefusedError('not-registered'));
    expect(sip.invited).toEqual([]);
  });

  it('calls while the microphone is blocked: one may still listen', () => {
    const { sip, phone } = registeredPhone();

    phone.microphoneChanged('denied');
    phone.dial('100');

    expect(sip.invited).toHaveLength(1);
  });

  it('sends nothing for what is no number', () => {
    const { sip, phone } = registeredPhone();

    expect(() => phone.dial('hello there')).toThrow(InvalidTargetError);
    expect(sip.invited).toEqual([]);
    expect(phone.snapshot.calls).toEqual([]);
  });

  it('refuses the ninth call at a time', () => {
    const { phone } = registeredPhone();

    for (let n = 0; n < 8; n += 1) {
      phone.dial('100');
    }

    expect(() => phone.dial('100')).toThrow(new PhoneRefusedError('too-many-calls'));
  });

  it('holds the call that is up', () => {
    const { sip, phone, call, first } = talkingPhone();

    phone.dial('200');
    sip.happens(first, { type: 'reinvite-accepted' });

    expect(sip.actionsOf(first)).toContainEqual({ type: 'send-reinvite', hold: true });
    expect(statusOf(call(first))).toBe('held');
  });
});

describe('an incoming call', () => {
  it('rings, is answered and talks', () => {
    const { sip, phone, call } = registeredPhone();

    sip.callIn('in');
    expect(call('in').state).toBe('ringing');
    phone.command('in', { type: 'answer' });
    sip.happens('in', { type: 'confirmed' });

    expect(sip.actionsOf('in')).toEqual([{ type: 'send-answer' }]);
    expect(call('in').state).toBe('established');
  });

  it('holds the call that is up when answered, and resuming swaps them', () => {
    const { sip, phone, first } = talkingPhone();

    sip.callIn('in');
    phone.command('in', { type: 'answer' });
    sip.happens('in', { type: 'confirmed' });
    sip.happens(first, { type: 'reinvite-accepted' });
    phone.command(first, { type: 'hold', on: false });

    expect(sip.actionsOf('in')).toContainEqual({ type: 'send-reinvite', hold: true });
    expect(sip.actionsOf(first)).toContainEqual({ type: 'send-reinvite', hold: false });
  });

  it('leaves the call that is up alone when the command is refused', () => {
    const { sip, phone, first } = talkingPhone();

    expect(() => {
      phone.command(first, { type: 'answer' });
    }).toThrow(InvalidStateError);

    expect(sip.actionsOf(first)).toEqual([]);
  });
});

describe('an ended call', () => {
  it('says how it ended for a while, then leaves the screen', () => {
    const { sip, clock, phone, call } = registeredPhone();
    const id = phone.dial('100');

    sip.ends(id, { cause: 'rejected', response: { statusCode: 486, reasonPhrase: 'Busy Here' } });
    expect(outcomeOf(call(id))).toBe('busy');
    clock.pass(8_000);

    expect(phone.snapshot.calls).toEqual([]);
  });

  it('can be taken off the screen, a live one cannot', () => {
    const { sip, phone, first } = talkingPhone();

    phone.dismiss(first);
    expect(phone.snapshot.calls).toHaveLength(1);
    sip.ends(first);
    phone.dismiss(first);

    expect(phone.snapshot.calls).toEqual([]);
  });

  it('stays ended whatever the network says later', () => {
    const { sip, call, first } = talkingPhone();

    sip.ends(first);
    const ended = call(first);

    sip.happens(first, { type: 'confirmed' });
    sip.ends(first, { cause: 'error' });

    expect(call(first)).toEqual(ended);
  });
});

describe('watching the phone', () => {
  it('gives the present snapshot at once, then each later one with a higher revision', () => {
    const { sip, phone } = newPhone();
    const revisions: number[] = [];
    const stop = phone.subscribe(({ revision }) => revisions.push(revision));

    phone.configure(aliceAccount(), 'US');
    sip.registered();
    stop();
    phone.dial('100');

    expect(revisions).toEqual([0, 1, 2, 3]);
  });

  it('shows the state before the wire is told', () => {
    const { sip, phone } = registeredPhone();
    const seen: string[] = [];

    sip.callIn('in');
    sip.perform = (_, action) => {
      seen.push(`${phone.snapshot.calls[0]?.state ?? 'none'} ${action.type}`);
    };
    phone.command('in', { type: 'answer' });

    expect(seen).toEqual(['connecting send-answer']);
  });

  it('says so when a command names a call that is gone', () => {
    const { phone } = registeredPhone();

    expect(() => {
      phone.command('gone', { type: 'hang-up' });
    }).toThrow(UnknownCallError);
  });
});

describe('a call that goes elsewhere', () => {
  it('is forwarded to what the user typed, in the form the phone system knows', () => {
    const { sip, phone, call } = registeredPhone();

    sip.callIn('in');
    phone.command('in', { type: 'redirect', target: '+1 (212) 555-0100' });

    expect(sip.actionsOf('in')).toEqual([
      { type: 'send-redirect', uri: 'sip:+12125550100@pbx.test' },
    ]);
    sip.ends('in', { cause: 'rejected' });
    expect(outcomeOf(call('in'))).toBe('forwarded');
  });

  it('is not forwarded to what is no number', () => {
    const { sip, phone } = registeredPhone();

    sip.callIn('in');

    expect(() => {
      phone.command('in', { type: 'redirect', target: 'javascript:alert(1)' });
    }).toThrow(InvalidTargetError);
    expect(sip.actionsOf('in')).toEqual([]);
  });

  it('stays on screen long enough to read where it has moved', () => {
    const { sip, phone, clock, call } = registeredPhone();
    const id = phone.dial('100');

    sip.happens(id, {
      type: 'redirected',
      targets: [{ uri: 'sip:200@pbx.test', displayName: null }],
    });
    sip.ends(id, { cause: 'rejected', response: { statusCode: 302, reasonPhrase: 'Moved' } });
    clock.pass(8_000);

    expect(outcomeOf(call(id))).toBe('moved');
    clock.pass(60_000);
    expect(phone.snapshot.calls).toEqual([]);
  });
});

describe('transfers', () => {
  it('go to what the user typed, in the form the phone system knows', () => {
    const { sip, phone, first } = talkingPhone();

    phone.command(first, { type: 'transfer', target: '+1 (212) 555-0100' });

    expect(sip.actionsOf(first)).toEqual([
      { type: 'send-refer', uri: 'sip:+12125550100@pbx.test' },
    ]);
  });

  it('go to the other party of a call that is up, and of no other', () => {
    const { sip, phone, first } = talkingPhone();
    const consult = phone.dial('200');

    expect(() => {
      phone.command(first, { type: 'transfer-to-call', callId: consult });
    }).toThrow(InvalidStateError);
    sip.happens(consult, { type: 'confirmed' });
    phone.command(first, { type: 'transfer-to-call', callId: consult });

    expect(sip.actionsOf(first)).toContainEqual({ type: 'send-refer-to-call', callId: consult });
  });

  it('that the other side wishes for are calls of their own, once the user agrees', () => {
    const { sip, phone, call, first } = talkingPhone();

    sip.happens(first, {
      type: 'referred',
      target: { uri: 'sip:carol@pbx.test', displayName: 'Carol' },
    });
    expect(sip.invited).toHaveLength(1);
    phone.command(first, { type: 'accept-referral' });

    const placed = sip.invited.at(-1);

    expect(placed).toMatchObject({ uri: 'sip:carol@pbx.test', referredBy: first });
    expect(call(placed?.callId ?? '').remote.displayName).toBe('Carol');
    expect(call(first).referral).toBeNull();
  });
});

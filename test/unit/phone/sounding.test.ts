import { figuresOf, type CallFigures } from '../../../src/call/figures';
import { toldLostSound } from '../../../src/call/lost-sound';
import { registeredPhone } from '../../support/phone-to-try';

const SOME = { packets: 100, bytes: 8000 };
const NONE = { packets: 0, bytes: 0 };
const ALL_WELL: CallFigures = {
  ...figuresOf(null, { takenAtMs: 0, direction: 'sendrecv', entries: [] }),
  overMs: 2000,
  isConnected: true,
  hasSource: true,
  sent: SOME,
  received: SOME,
  sentLately: SOME,
  receivedLately: SOME,
};
const NOTHING_IN = { ...ALL_WELL, receivedLately: NONE };

/** A phone with a call that is up and heard. */
function talking() {
  const all = registeredPhone();
  const callId = all.phone.dial('100');
  const renewals = () =>
    all.sip.actionsOf(callId).filter(({ type }) => type === 'renew-media').length;

  all.sip.happens(callId, { type: 'confirmed' });
  all.sip.happens(callId, { type: 'way-changed', way: 'connected' });

  return {
    ...all,
    callId,
    renewals,
    way: (way: 'connected' | 'disconnected' | 'failed') => {
      all.sip.happens(callId, { type: 'way-changed', way });
    },
    /** So many reports, two seconds apart. */
    reports: (count: number, figures: CallFigures) => {
      for (let i = 0; i < count; i++) {
        all.clock.pass(2000);
        all.phone.figuresTaken(callId, figures);
      }
    },
  };
}

describe('The way of the sound is looked for anew', () => {
  it('when it has been lost for two seconds, and not when it came back', () => {
    const { clock, way, renewals } = talking();

    way('disconnected');
    clock.pass(1900);
    way('connected');
    clock.pass(60_000);
    expect(renewals()).toBe(0);

    way('disconnected');
    clock.pass(2000);
    expect(renewals()).toBe(1);
  });

  it('at once when all hope is gone', () => {
    const { clock, way, renewals } = talking();

    way('failed');
    clock.pass(0);
    expect(renewals()).toBe(1);
  });

  it('again and again until it is found, and the call does not end', () => {
    const { clock, way, renewals, call, callId } = talking();

    way('failed');
    clock.pass(60_000);
    expect(renewals()).toBe(7);
    expect(call(callId).state).toBe('established');

    way('connected');
    clock.pass(60_000);
    expect(renewals()).toBe(7);
  });

  it('when it fails again soon after, but not sooner than in two seconds', () => {
    const { clock, way, renewals } = talking();

    way('failed');
    clock.pass(0);
    way('disconnected');
    clock.pass(500);
    way('failed');
    clock.pass(1000);
    expect(renewals()).toBe(1);
    clock.pass(500);
    expect(renewals()).toBe(2);
  });

  it('once, however many things say at the same time that it must be', () => {
    const { clock, phone, way, renewals } = talking();

    phone.networkChanged('online');
    phone.networkChanged('woke');
    clock.pass(100);
    way('disconnected');
    phone.networkChanged('woke');
    clock.pass(200);
    way('connected');
    clock.pass(60_000);
    expect(renewals()).toBe(1);
  });

  it('at once when it is lost after the network seemed to change, and not before', () => {
    const { clock, phone, way, renewals } = talking();

    for (let i = 0; i < 20; i++) {
      phone.networkChanged('changed');
      clock.pass(1000);
    }
    expect(renewals()).toBe(0);
    way('disconnected');
    clock.pass(0);
    expect(renewals()).toBe(1);
  });

  it('not by us alone: what the connection does by itself counts too', () => {
    const { clock, sip, callId, way, renewals } = talking();

    way('disconnected');
    clock.pass(1000);
    sip.happens(callId, { type: 'way-renewed' });
    clock.pass(5000);
    expect(renewals()).toBe(0);
    clock.pass(5000);
    expect(renewals()).toBe(1);
  });

  it('for a call on hold as for any other', () => {
    const { clock, phone, sip, callId, way, renewals, call } = talking();

    phone.command(callId, { type: 'hold', on: true });
    sip.happens(callId, { type: 'reinvite-accepted' });
    way('failed');
    clock.pass(0);
    expect(renewals()).toBe(1);
    expect(call(callId).hold.local).toBe(true);
  });

  it('for no call that is over, or on its way out', () => {
    const { clock, sip, phone, callId, way, renewals } = talking();

    way('disconnected');
    phone.command(callId, { type: 'hang-up' });
    clock.pass(5000);
    sip.ends(callId);
    phone.networkChanged('woke');
    clock.pass(60_000);
    expect(renewals()).toBe(0);
  });

  it('when it was lost before the answer, as soon as that is there', () => {
    const { phone, sip, clock } = registeredPhone();
    const callId = phone.dial('100');

    sip.happens(callId, { type: 'way-changed', way: 'connected' });
    sip.happens(callId, { type: 'way-changed', way: 'disconnected' });
    clock.pass(5000);
    expect(sip.actionsOf(callId)).not.toContainEqual({ type: 'renew-media' });
    sip.happens(callId, { type: 'confirmed' });
    clock.pass(0);
    expect(sip.actionsOf(callId)).toContainEqual({ type: 'renew-media' });
  });
});

describe('A call that is silent', () => {
  it('is mended, and then says so until it is heard again', () => {
    const { reports, renewals, call, callId, clock } = talking();

    reports(1, ALL_WELL);
    reports(3, NOTHING_IN);
    clock.pass(250);
    expect(renewals()).toBe(1);
    expect(call(callId).lostSound).toBeNull();
    reports(1, NOTHING_IN);
    expect(call(callId).lostSound).toBe('theirs');
    reports(1, ALL_WELL);
    expect(call(callId).lostSound).toBeNull();
    expect(renewals()).toBe(1);
  });

  it('asks whether to hang up, and stays when the user wants it to', () => {
    const { reports, phone, call, callId } = talking();

    reports(1, ALL_WELL);
    reports(15, NOTHING_IN);
    expect(call(callId).asksToHangUp).toBe(true);
    phone.command(callId, { type: 'stay' });
    expect(call(callId).asksToHangUp).toBe(false);
    reports(30, NOTHING_IN);
    expect(call(callId)).toMatchObject({ asksToHangUp: false, lostSound: 'theirs' });
  });

  it('asks no more when they are heard again', () => {
    const { reports, call, callId } = talking();

    reports(1, ALL_WELL);
    reports(15, NOTHING_IN);
    reports(1, ALL_WELL);
    expect(call(callId).asksToHangUp).toBe(false);
  });

  it('tells nobody anew of what they know', () => {
    const { reports, phone } = talking();

    reports(5, ALL_WELL);

    const { revision } = phone.snapshot;

    reports(5, ALL_WELL);
    expect(phone.snapshot.revision).toBe(revision);
  });

  it('says nothing of what the user stops by hand', () => {
    const { reports, phone, call, callId } = talking();
    const none = { ...NOTHING_IN, isConnected: false };

    reports(1, ALL_WELL);
    reports(4, none);
    expect(toldLostSound(call(callId))).toBe('both');
    phone.command(callId, { type: 'mute', on: true });
    expect(toldLostSound(call(callId))).toBe('theirs');
    expect(toldLostSound({ ...call(callId), lostSound: 'ours' })).toBeNull();
    expect(
      toldLostSound({ ...call(callId), hold: { local: true, remote: false, requested: null } }),
    ).toBeNull();
  });
});

import { Diagnostics } from '../../../src/diagnostics/diagnostics';
import type { EventLog, LogFact } from '../../../src/diagnostics/event-log';
import type { CallEvent } from '../../../src/call/event';
import type { DeviceUse, MicrophoneTrouble } from '../../../src/phone/devices/devices';
import type { RegistrationFailure } from '../../../src/phone/registration/registration';
import { newPhone, registeredPhone } from '../../support/phone-to-try';
import { aliceAccount } from '../../support/accounts';

const NO_CONNECTION: RegistrationFailure = { code: 'no-connection', response: null };
const WRONG_PASSWORD: RegistrationFailure = {
  code: 'wrong-password',
  response: { statusCode: 401, reasonPhrase: 'Unauthorized' },
};

/** A phone whose doings are remembered. */
function watched(all: ReturnType<typeof newPhone>) {
  const kept: EventLog[] = [];
  const diagnostics = new Diagnostics({
    nowMs: () => all.clock.nowMs(),
    after: (delayMs, run) => all.clock.after(delayMs, run),
    keep: (log) => kept.push(log),
  });
  const log = () => {
    const news = diagnostics.newsSince({ log: null, ladder: null });

    if (news.log === null) {
      throw new Error('no log');
    }

    return news.log;
  };

  all.phone.subscribe((snapshot) => {
    diagnostics.follow(snapshot);
  });

  return {
    ...all,
    diagnostics,
    kept,
    log,
    words: () => log().entries.map(({ fact }) => said(fact)),
  };
}

/** A fact in short. */
function said(fact: LogFact): string {
  switch (fact.type) {
    case 'call':
      return [fact.what, fact.outcome].filter(Boolean).join(' ');
    case 'microphone':
      return `microphone ${fact.permission}`;
    case 'registration-failed':
    case 'registration-lost':
      return `${fact.type} ${fact.failure.code}`;
    default:
      return fact.type;
  }
}

describe('what happened', () => {
  it('begins with the phone, its account and its registration', () => {
    const { phone, sip, words } = watched(newPhone());

    phone.configure(aliceAccount(), 'US');
    sip.registered();

    expect(words()).toEqual(['phone-started', 'account-chosen', 'connecting', 'registered']);
  });

  it('tells the lost connection, the tries in one line, and the return', () => {
    const { sip, clock, log, words } = watched(registeredPhone());
    const lostAtMs = clock.nowMs();

    sip.onReport({ type: 'connection-lost', failure: NO_CONNECTION });
    for (let tries = 0; tries < 5; tries += 1) {
      clock.pass(40_000);
      sip.registrationFails(NO_CONNECTION);
    }
    clock.pass(40_000);
    sip.registered();

    expect(words().slice(-3)).toEqual([
      'registration-lost no-connection',
      'registration-failed no-connection',
      'registered',
    ]);
    expect(log().entries.at(-2)).toMatchObject({ times: 5, lastAtMs: lostAtMs + 200_000 });
  });

  it('is not filled by registrations that are renewed', () => {
    const { sip, clock, log, words } = watched(registeredPhone());

    for (let hour = 0; hour < 300; hour += 1) {
      clock.pass(600_000);
      sip.registered();
    }

    expect(words()).toEqual(['phone-started', 'account-chosen', 'registered', 'renewed']);
    expect(log().entries.at(-1)?.times).toBe(300);
  });

  it('is a call from the first ringing to how it ended', () => {
    const { phone, sip, clock, log, words } = watched(registeredPhone());

    sip.callIn('c1');
    phone.command('c1', { type: 'answer' });
    sip.happens('c1', { type: 'confirmed' });
    phone.command('c1', { type: 'hold', on: true });
    sip.happens('c1', { type: 'reinvite-accepted' });
    sip.happens('c1', { type: 'remote-hold-changed', on: true });
    phone.command('c1', { type: 'mute', on: true });
    clock.pass(65_000);
    sip.ends('c1');

    expect(words().slice(-6)).toEqual([
      'came-in',
      'answered',
      'held',
      'held-by-them',
      'muted',
      'ended talked',
    ]);
    expect(log().entries.at(-1)?.fact).toMatchObject({ talkedMs: 65_000 });
  });

  it('says why a call came to nothing', () => {
    const { phone, sip, log, words } = watched(registeredPhone());
    const id = phone.dial('204');

    sip.happens(id, { type: 'provisional-received', statusCode: 180, hasSdp: false });
    sip.ends(id, { cause: 'rejected', response: { statusCode: 486, reasonPhrase: 'Busy Here' } });

    expect(words().slice(-3)).toEqual(['dialled', 'rings-there', 'ended busy']);
    expect(log().entries.at(-1)?.fact).toMatchObject({ response: { statusCode: 486 } });
  });

  it('is the last two hundred things', () => {
    const { phone, sip, log } = watched(registeredPhone());

    for (let call = 0; call < 120; call += 1) {
      const id = phone.dial('204');

      sip.ends(id);
      phone.dismiss(id);
    }

    expect(log().entries).toHaveLength(200);
  });
});

describe('the sound of a call', () => {
  function inCall() {
    const all = watched(registeredPhone());

    all.sip.callIn('c1');
    all.phone.command('c1', { type: 'answer' });
    all.sip.happens('c1', { type: 'confirmed' });

    return {
      ...all,
      way: (event: CallEvent) => {
        all.diagnostics.reported({ type: 'call', callId: 'c1', event });
      },
    };
  }

  it('has lost its way, and found another one', () => {
    const { way, words } = inCall();

    way({ type: 'way-changed', way: 'connected' });
    way({ type: 'way-changed', way: 'disconnected' });
    way({ type: 'way-renewed' });
    way({ type: 'way-changed', way: 'failed' });
    way({ type: 'way-changed', way: 'connected' });

    expect(words().slice(-4)).toEqual(['answered', 'way-lost', 'way-renewed', 'way-found']);
  });

  it('is poor, and better again', () => {
    const { sip, words } = inCall();

    sip.happens('c1', { type: 'quality-watched', isPoor: true });
    sip.happens('c1', { type: 'quality-watched', isPoor: true });
    sip.happens('c1', { type: 'quality-watched', isPoor: false });

    expect(words().slice(-3)).toEqual(['answered', 'sounds-poor', 'sounds-better']);
  });

  it('is lost on one side, and back', () => {
    const { sip, words } = inCall();

    sip.happens('c1', { type: 'sound-watched', lostSound: 'theirs', asks: false });
    sip.happens('c1', { type: 'sound-watched', lostSound: 'both', asks: false });
    sip.happens('c1', { type: 'sound-watched', lostSound: null, asks: false });
    sip.ends('c1');

    expect(words().slice(-4)).toEqual([
      'sound-lost-theirs',
      'sound-lost-both',
      'sound-back',
      'ended talked',
    ]);
  });
});

describe('the sound devices', () => {
  it('are told of without their names, when the chosen one goes and comes back', () => {
    const { phone, diagnostics, log, words } = watched(registeredPhone());
    const headset = { chosen: 'Headset of Alice', inUse: 'Built-in', away: null };
    const use = (away: DeviceUse['away'], trouble: MicrophoneTrouble | null = null) => {
      const { devices } = phone.snapshot;

      diagnostics.follow({
        ...phone.snapshot,
        devices: { ...devices, microphone: { ...headset, away, trouble } },
      });
    };

    use(null);
    use('unplugged');
    use(null);
    use(null, 'taken');

    expect(words().slice(-3)).toEqual(['device-away', 'device-back', 'microphone-trouble']);
    expect(JSON.stringify(log())).not.toContain('Headset');
  });
});

describe('what stays worth knowing', () => {
  it('is since when the phone is registered, and the last failure', () => {
    const { sip, clock, log } = watched(registeredPhone());

    sip.onReport({ type: 'connection-lost', failure: NO_CONNECTION });
    expect(log().registeredSinceMs).toBeNull();
    clock.pass(1_000);
    sip.registrationFails(WRONG_PASSWORD);

    const failedAtMs = clock.nowMs();

    clock.pass(1_000);
    sip.registered();
    clock.pass(600_000);
    sip.registered();

    expect(log()).toMatchObject({
      registeredSinceMs: failedAtMs + 1_000,
      lastFailure: { atMs: failedAtMs, failure: WRONG_PASSWORD },
    });
  });
});

describe('a phone that begins anew', () => {
  it('goes on with what the one before remembered', () => {
    const before = watched(registeredPhone());

    before.clock.pass(5_000);

    const [kept] = before.kept;
    const after = watched(newPhone());

    expect(kept).toBeDefined();
    after.phone.configure(aliceAccount(), 'US');
    after.diagnostics.goOnWith(kept ?? after.log());

    expect(after.words()).toEqual([
      'phone-started',
      'account-chosen',
      'registered',
      'phone-started',
      'account-chosen',
      'connecting',
    ]);
    expect(after.log().registeredSinceMs).toBeNull();
  });

  it('is kept up to date, but not for every single thing', () => {
    const { phone, sip, clock, kept } = watched(registeredPhone());

    clock.pass(5_000);
    expect(kept).toHaveLength(1);
    for (let call = 0; call < 10; call += 1) {
      sip.ends(phone.dial('204'));
    }
    clock.pass(5_000);

    expect(kept).toHaveLength(2);
    expect(kept[1]?.entries.length).toBeGreaterThan(20);
  });
});

describe('a page that watches', () => {
  it('is told what is new, and nothing twice', () => {
    const { diagnostics, sip } = watched(registeredPhone());
    const first = diagnostics.newsSince({ log: null, ladder: null });
    const seen = { log: first.log?.revision ?? null, ladder: first.ladder?.revision ?? null };

    expect(diagnostics.newsSince(seen)).toEqual({ log: null, ladder: null });
    sip.callIn('c1');
    expect(diagnostics.newsSince(seen)).toMatchObject({ log: { entries: {} }, ladder: null });
  });
});

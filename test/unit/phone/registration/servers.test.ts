import fc from 'fast-check';
import type { RegistrationFailure } from '../../../../src/phone/registration/registration';
import { aliceAccount } from '../../../support/accounts';
import { newPhone } from '../../../support/phone-to-try';

const FIRST = 'wss://sip1.example.com';
const SECOND = 'wss://sip2.example.com';
const TEN_MINUTES_MS = 600_000;

const DOWN: RegistrationFailure = { code: 'no-connection', response: null };
const SILENT: RegistrationFailure = { code: 'no-answer', response: null };
const BUSY: RegistrationFailure = {
  code: 'server-trouble',
  response: { statusCode: 503, reasonPhrase: 'Service Unavailable' },
};
const WRONG_PASSWORD: RegistrationFailure = {
  code: 'wrong-password',
  response: { statusCode: 401, reasonPhrase: 'Unauthorized' },
};

/** A phone with two servers that asks the first one now. */
function startedPhone() {
  const all = newPhone();

  all.phone.configure(aliceAccount({ servers: [FIRST, SECOND] }), 'US');

  return {
    ...all,
    /** Where the phone registers, or did last. */
    at: () => all.sip.attempts.at(-1)?.server,
    registration: () => all.phone.snapshot.registration,
  };
}

/** A phone whose first server was down, so that it is at the second. */
function phoneAtBackup() {
  const all = startedPhone();

  all.sip.registrationFails(DOWN);
  all.clock.pass(1_000);
  all.sip.registered(3600);

  return all;
}

/** Lets so many seconds pass in which no server is there. */
function allFail(
  sip: ReturnType<typeof newPhone>['sip'],
  clock: ReturnType<typeof newPhone>['clock'],
  seconds: number,
): void {
  let failed = sip.attempts.length - 1;

  for (let second = 0; second < seconds; second += 1) {
    for (; failed < sip.attempts.length; failed += 1) {
      sip.registrationFails(DOWN);
    }
    clock.pass(1_000);
  }
}

describe('a server that is no good', () => {
  it.each([
    ['down', DOWN],
    ['silent', SILENT],
    ['busy', BUSY],
  ])('for it is %s, is followed by the next within a second', (_how, failure) => {
    const { sip, clock, at, registration } = startedPhone();

    sip.registrationFails(failure);
    clock.pass(1_000);
    expect(at()).toBe(SECOND);
    sip.registered(600);

    expect(registration()).toMatchObject({ state: 'registered', server: SECOND, isBackup: true });
  });

  it('is not waited for long while another one may be good', () => {
    const { sip } = startedPhone();

    expect(sip.attempts[0]?.withinMs).toBeLessThan(5_000);
  });

  it('keeps the password to itself: a wrong one is tried nowhere else', () => {
    const { sip, clock } = startedPhone();

    sip.registrationFails(WRONG_PASSWORD);
    clock.pass(24 * 3_600_000);

    expect(sip.attempts).toHaveLength(1);
  });

  it('and wants to be left alone, is, while the other one is asked again and again', () => {
    const { sip, clock } = startedPhone();

    sip.registrationFails({ ...BUSY, retryAfterS: 300 });
    clock.pass(1_000);
    allFail(sip, clock, 298);
    const asked = sip.attempts.slice(1).map(({ server }) => server);

    expect(asked.length).toBeGreaterThan(10);
    expect(new Set(asked)).toEqual(new Set([SECOND]));

    allFail(sip, clock, 60);
    expect(sip.attempts.slice(asked.length + 1).map(({ server }) => server)).toContain(FIRST);
  });

  it('in the middle of being registered gives way to the next when it falls silent', () => {
    const { sip, clock, at } = startedPhone();

    sip.registered(600);
    clock.pass(60_000);
    sip.connectionLost('no-answer');
    clock.pass(1_000);

    expect(at()).toBe(SECOND);
  });

  it('is asked again first when it only closed the connection', () => {
    const { sip, clock, at } = startedPhone();

    sip.registered(600);
    clock.pass(60_000);
    sip.connectionLost();
    clock.pass(1_000);

    expect(sip.attempts).toHaveLength(2);
    expect(at()).toBe(FIRST);
  });

  it('is not to blame for a connection that a change of the network broke', () => {
    const { sip, phone, clock, at } = startedPhone();

    sip.registered(600);
    clock.pass(60_000);
    phone.networkChanged('changed');
    clock.pass(1_000);
    sip.connectionLost('no-answer');
    clock.pass(1_000);

    expect(sip.attempts).toHaveLength(2);
    expect(at()).toBe(FIRST);
  });
});

describe('when no server is good', () => {
  it('the phone goes round them, ever more slowly, the first one first', () => {
    const { sip, clock } = startedPhone();

    allFail(sip, clock, 300);
    const servers = sip.attempts.map(({ server }) => server);

    expect(servers.slice(0, 6)).toEqual([FIRST, SECOND, FIRST, SECOND, FIRST, SECOND]);
    expect(servers.length).toBeLessThan(40);
  });

  it('the user’s “Try now” begins with the first one', () => {
    const { sip, phone, clock, at } = startedPhone();

    sip.registrationFails(DOWN);
    phone.reconnect();
    clock.pass(1_000);

    expect(at()).toBe(FIRST);
  });
});

describe('the way back to the first server', () => {
  it('is taken after ten good minutes, and the popup says nothing of it', () => {
    const { sip, clock, at, registration } = phoneAtBackup();

    clock.pass(TEN_MINUTES_MS);
    expect(at()).toBe(FIRST);
    expect(registration()).toMatchObject({ state: 'registered', isBackup: true });

    sip.registered(600);
    expect(registration()).toMatchObject({ state: 'registered', server: FIRST, isBackup: false });
  });

  it('waits for the end of a call', () => {
    const { sip, phone, clock, at } = phoneAtBackup();
    const call = phone.dial('100');

    sip.happens(call, { type: 'confirmed' });
    clock.pass(2 * TEN_MINUTES_MS);
    expect(at()).toBe(SECOND);

    sip.ends(call);
    clock.pass(1_000);
    expect(at()).toBe(FIRST);
  });

  it('leads nowhere while that one is down: the phone stays, renews in time and looks again', () => {
    const { sip, clock, at, registration } = phoneAtBackup();

    clock.pass(TEN_MINUTES_MS);
    const before = registration();

    sip.registrationFails(DOWN);
    expect(registration()).toEqual(before);
    clock.pass(TEN_MINUTES_MS);
    expect(at()).toBe(FIRST);

    sip.registrationFails(DOWN);
    clock.pass(3_600_000 - 2 * TEN_MINUTES_MS);
    expect(sip.attempts.map(({ server }) => server)).toContain(SECOND);
    expect(registration().state).toBe('registered');
  });

  it('is left when the server in its place is lost meanwhile', () => {
    const { sip, clock, at, registration } = phoneAtBackup();

    clock.pass(TEN_MINUTES_MS);
    sip.connectionLost();
    expect(registration().state).toBe('failed');
    clock.pass(1_000);
    expect(at()).toBe(SECOND);
    sip.registrationFails(DOWN);

    expect(registration().state).toBe('failed');
  });

  it('is not taken by a phone that has left', () => {
    const { sip, phone, clock } = phoneAtBackup();
    const { length } = sip.attempts;

    phone.quit();
    clock.pass(2 * TEN_MINUTES_MS);

    expect(sip.attempts).toHaveLength(length);
  });

  it('does not disturb the colleagues who are watched', () => {
    const { sip, phone, clock } = phoneAtBackup();

    phone.setTeam([{ number: '204', name: 'Carol' }]);
    clock.pass(TEN_MINUTES_MS);
    const { forgotten } = sip;

    sip.registrationFails(DOWN);
    expect(sip.forgotten).toBe(forgotten);
  });
});

test('another list of servers begins with its first', () => {
  const { phone, sip, clock, at } = phoneAtBackup();

  phone.configure(aliceAccount({ servers: ['wss://new.example.com', FIRST] }), 'US');
  clock.pass(1_000);

  expect(sip.configured).toHaveLength(2);
  expect(at()).toBe('wss://new.example.com');
});

test('whatever happens, there is never more than one attempt a second', () => {
  const { sip, phone, clock } = newPhone();
  const register = sip.register.bind(sip);
  let beganAtMs: number[] = [];
  const happenings: Readonly<Record<string, () => void>> = {
    down: () => {
      sip.registrationFails(DOWN);
    },
    silent: () => {
      sip.registrationFails(SILENT);
    },
    busy: () => {
      sip.registrationFails(BUSY);
    },
    registered: () => {
      sip.registered(60);
    },
    lost: () => {
      sip.connectionLost('no-answer');
    },
    network: () => {
      phone.networkChanged('online');
    },
    'try now': () => {
      phone.reconnect();
    },
    'ten minutes': () => {
      clock.pass(TEN_MINUTES_MS);
    },
  };

  sip.register = (server, withinMs) => {
    beganAtMs.push(clock.nowMs());
    register(server, withinMs);
  };
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(happenings)), fc.nat(3_000))),
      (story) => {
        phone.configure(null, 'US');
        clock.pass(60_000);
        beganAtMs = [];
        phone.configure(aliceAccount({ servers: [FIRST, SECOND] }), 'US');
        for (const [what, waitMs] of story) {
          happenings[what]?.();
          clock.pass(waitMs);
        }
        const apartMs = beganAtMs.slice(1).map((ms, before) => ms - (beganAtMs[before] ?? 0));

        expect(Math.min(Infinity, ...apartMs)).toBeGreaterThanOrEqual(1_000);
      },
    ),
  );
});

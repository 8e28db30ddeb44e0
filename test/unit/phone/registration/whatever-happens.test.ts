import fc from 'fast-check';
import type { RegistrationFailure } from '../../../../src/phone/registration/registration';
import type { NetworkChange } from '../../../../src/phone/registration/registering';
import { aliceAccount } from '../../../support/accounts';
import { newPhone } from '../../../support/phone-to-try';
import { NO_CONNECTION, refused, waitOf } from '../../../support/failed-registration';

describe('whatever happens, in whatever order', () => {
  type Happening =
    | { readonly type: 'wait'; readonly ms: number }
    | { readonly type: 'sleep'; readonly ms: number }
    | { readonly type: 'network'; readonly change: NetworkChange }
    | { readonly type: 'fails'; readonly failure: RegistrationFailure }
    | { readonly type: 'account'; readonly user: string }
    | { readonly type: 'registered' | 'lost' | 'asked' | 'user' };

  const failures = fc.constantFrom<RegistrationFailure>(
    NO_CONNECTION,
    { code: 'no-answer', response: null },
    refused(),
    refused(503, { retryAfterS: 0 }),
    refused(603, { code: 'too-many-phones' }),
    refused(403, { code: 'forbidden' }),
  );
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    fc.record({ type: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 3_000 }) }),
    fc.record({ type: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 700_000 }) }),
    fc.record({ type: fc.constant('sleep' as const), ms: fc.integer({ min: 0, max: 700_000 }) }),
    fc.record({
      type: fc.constant('network' as const),
      change: fc.constantFrom<NetworkChange>('online', 'offline', 'changed', 'woke'),
    }),
    fc.record({ type: fc.constant('fails' as const), failure: failures }),
    fc.record({ type: fc.constant('account' as const), user: fc.constantFrom('a', 'b') }),
    fc.record({ type: fc.constantFrom('registered', 'lost', 'asked', 'user') }),
  );

  function live(happenings: readonly Happening[], chance: number) {
    const all = newPhone();
    const { sip, clock, phone } = all;
    const beganAtMs: number[] = [];
    const register = sip.register.bind(sip);
    const attempt = { isUnderWay: false };

    sip.register = (...args) => {
      beganAtMs.push(clock.nowMs());
      attempt.isUnderWay = true;
      register(...args);
    };
    clock.chance = chance;
    phone.configure(aliceAccount({ address: 'sip:a@pbx.test' }), 'US');
    for (const happened of happenings) {
      switch (happened.type) {
        case 'wait':
          clock.pass(happened.ms);
          break;
        case 'sleep':
          clock.sleep(happened.ms);
          break;
        case 'network':
          phone.networkChanged(happened.change);
          break;
        case 'account':
          phone.configure(aliceAccount({ address: `sip:${happened.user}@pbx.test` }), 'US');
          break;
        case 'fails':
          if (attempt.isUnderWay) {
            attempt.isUnderWay = false;
            sip.registrationFails(happened.failure);
          }
          break;
        case 'registered':
          if (attempt.isUnderWay) {
            attempt.isUnderWay = false;
            sip.registered();
          }
          break;
        case 'lost':
          sip.connectionLost();
          break;
        case 'asked':
          sip.onReport({ type: 'asked-to-register' });
          break;
        case 'user':
          phone.reconnect();
      }
    }

    return { ...all, beganAtMs, isUnderWay: () => attempt.isUnderWay };
  }

  const life = [
    fc.array(happening, { maxLength: 60 }),
    fc.double({ min: 0, max: 0.999, noNaN: true }),
  ] as const;

  test('no server is asked more than once a second', () => {
    fc.assert(
      fc.property(...life, (happenings, chance) => {
        const { beganAtMs } = live(happenings, chance);

        for (const [index, atMs] of beganAtMs.slice(1).entries()) {
          expect(atMs - (beganAtMs[index] ?? -Infinity)).toBeGreaterThanOrEqual(1_000);
        }
      }),
    );
  });

  test('the phone never gives up where trying can help', () => {
    fc.assert(
      fc.property(...life, (happenings, chance) => {
        const { clock, sip, phone, isUnderWay } = live(happenings, chance);
        const { registration } = phone.snapshot;
        const isForTheUser = registration.state === 'failed' && registration.retryAtMs === null;
        const before = sip.registrations;

        // The longest wait is the one that a server may ask for, and a little more by chance.
        clock.pass(720_001);

        expect(isForTheUser || isUnderWay() || sip.registrations > before).toBe(true);
      }),
    );
  });

  test('when it says that it tries again, it does', () => {
    fc.assert(
      fc.property(...life, (happenings, chance) => {
        const all = live(happenings, chance);
        const waitMs = waitOf(all);

        if (waitMs !== null) {
          const { clock, sip } = all;
          const before = sip.registrations;

          expect(waitMs).toBeGreaterThan(0);
          clock.pass(waitMs - 1);
          expect(sip.registrations).toBe(before);
          clock.pass(1);
          expect(sip.registrations).toBe(before + 1);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import type {
  RegistrationFailure,
  RegistrationFailureCode,
} from '../../../../src/phone/registration/registration';
import {
  attemptWithinMs,
  FROM_THE_FIRST,
  whenFailed,
  whenLost,
  whenRegistered,
  type ServerOrder,
} from '../../../../src/phone/registration/server-order';

const NOW_MS = 1_000_000;
const REFUSED: RegistrationFailure = { code: 'no-connection', response: null };
const BUSY: RegistrationFailure = {
  code: 'server-trouble',
  response: { statusCode: 503, reasonPhrase: 'Service Unavailable' },
};

function of(code: RegistrationFailureCode): RegistrationFailure {
  return { code, response: null };
}

/** The servers that are asked, each failing so, from the first on. */
function asked(count: number, failures: readonly RegistrationFailure[], nowMs = NOW_MS) {
  let order: ServerOrder = FROM_THE_FIRST;

  return failures.map((failure) => {
    const next = whenFailed(order, count, failure, nowMs);

    order = next.order;

    return { at: next.order.at, isAtOnce: next.isAtOnce, rounds: next.order.rounds };
  });
}

test.each(['no-connection', 'no-answer', 'server-trouble'] as const)(
  'a server whose trouble is %s is followed by the next one at once',
  (code) => {
    expect(whenFailed(FROM_THE_FIRST, 2, of(code), NOW_MS)).toMatchObject({
      order: { at: 1, rounds: 0 },
      isAtOnce: true,
      closedMs: 0,
    });
  },
);

test.each(['wrong-password', 'forbidden', 'unknown-account', 'refused'] as const)(
  'what is %s here is no better anywhere else',
  (code) => {
    expect(whenFailed(FROM_THE_FIRST, 2, of(code), NOW_MS)).toMatchObject({
      order: { at: 0, rounds: 1 },
      isAtOnce: false,
    });
  },
);

test('a round asks every server once, and the next one begins with the first', () => {
  expect(asked(3, [REFUSED, BUSY, REFUSED, REFUSED])).toEqual([
    { at: 1, isAtOnce: true, rounds: 0 },
    { at: 2, isAtOnce: true, rounds: 0 },
    { at: 0, isAtOnce: false, rounds: 1 },
    { at: 1, isAtOnce: true, rounds: 1 },
  ]);
});

test('one server alone is a round by itself', () => {
  expect(asked(1, [REFUSED, BUSY])).toEqual([
    { at: 0, isAtOnce: false, rounds: 1 },
    { at: 0, isAtOnce: false, rounds: 2 },
  ]);
});

test('a server that wants to be left alone is left out until then', () => {
  const first = whenFailed(FROM_THE_FIRST, 3, { ...BUSY, retryAfterS: 60 }, NOW_MS);
  const second = whenFailed(first.order, 3, REFUSED, NOW_MS);
  const third = whenFailed(second.order, 3, REFUSED, NOW_MS);

  expect(third).toMatchObject({ order: { at: 1, rounds: 1 }, isAtOnce: false, closedMs: 0 });
  const later = whenFailed({ ...third.order, at: 2, asked: [1] }, 3, REFUSED, NOW_MS + 60_000);

  expect(later).toMatchObject({ order: { at: 0 }, isAtOnce: true });
});

test('where all want to be left alone, the one that opens soonest is waited for', () => {
  const first = whenFailed(FROM_THE_FIRST, 2, { ...BUSY, retryAfterS: 90 }, NOW_MS);
  const second = whenFailed(first.order, 2, { ...BUSY, retryAfterS: 40 }, NOW_MS);

  expect(second).toMatchObject({ order: { at: 1, rounds: 1 }, isAtOnce: false, closedMs: 40_000 });
});

test('nobody is left alone for years', () => {
  expect(whenFailed(FROM_THE_FIRST, 1, { ...BUSY, retryAfterS: 1e9 }, NOW_MS).closedMs).toBe(
    600_000,
  );
});

test('a connection that was closed is made again at the same server', () => {
  expect(whenLost(whenRegistered({ ...FROM_THE_FIRST, at: 1 }), 3, REFUSED)).toEqual({
    ...FROM_THE_FIRST,
    at: 1,
  });
});

test('a server that gave no sign of life is followed by the next, round the list', () => {
  expect(whenLost({ ...FROM_THE_FIRST, at: 2 }, 3, of('no-answer')).at).toBe(0);
  expect(whenLost(FROM_THE_FIRST, 1, of('no-answer')).at).toBe(0);
});

test('success forgets what failed, not where it was', () => {
  const { order } = whenFailed(FROM_THE_FIRST, 2, { ...BUSY, retryAfterS: 60 }, NOW_MS);

  expect(whenRegistered(order)).toEqual({ ...FROM_THE_FIRST, at: 1 });
});

test('a server is waited for briefly while another one may be good, and long when none was', () => {
  expect(attemptWithinMs(FROM_THE_FIRST, 2)).toBeLessThan(5_000);
  expect(attemptWithinMs({ ...FROM_THE_FIRST, rounds: 2 }, 2)).toBeNull();
  expect(attemptWithinMs(FROM_THE_FIRST, 1)).toBeNull();
});

test('whatever fails, no server is asked twice at once, and all are asked in a round', () => {
  const failure = fc.constantFrom(REFUSED, BUSY, of('no-answer'));

  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.array(failure, { minLength: 8, maxLength: 40 }),
      (count, failures) => {
        const rounds = new Map<number, number[]>([[0, [0]]]);

        for (const { at, rounds: round } of asked(count, failures).slice(0, -1)) {
          rounds.set(round, [...(rounds.get(round) ?? []), at]);
        }
        for (const places of [...rounds.values()].slice(0, -1)) {
          expect(places).toEqual(Array.from({ length: count }, (_, place) => place));
        }
      },
    ),
  );
});

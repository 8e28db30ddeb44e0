import fc from 'fast-check';
import {
  agreedSession,
  answerSession,
  LEAST_SESSION_S,
  parseSessionExpires,
  raisedSessionS,
  sessionClock,
} from '../../../src/sip/session-timer';

test.each([
  ['1800', { intervalS: 1800, refresher: null }],
  ['1800;refresher=uac', { intervalS: 1800, refresher: 'uac' }],
  [' 90 ; Refresher = UAS', { intervalS: 90, refresher: 'uas' }],
  ['90;foo=bar', { intervalS: 90, refresher: null }],
  ['0', null],
  ['-5', null],
  ['soon', null],
  ['', null],
  [undefined, null],
])('Session-Expires %p', (header, expected) => {
  expect(parseSessionExpires(header)).toEqual(expected);
});

describe('a request of the other side', () => {
  test('without a wish gets no timer', () => {
    expect(answerSession(undefined, 'timer')).toEqual({ type: 'no-timer' });
  });

  test('that wants signs of life too often is told what is the least', () => {
    expect(answerSession('30', 'timer')).toEqual({ type: 'too-short', headers: ['Min-SE: 90'] });
  });

  test.each([
    ['1800', 'timer', 'uac', true],
    ['1800;refresher=uac', 'replaces, timer', 'uac', true],
    ['1800;refresher=uas', 'timer', 'uas', false],
    // Who does not know timers can't do its part.
    ['1800;refresher=uac', '', 'uas', false],
    ['1800', 'timers', 'uas', false],
  ])('%s with "%s" supported is refreshed by the %s', (expires, supported, refresher, requires) => {
    const answer = answerSession(expires, supported);

    expect(answer).toMatchObject({ type: 'agreed', terms: { intervalS: 1800, refresher } });
    expect(answer.type === 'agreed' && answer.headers.includes('Require: timer')).toBe(requires);
  });
});

test('a 2xx without the field means no timer, without a refresher that we refresh', () => {
  expect(agreedSession(undefined)).toBeNull();
  expect(agreedSession('120')).toEqual({ intervalS: 120, refresher: 'uac' });
  expect(agreedSession('1')).toEqual({ intervalS: LEAST_SESSION_S, refresher: 'uac' });
});

test('a 422 raises the interval, but neither lowers it nor beyond a day', () => {
  expect(raisedSessionS('3600', 1800)).toBe(3600);
  expect(raisedSessionS('1800', 1800)).toBeNull();
  expect(raisedSessionS('90', 1800)).toBeNull();
  expect(raisedSessionS('4000000000', 1800)).toBeNull();
  expect(raisedSessionS(undefined, 1800)).toBeNull();
});

test('whatever is agreed, refreshing comes before giving up, and both fit into a timer', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.boolean(), (noise, seconds, weRefresh) => {
      const terms = agreedSession(`${seconds}${noise}`);

      if (terms !== null) {
        const clock = sessionClock(terms.intervalS, weRefresh);

        expect(clock.giveUpAfterMs).toBeGreaterThan(clock.refreshAfterMs ?? 0);
        expect(clock.giveUpAfterMs).toBeLessThan(2 ** 31);
        expect(clock.giveUpAfterMs).toBeLessThan(terms.intervalS * 1000);
      }
    }),
  );
});

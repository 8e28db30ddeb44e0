import { parseSubscriptionState, retryAfterS } from '../../../src/sip/subscription-state';

const NOTHING = { expiresInS: null, reason: null, retryAfterS: null };

test.each([
  ['active;expires=3599', { ...NOTHING, state: 'active', expiresInS: 3599 }],
  ['Active ; Expires = 60', { ...NOTHING, state: 'active', expiresInS: 60 }],
  ['pending', { ...NOTHING, state: 'pending' }],
  ['terminated;reason=timeout', { ...NOTHING, state: 'terminated', reason: 'timeout' }],
  [
    'terminated;reason=Probation;retry-after=30',
    { state: 'terminated', expiresInS: null, reason: 'probation', retryAfterS: 30 },
  ],
  ['x-new;expires=99999999999999', { ...NOTHING, state: 'active' }],
])('%s', (field, state) => {
  expect(parseSubscriptionState(field)).toEqual(state);
});

test.each([null, '', ';expires=5', 'active, terminated'])('%j is none', (field) => {
  expect(parseSubscriptionState(field)).toBeNull();
});

test.each([
  ['120', 120],
  ['18000;duration=3600', 18_000],
  ['5 (in a meeting)', 5],
  ['soon', null],
  [null, null],
])('Retry-After %j', (field, seconds) => {
  expect(retryAfterS(field)).toBe(seconds);
});

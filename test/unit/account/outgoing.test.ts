import { DEFAULT_OUTGOING, parseOutgoing, shownNumber } from '../../../src/account/outgoing';

const RULES = {
  shown: '+12125550100',
  numbers: ['+12125550100', '201'],
  headers: [{ name: 'X-Department', value: 'Sales' }],
};

test('what was stored comes back', () => {
  expect(parseOutgoing(structuredClone(RULES))).toEqual(RULES);
  expect(parseOutgoing({ ...RULES, shown: 'hidden' }).shown).toBe('hidden');
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['text', 'hidden'],
  ['lists that are none', { shown: 'own', numbers: '201', headers: {} }],
  ['inherited things', Object.create(RULES)],
])('%s shows what the phone system shows', (_, stored) => {
  expect(parseOutgoing(stored)).toEqual(DEFAULT_OUTGOING);
});

test('a number that is not in the list is not shown, and headers of the call are not sent', () => {
  expect(
    parseOutgoing({
      shown: '+15555555555',
      numbers: ['+12125550100', 'boss', '1\r\nVia: x', 7, '+12125550100'],
      headers: [{ name: 'Via', value: 'x' }, { name: 'X-A', value: 'b\r\nVia: x' }, null, 'X-A: b'],
    }),
  ).toEqual({ shown: 'own', numbers: ['+12125550100'], headers: [] });
});

test('a number is kept in one writing', () => {
  expect(shownNumber('+1 (212) 555-0100')).toBe('+12125550100');
  expect(shownNumber('hidden')).toBeNull();
});

import type { HistoryEntry } from '../../../src/history/entry';
import { parseHistory } from '../../../src/history/stored-history';

const ENTRY: HistoryEntry = {
  id: '1',
  direction: 'outgoing',
  remote: { uri: 'sip:bob@example.com', displayName: null },
  startedAtMs: 1_000,
  durationMs: 0,
  outcome: 'busy',
};

test('the log comes back from storage as it was saved', () => {
  expect(parseHistory(structuredClone([ENTRY]))).toEqual([ENTRY]);
});

test.each<unknown>([undefined, null, 'log', {}, 7])('%j is an empty log', (stored) => {
  expect(parseHistory(stored)).toEqual([]);
});

test.each<[string, unknown]>([
  ['null', null],
  ['a text', 'call'],
  ['an unknown outcome', { ...ENTRY, outcome: 'exploded' }],
  ['an outcome every object has', { ...ENTRY, outcome: 'toString' }],
  ['an unknown direction', { ...ENTRY, direction: 'sideways' }],
  ['no other party', { ...ENTRY, remote: null }],
  ['a name that is no text', { ...ENTRY, remote: { uri: 'sip:b@c', displayName: {} } }],
  ['a time that is none', { ...ENTRY, startedAtMs: null }],
  ['an endless length', { ...ENTRY, durationMs: Infinity }],
])('an entry that is %s is dropped, the others stay', (_, broken) => {
  expect(parseHistory([broken, ENTRY])).toEqual([ENTRY]);
});

test('a log that grew too long, or lost its order, is put right', () => {
  const stored = Array.from({ length: 300 }, (_, index) => ({
    ...ENTRY,
    id: String(index),
    startedAtMs: index,
  }));
  const log = parseHistory(stored);

  expect(log).toHaveLength(200);
  expect(log.at(0)?.id).toBe('299');
});

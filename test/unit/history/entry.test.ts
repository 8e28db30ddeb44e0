import { newCall, type Call, type CallEnd } from '../../../src/call/call';
import { entryFor, missedSince, withEntry, type HistoryEntry } from '../../../src/history/entry';

const bob = { uri: 'sip:bob@example.com', displayName: 'Bob' };
const END: CallEnd = { cause: 'remote-bye', response: null, reason: null, problem: null };

function ended(call: Call, end: Partial<CallEnd>, times: Partial<Call> = {}): Call {
  return { ...call, state: 'terminated', endedAtMs: 9_000, ...times, end: { ...END, ...end } };
}

function entry(id: string, more: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id,
    direction: 'incoming',
    remote: bob,
    startedAtMs: 1_000,
    durationMs: 0,
    outcome: 'missed',
    ...more,
  };
}

describe('the entry of a call', () => {
  test('there is none while the call lives', () => {
    expect(entryFor(newCall('1', 'incoming', bob, 1_000))).toBeNull();
  });

  test('counts the time talked, not the time it rang', () => {
    const call = ended(
      newCall('1', 'outgoing', bob, 1_000),
      { cause: 'local-bye' },
      { establishedAtMs: 4_000 },
    );

    expect(entryFor(call)).toEqual({
      id: '1',
      direction: 'outgoing',
      remote: bob,
      startedAtMs: 1_000,
      durationMs: 5_000,
      outcome: 'talked',
    });
  });

  test('a call nobody answered lasted no time', () => {
    const call = ended(newCall('1', 'incoming', bob, 1_000), { cause: 'cancelled' });

    expect(entryFor(call)).toMatchObject({ durationMs: 0, outcome: 'missed' });
  });

  test('a clock set back during the call does not make its length negative', () => {
    const call = ended(
      newCall('1', 'outgoing', bob, 1_000),
      { cause: 'remote-bye' },
      { establishedAtMs: 9_500 },
    );

    expect(entryFor(call)?.durationMs).toBe(0);
  });

  test('a call taken on another phone is not missed', () => {
    const call = ended(newCall('1', 'incoming', bob, 1_000), {
      cause: 'cancelled',
      reason: { protocol: 'SIP', cause: 200, text: null },
    });

    expect(entryFor(call)?.outcome).toBe('answered-elsewhere');
  });
});

describe('the log', () => {
  test('shows the newest call first, whatever the order it heard of them', () => {
    const log = [
      entry('noon', { startedAtMs: 12 }),
      entry('evening', { startedAtMs: 18 }),
      entry('morning', { startedAtMs: 8 }),
    ].reduce<readonly HistoryEntry[]>(withEntry, []);

    expect(log.map(({ id }) => id)).toEqual(['evening', 'noon', 'morning']);
  });

  test('hearing of the same end twice changes nothing', () => {
    const log = withEntry([], entry('1'));

    expect(withEntry(log, entry('1', { outcome: 'declined' }))).toBe(log);
  });

  test('keeps the latest 200 calls', () => {
    let log: readonly HistoryEntry[] = [];

    for (let index = 0; index < 250; index++) {
      log = withEntry(log, entry(String(index), { startedAtMs: index }));
    }

    expect(log).toHaveLength(200);
    expect(log.at(0)?.id).toBe('249');
    expect(log.at(-1)?.id).toBe('50');
  });

  test('does not change the log it was given', () => {
    const log = Object.freeze([entry('1')]);

    expect(withEntry(log, entry('2', { startedAtMs: 2_000 }))).toHaveLength(2);
    expect(log).toHaveLength(1);
  });
});

describe('missed calls', () => {
  test('are those that rang since the user last looked', () => {
    const log = [
      entry('3', { startedAtMs: 3_000 }),
      entry('2', { startedAtMs: 2_000 }),
      entry('1', { startedAtMs: 1_000 }),
    ];

    expect(missedSince(log, 0)).toBe(3);
    expect(missedSince(log, 2_000)).toBe(1);
    expect(missedSince(log, 3_000)).toBe(0);
  });

  test('are not those declined, answered elsewhere or talked through', () => {
    const log = [
      entry('1', { outcome: 'declined' }),
      entry('2', { outcome: 'answered-elsewhere' }),
      entry('3', { outcome: 'talked' }),
    ];

    expect(missedSince(log, 0)).toBe(0);
  });
});

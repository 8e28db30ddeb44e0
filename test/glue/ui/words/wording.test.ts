import { newCall, type Call } from '../../../../src/call/call';
import messages from '../../../../extension/assets/_locales/en/messages.json';
import { partyOf } from '../../../../extension/ui/words/party';
import { durationText, whenText } from '../../../../extension/ui/words/time-text';
import {
  OUTCOME_WORDS,
  PROBLEM_WORDS,
  REFUSAL_WORDS,
  REGISTRATION_WORDS,
  SERVER_WORDS,
  stateWord,
} from '../../../../extension/ui/words/wording';
import type { WordKey } from '../../../../extension/ui/words/words';
import { englishWords } from '../../../support/ui-preview/words';

// That every outcome, failure, refusal and problem has a key at all is the compiler's to prove:
// the tables are Records over the unions. Here: that the keys have words, each its own.
test.each<[string, readonly WordKey[]]>([
  ['outcome', Object.values(OUTCOME_WORDS)],
  ['registration failure', Object.values(REGISTRATION_WORDS).map(({ what }) => what)],
  ['help for a registration failure', Object.values(REGISTRATION_WORDS).map(({ help }) => help)],
  ['trouble of a server', Object.values(SERVER_WORDS).map(({ what }) => what)],
  ['help for the trouble of a server', Object.values(SERVER_WORDS).map(({ help }) => help)],
  ['refusal', Object.values(REFUSAL_WORDS)],
  ['problem of the account', Object.values(PROBLEM_WORDS)],
])('every %s has words of its own', (_, keys) => {
  const words = keys.map((key) => englishWords(key));

  expect(words).not.toContain('');
  expect(new Set(words).size).toBe(words.length);
});

test.each(Object.entries(messages))('%s is a sentence for people', (_, entry) => {
  const { message } = entry;
  const placeholders: Record<string, { content: string }> =
    'placeholders' in entry ? entry.placeholders : {};
  const used = [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name?.toLowerCase());

  expect(used.sort()).toEqual(Object.keys(placeholders).sort());
  expect(message).toBe(message.trim());
  // Typographic quotes and apostrophes, no jargon where no expert asked for it.
  expect(message).not.toMatch(/['"]|\bREGISTER\b|\bINVITE\b|undefined|null|\bICE\b/);
});

describe('the state of a call', () => {
  const bob = { uri: 'sip:bob@example.com', displayName: null };
  const call = (changes: Partial<Call>) => ({ ...newCall('1', 'outgoing', bob, 0), ...changes });

  test.each<[Partial<Call>, string]>([
    [{}, 'Calling…'],
    [{ state: 'ringing' }, 'Ringing…'],
    [{ state: 'early' }, 'Ringing…'],
    [{ state: 'ringing', direction: 'incoming' }, 'Incoming call'],
    [{ state: 'connecting', direction: 'incoming' }, 'Connecting…'],
    [{ state: 'established' }, 'In a call'],
    [{ state: 'established', hold: { local: true, remote: true, requested: null } }, 'On hold'],
    [
      { state: 'established', hold: { local: false, remote: true, requested: null } },
      'They put you on hold',
    ],
    [
      { state: 'established', hold: { local: false, remote: false, requested: true } },
      'Putting on hold…',
    ],
    [{ state: 'established', hold: { local: true, remote: false, requested: false } }, 'Resuming…'],
    [{ state: 'terminating' }, 'Hanging up…'],
  ])('%j is "%s"', (changes, words) => {
    expect(englishWords(stateWord(call(changes)))).toBe(words);
  });
});

describe('the other party', () => {
  const party = (uri: string, displayName: string | null = null) =>
    partyOf({ uri, displayName }, 'US', englishWords);

  test.each([
    ['sip:+12125550123@example.com', 'Bob', { name: 'Bob', number: '+1 212 555 0123' }],
    ['sip:+12125550123@example.com', null, { name: '+1 212 555 0123', number: null }],
    ['sip:2125550123@example.com', null, { name: '+1 212 555 0123', number: null }],
    ['sip:204@example.com', 'Carol from Support', { name: 'Carol from Support', number: '204' }],
    ['sip:204@example.com', '204', { name: '204', number: null }],
    [
      'sip:+12125550123@example.com',
      '+1 (212) 555-0123',
      { name: '+1 212 555 0123', number: null },
    ],
    ['sip:bob@example.com', null, { name: 'bob', number: null }],
    [
      'sip:anonymous@anonymous.invalid',
      'Anonymous',
      { name: 'Anonymous', number: 'Hidden number' },
    ],
    ['sip:example.com', null, { name: 'example.com', number: null }],
    ['', null, { name: 'Unknown', number: null }],
    ['sip:%23%23@x', null, { name: '##', number: null }],
    ['sip:%ff@x', null, { name: '%ff', number: null }],
  ])('%s named %j', (uri, displayName, shown) => {
    expect(party(uri, displayName)).toMatchObject(shown);
  });

  test('is shown without the signs that turn text around or hide in it', () => {
    expect(party('sip:204@x', '\u202eknaB\u202c \u200bof\r\nAmerica\u0007').name).toBe(
      'knaB of America',
    );
  });

  test.each([
    ['Bob from Sales', 'BS'],
    ['bob', 'B'],
    ['Maria de la Cruz', 'MC'],
    ['李 小龙', '李小'],
    ['!!!', null],
  ])('%s has the initials %s', (name, initials) => {
    expect(party('sip:204@x', name).initials).toBe(initials);
  });
});

describe('times', () => {
  const now = new Date(2026, 4, 12, 15, 4).getTime();
  const when = (...date: [number, number, number, number, number]) =>
    whenText(new Date(...date).getTime(), now, 'en-GB', englishWords);

  test('are as short as they stay clear', () => {
    expect(when(2026, 4, 12, 0, 1)).toBe('0:01');
    expect(when(2026, 4, 11, 23, 59)).toBe('Yesterday');
    expect(when(2026, 4, 6, 12, 0)).toBe('Wednesday');
    expect(when(2026, 4, 5, 12, 0)).toBe('5 May');
  });

  test.each([
    [0, '0:00'],
    [-5_000, '0:00'],
    [59_999, '0:59'],
    [600_000, '10:00'],
    [3_661_000, '1:01:01'],
  ])('%i ms last %s', (durationMs, text) => {
    expect(durationText(durationMs)).toBe(text);
  });
});

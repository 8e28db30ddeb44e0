import {
  fileNameOf,
  tidyName,
  withChunk,
  type RecordedChunk,
  type RecordingEntry,
} from '../../../src/recording/entry';

const BOB = { uri: 'sip:bob@pbx.test', displayName: 'Bob' };
const CAROL = { uri: 'sip:carol@pbx.test', displayName: null };
const STARTED_MS = new Date(2026, 4, 12, 15, 4).getTime();

function chunk(change: Partial<RecordedChunk> = {}): RecordedChunk {
  return {
    id: 'r',
    index: 0,
    parties: [BOB],
    startedAtMs: STARTED_MS,
    endsAtMs: STARTED_MS + 2_000,
    ...change,
  };
}

function entry(change: Partial<RecordingEntry> = {}): RecordingEntry {
  return { ...withChunk(null, chunk(), 100), ...change };
}

describe('a piece more of a recording', () => {
  it('makes it longer and larger', () => {
    expect(withChunk(entry(), chunk({ endsAtMs: STARTED_MS + 4_000 }), 50)).toEqual({
      id: 'r',
      name: null,
      parties: [BOB],
      startedAtMs: STARTED_MS,
      durationMs: 4_000,
      bytes: 150,
    });
  });

  it('adds who has joined, and forgets nobody who has left', () => {
    expect(withChunk(entry(), chunk({ parties: [CAROL] }), 1).parties).toEqual([BOB, CAROL]);
  });

  it('leaves it the name that the user gave it meanwhile', () => {
    expect(withChunk(entry({ name: 'Offer' }), chunk(), 1).name).toBe('Offer');
  });

  it('never makes it shorter, though the clock be set back', () => {
    expect(withChunk(entry(), chunk({ endsAtMs: STARTED_MS - 5_000 }), 1).durationMs).toBe(2_000);
  });
});

describe('a name', () => {
  it.each([
    ['  Offer   for Bob ', 'Offer for Bob'],
    ['Offer\n2', 'Offer 2'],
    ['   ', null],
    ['', null],
  ])('%j is kept as %j', (typed, kept) => {
    expect(tidyName(typed)).toBe(kept);
  });

  it('is not longer than anybody needs', () => {
    expect(tidyName('x'.repeat(1_000))).toHaveLength(120);
  });
});

describe('the name of its file', () => {
  it.each([
    ['Bob', '2026-05-12 15.04 Bob.webm'],
    ['../../etc/passwd', '2026-05-12 15.04 .. .. etc passwd.webm'],
    ['a:b*c?"<>|\\d', '2026-05-12 15.04 a b c d.webm'],
    ['\u202Egnp.exe', '2026-05-12 15.04 gnp.exe.webm'],
    ['', '2026-05-12 15.04.webm'],
    ['...', '2026-05-12 15.04.webm'],
  ])('says when and with whom: %j', (title, name) => {
    expect(fileNameOf(title, entry())).toBe(name);
  });
});

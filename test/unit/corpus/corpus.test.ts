import { readFileSync } from 'node:fs';
import { isValidPhoneNumber } from 'libphonenumber-js/max';
import { corpusFile, SEED } from '../../corpus/corpus-file';
import { makeSnippets, TEMPLATES } from '../../corpus/make-snippets';
import { CORPUS_PATH, readCorpus } from '../../corpus/read-corpus';
import { score } from '../../corpus/score';
import type { Kind, LabelledNumber, Snippet } from '../../corpus/snippet';

const corpus = readCorpus();
const labels = corpus.flatMap(({ id, text, numbers }) =>
  numbers.map((label) => ({ id, text, label, written: text.slice(label.start, label.end) })),
);

const KINDS: readonly Kind[] = [
  'crm',
  'mail',
  'invoice',
  'shop',
  'directory',
  'chat',
  'timetable',
  'sports',
  'code',
  'form',
  'legal',
  'shipping',
  'banking',
  'travel',
  'medical',
  'jobs',
  'classifieds',
  'event',
  'cv',
];

/** The digits of a text, whatever script they are in. */
function digitsOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/\D/g, '');
}

describe('the corpus of page snippets', () => {
  it('is what its generator writes', () => {
    expect(corpusFile(makeSnippets(SEED)) === readFileSync(CORPUS_PATH, 'utf8')).toBe(true);
  });

  it('is large, and varied', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(2_000);
    expect(TEMPLATES.length).toBeGreaterThanOrEqual(250);
    expect(new Set(TEMPLATES.map(({ lang, text }) => lang + text)).size).toBe(TEMPLATES.length);
    expect(new Set(corpus.map(({ country }) => country)).size).toBeGreaterThanOrEqual(25);
    expect(new Set(corpus.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(15);
  });

  it.each(KINDS)('has pages of the kind %s', (kind) => {
    expect(corpus.filter((snippet) => snippet.kind === kind).length).toBeGreaterThanOrEqual(20);
  });

  it('repeats no snippet, and few that differ in their digits alone', () => {
    const shapes = new Set(corpus.map(({ text }) => text.replace(/\d+/g, '0')));

    expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
    expect(new Set(corpus.map(({ text }) => text)).size).toBe(corpus.length);
    expect(shapes.size / corpus.length).toBeGreaterThan(0.7);
  });

  it('has phone numbers in rather more than half of its snippets', () => {
    const withNumbers = corpus.filter(({ numbers }) => numbers.length > 0).length;

    expect(withNumbers / corpus.length).toBeGreaterThan(0.5);
    expect(withNumbers / corpus.length).toBeLessThan(0.65);
  });

  it('has fax numbers and extensions', () => {
    expect(labels.filter(({ label }) => label.fax).length).toBeGreaterThan(50);
    expect(labels.filter(({ label }) => label.ext !== null).length).toBeGreaterThan(50);
  });
});

describe('the labels of the corpus', () => {
  it('stand in order, without overlap, inside their texts', () => {
    const wrong = corpus.filter(({ text, numbers }) =>
      numbers.some(
        ({ start, end }, at) =>
          start < (numbers[at - 1]?.end ?? 0) || start >= end || end > text.length,
      ),
    );

    expect(wrong).toEqual([]);
  });

  it('are valid numbers', () => {
    expect(labels.filter(({ label }) => !isValidPhoneNumber(label.e164))).toEqual([]);
  });

  it('are written in their place', () => {
    const wrong = labels.filter(({ label, written }) => !isWritten(label, written));

    expect(wrong).toEqual([]);
  });

  it('begin and end with what belongs to the number', () => {
    const wrong = labels.filter(
      ({ label, written }) =>
        !/^[\d\u0660-\u0669\uff10-\uff19+(＋（]/.test(written) ||
        (label.ext === null && !/[\d\u0660-\u0669\uff10-\uff19]$/.test(written)),
    );

    expect(wrong).toEqual([]);
  });

  it('leave no digit of the number outside', () => {
    const digit = /[\d\u0660-\u0669\uff10-\uff19]/;
    const wrong = labels.filter(
      ({ text, label }) =>
        digit.test(text[label.start - 1] ?? '') || digit.test(text[label.end] ?? ''),
    );

    expect(wrong).toEqual([]);
  });
});

/** Whether a text ends in the last digits of a number, before its extension. */
function isWritten({ e164, ext }: LabelledNumber, written: string): boolean {
  const digits = digitsOf(written);

  return digits.endsWith(`${e164.slice(-7)}${ext ?? ''}`);
}

describe('the score of a finder', () => {
  const snippet: Snippet = {
    id: 'one',
    kind: 'chat',
    country: 'DE',
    lang: 'de',
    text: 'Tel. 030 23125000, 030 23125001',
    numbers: [
      { start: 5, end: 17, e164: '+493023125000', ext: null },
      { start: 19, end: 31, e164: '+493023125001', ext: null },
    ],
  };

  it('is full when it finds each label and nothing else', () => {
    const result = score(() => snippet.numbers, [snippet]);

    expect(result).toMatchObject({ precision: 1, recall: 1, recallOfE164: 1, flawless: 1 });
  });

  it('counts what is missing as missed and what is too much as false', () => {
    const result = score(
      () => [
        { start: 5, end: 17, e164: '+493023125000' },
        { start: 19, end: 30, e164: '+493023125001' },
        { start: 0, end: 4, e164: '+4930000' },
      ],
      [snippet],
    );

    expect(result).toMatchObject({ labels: 2, hits: 3, right: 1, recall: 0.5, recallOfE164: 1 });
    expect(result.precision).toBeCloseTo(1 / 3);
    expect(result.misses.map(({ written }) => written)).toEqual(['030 23125001']);
    expect(result.falseHits.map(({ written }) => written)).toEqual(['030 2312500', 'Tel.']);
  });

  it('is zero for a finder that finds nothing', () => {
    expect(score(() => [], [snippet])).toMatchObject({ recall: 0, flawless: 0, hits: 0 });
  });
});

import type { LabelledNumber, Snippet } from './snippet';

/** What a finder says of a number in a text. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly e164: string;
}

/** A finder of phone numbers under test. */
export type Finder = (text: string, region: string) => readonly Hit[];

/** A number a finder missed, or a hit where there is none, with what stands there. */
export interface Mistake {
  readonly snippet: Snippet;
  readonly start: number;
  readonly end: number;
  readonly e164: string;
  readonly written: string;
}

/** How right a finder is; a hit is right when both its span and its E.164 number are. */
export interface Score {
  readonly snippets: number;
  readonly labels: number;
  readonly hits: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  /** The part of the labels whose E.164 number was found in their snippet, wherever the span is. */
  readonly recallOfE164: number;
  /** The part of the snippets without any mistake. */
  readonly flawless: number;
  readonly misses: readonly Mistake[];
  readonly falseHits: readonly Mistake[];
}

/** Runs a finder over snippets and counts. */
export function score(find: Finder, snippets: readonly Snippet[]): Score {
  const misses: Mistake[] = [];
  const falseHits: Mistake[] = [];
  let labels = 0;
  let hits = 0;
  let e164Found = 0;
  let flawless = 0;

  for (const snippet of snippets) {
    const found = find(snippet.text, snippet.country);
    const numbers = new Set(found.map(({ e164 }) => e164));
    const missed = snippet.numbers.filter((label) => !found.some((hit) => isSame(hit, label)));
    const invented = found.filter((hit) => !snippet.numbers.some((label) => isSame(hit, label)));

    labels += snippet.numbers.length;
    hits += found.length;
    e164Found += snippet.numbers.filter(({ e164 }) => numbers.has(e164)).length;
    flawless += missed.length + invented.length === 0 ? 1 : 0;
    misses.push(...missed.map((label) => mistakeIn(snippet, label)));
    falseHits.push(...invented.map((hit) => mistakeIn(snippet, hit)));
  }

  const right = labels - misses.length;

  return {
    snippets: snippets.length,
    labels,
    hits,
    right,
    precision: part(hits - falseHits.length, hits),
    recall: part(right, labels),
    recallOfE164: part(e164Found, labels),
    flawless: part(flawless, snippets.length),
    misses,
    falseHits,
  };
}

function isSame(hit: Hit, label: LabelledNumber): boolean {
  return hit.start === label.start && hit.end === label.end && hit.e164 === label.e164;
}

function mistakeIn(snippet: Snippet, { start, end, e164 }: Hit): Mistake {
  return { snippet, start, end, e164, written: snippet.text.slice(start, end) };
}

function part(some: number, all: number): number {
  return all === 0 ? 1 : some / all;
}

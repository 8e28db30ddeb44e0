import { readFileSync } from 'node:fs';

/** A number that a case expects, or that a finder found. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly e164: string;
  readonly ext?: string | null;
}

/** A text, the region it is read in, and the numbers in it. */
export interface Case {
  readonly id: string;
  readonly region: string | null;
  readonly text: string;
  readonly expected: readonly Hit[];
  readonly leniency?: string;
}

/** The sets beside the benchmark, read once. */
export const SETS = {
  // A finder has one leniency; VALID is Google's default and the one that dials what exists.
  matcher: read('matcher-cases').filter(({ leniency }) => leniency === 'VALID'),
  examples: read('examples'),
  positives: read('positives'),
  negatives: read('negatives'),
};

function read(name: string): readonly Case[] {
  const file = new URL(`../data/numbers/${name}.json`, import.meta.url);
  // The files are the project's own: their form is checked by what the benchmark finds.
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly Case[] };

  return cases;
}

/** The regions that digits which are no phone numbers are read in, beside their own. */
export const REGIONS = ['US', 'GB', 'DE', 'FR', 'IT', 'ES', 'NL', 'SE', 'PL', 'BR', 'IN', 'JP'];

/** Whether a finder found exactly what a case expects. */
export function isExact(found: readonly Hit[], expected: readonly Hit[]): boolean {
  return keyOf(found) === keyOf(expected);
}

function keyOf(hits: readonly Hit[]): string {
  return hits.map(({ start, end, e164, ext }) => `${start}-${end} ${e164} ${ext ?? ''}`).join('\n');
}

import { readCorpus } from '../corpus/read-corpus';
import { score } from '../corpus/score';
import type { Finder } from './numbers-finders';
import { isExact, REGIONS, SETS, type Case } from './numbers-sets';

/** What a finder is measured by. */
export type Measure =
  'matcher' | 'examples' | 'positives' | 'own-region' | 'other-regions' | 'precision' | 'recall';

/** How many of how many. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** How right a finder is, and what it gets wrong. */
export interface Quality {
  readonly shares: Readonly<Record<Measure, Share>>;
  readonly mistakes: readonly string[];
}

const CORPUS = readCorpus();

/** Holds a finder against the labelled sets and the corpus of page snippets. */
export function qualityOf({ find }: Finder): Quality {
  const mistakes: string[] = [];
  const foundIn = ({ text }: Case, region: string | null): readonly string[] =>
    find(text, region).map(
      ({ start, end, e164, ext }) => `${text.slice(start, end)} = ${e164} ${ext ?? ''}`,
    );
  const tell = (one: Case, region: string | null): void => {
    mistakes.push(
      `${region ?? '-'} ${JSON.stringify(one.text)}: ${foundIn(one, region).join(' | ')}`,
    );
  };
  const exact = (cases: readonly Case[]): Share => {
    const wrong = cases.filter(
      ({ text, region, expected }) => !isExact(find(text, region), expected),
    );

    for (const one of wrong) {
      tell(one, one.region);
    }

    return { part: cases.length - wrong.length, whole: cases.length };
  };
  const hit = (regionOf: (one: Case) => string | null): Share => {
    const falsely = SETS.negatives.filter((one) => find(one.text, regionOf(one)).length > 0);

    for (const one of falsely) {
      tell(one, regionOf(one));
    }

    return { part: falsely.length, whole: SETS.negatives.length };
  };
  const corpus = score(find, CORPUS);

  const shares = {
    matcher: exact(SETS.matcher),
    examples: exact(SETS.examples),
    positives: exact(SETS.positives),
    'own-region': hit(({ region }) => region),
    'other-regions': sum(REGIONS.map((region) => hit(() => region))),
    precision: { part: corpus.hits - corpus.falseHits.length, whole: corpus.hits },
    recall: { part: corpus.right, whole: corpus.labels },
  };

  for (const { snippet, written, e164 } of corpus.misses) {
    mistakes.push(`missed in ${snippet.id}: ${written} = ${e164}`);
  }
  for (const { snippet, written, e164 } of corpus.falseHits) {
    mistakes.push(`false in ${snippet.id}: ${written} = ${e164}`);
  }

  return { shares, mistakes };
}

function sum(shares: readonly Share[]): Share {
  return shares.reduce(
    (all, { part, whole }) => ({ part: all.part + part, whole: all.whole + whole }),
    { part: 0, whole: 0 },
  );
}

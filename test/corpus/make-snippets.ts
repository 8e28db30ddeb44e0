import type { Country } from './country';
import { EASTERN } from './countries/eastern';
import { ENGLISH_SPEAKING } from './countries/english';
import { FURTHER } from './countries/further';
import { GERMAN_SPEAKING } from './countries/german';
import { NORTHERN } from './countries/northern';
import { ROMANCE_SPEAKING } from './countries/romance';
import { fill } from './fill';
import { Dice } from './random';
import { inOtherDigits } from './digit-scripts';
import type { Kind, Snippet } from './snippet';
import { TEMPLATE_SETS } from './templates/all-templates';

/** How many snippets the corpus has. */
const CORPUS_SIZE = 3_200;

const COUNTRIES: Readonly<Record<string, Country>> = {
  ...GERMAN_SPEAKING,
  ...ENGLISH_SPEAKING,
  ...ROMANCE_SPEAKING,
  ...NORTHERN,
  ...EASTERN,
  ...FURTHER,
};

interface Template {
  readonly lang: string;
  readonly countries: readonly string[];
  readonly kind: Kind;
  readonly text: string;
}

/** Every template of every language. */
export const TEMPLATES: readonly Template[] = TEMPLATE_SETS.flatMap(
  ({ lang, countries, templates }) =>
    (Object.entries(templates) as [Kind, readonly string[]][]).flatMap(([kind, texts]) =>
      texts.map((text) => ({ lang, countries, kind, text })),
    ),
);

/** The corpus: the same for the same seed. */
export function makeSnippets(seed: string): Snippet[] {
  const snippets: Snippet[] = [];
  const seen = new Set<string>();

  for (let round = 0; snippets.length < CORPUS_SIZE; round += 1) {
    for (const template of TEMPLATES) {
      const snippet = makeSnippet(template, `${seed}/${round}/${template.lang}/${template.text}`);

      if (snippets.length < CORPUS_SIZE && !seen.has(snippet.text)) {
        seen.add(snippet.text);
        snippets.push({
          ...snippet,
          id: `${String(snippets.length + 1).padStart(4, '0')}-${snippet.id}`,
        });
      }
    }

    if (round > 50) {
      throw new Error('too few templates for so many snippets');
    }
  }

  return snippets;
}

function makeSnippet({ lang, countries, kind, text: template }: Template, seed: string): Snippet {
  const dice = new Dice(seed);
  const region = dice.pick(countries);
  const country = COUNTRIES[region];

  if (country === undefined) {
    throw new Error(`no country is called ${region}`);
  }

  const { text, numbers } = fill(template, {
    dice,
    country,
    others: Object.values(COUNTRIES),
    lang,
  });

  return {
    id: `${region.toLowerCase()}-${kind}`,
    kind,
    country: region,
    lang,
    text: inOtherDigits(text, lang, dice),
    numbers,
  };
}

import { finders, type Finder } from './numbers-finders';
import { speedOf } from './numbers-speed';
import { isExact, REGIONS, SETS, type Case } from './numbers-sets';

/** `npm run bench:numbers`: how right and how quick the finders are, side by side. */
const isVerbose = process.argv.includes('--verbose');

for (const finder of finders()) {
  console.log(`\n${finder.name}`);
  console.log(`  Google's matcher cases, all right   ${exactShare(finder, SETS.matcher)}`);
  console.log(`  example numbers, exact              ${exactShare(finder, SETS.examples)}`);
  console.log(`  hand-written positives, exact       ${exactShare(finder, SETS.positives)}`);
  console.log(`  negatives falsely hit, own region   ${falseShare(finder)}`);
  console.log(
    `  the same in ${REGIONS.length} other regions          ${falseShareEverywhere(finder)}`,
  );

  for (const line of speedOf(finder)) {
    console.log(`  ${line}`);
  }
}

function exactShare(finder: Finder, cases: readonly Case[]): string {
  const wrong = cases.filter(
    ({ text, region, expected }) => !isExact(finder.find(text, region), expected),
  );

  tell(finder, wrong, (one) => one.region);

  return share(cases.length - wrong.length, cases.length);
}

function falseShare(finder: Finder): string {
  const hit = SETS.negatives.filter(({ text, region }) => finder.find(text, region).length > 0);

  tell(finder, hit, (one) => one.region);

  return share(hit.length, SETS.negatives.length);
}

function falseShareEverywhere(finder: Finder): string {
  const hits = REGIONS.map((region) => {
    const hit = SETS.negatives.filter(({ text }) => finder.find(text, region).length > 0);

    tell(finder, hit, () => region);

    return hit.length;
  });

  return share(
    hits.reduce((sum, hit) => sum + hit, 0),
    SETS.negatives.length * REGIONS.length,
  );
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1).padStart(5)} %  (${part} of ${whole})`;
}

/** With `--verbose`: what our finder gets wrong. */
function tell(
  finder: Finder,
  cases: readonly Case[],
  regionOf: (one: Case) => string | null,
): void {
  if (!isVerbose || finder.name !== 'Offhook') {
    return;
  }
  for (const one of cases) {
    const found = finder
      .find(one.text, regionOf(one))
      .map(({ start, end, e164, ext }) => `${one.text.slice(start, end)} = ${e164} ${ext ?? ''}`);

    console.log(`    ${regionOf(one) ?? '-'} ${JSON.stringify(one.text)}: ${found.join(' | ')}`);
  }
}

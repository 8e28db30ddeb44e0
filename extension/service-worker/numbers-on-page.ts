import type { Settings } from '../../src/account/settings';
import { siteAt } from '../../src/account/sites';
import { countryOf } from '../../src/number/country-of';
import { findNumbers } from '../../src/number/find-numbers';
import { regionOf } from '../../src/number/region';
import type { PlacedNumber, WrittenClues } from '../../src/protocol/requests';
import type { AskingSite } from './asking-site';

/** The phone numbers in a page's texts, read in the country that the user or the page says it is of. */
export function numbersOnPage(
  texts: readonly string[],
  clues: WrittenClues,
  { host, frameHost }: AskingSite,
  { country, sites, notNumbers }: Settings,
): PlacedNumber[][] {
  const site = host === null ? null : (siteAt(sites, host)?.country ?? null);
  const region = regionOf({ ...clues, site, host: frameHost ?? '' }, country);
  const refused = new Set(notNumbers);

  return texts.map((text) =>
    findNumbers(text, region)
      .filter(({ e164 }) => !refused.has(e164))
      .map((number) => ({ ...number, country: countryOf(number.e164) })),
  );
}

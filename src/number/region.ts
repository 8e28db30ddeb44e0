import { isSupportedCountry } from 'libphonenumber-js/max/es6';
import { countryNamed } from './country-names';
import { countryOf } from './country-of';
import { InvalidTargetError, readTarget } from './dial-target';
import { regionOfHost, regionOfLanguage } from './lang-and-host';

/** What is known of a page, as it stands there: any of it may be missing, or nonsense. */
export interface PageClues {
  /** The country that the user set for the site. */
  readonly site: string | null;
  /** The page's `tel:` links. */
  readonly telHrefs: readonly string[];
  /** Texts of schema.org's `addressCountry` and of a microformat's `country-name`. */
  readonly countryNames: readonly string[];
  /** `lang` of the root element. */
  readonly lang: string;
  readonly host: string;
}

/** More of them say nothing new. */
const MOST_LINKS = 50;
const MOST_NAMES = 10;
/** The share of a page's links, or names, that makes one country the page's. */
const CLEAR_MAJORITY = 0.6;

/**
 * The two-letter country whose national numbers a page writes: what the user said, else what the
 * page's links, addresses, language and host say, else the account's own country.
 */
export function regionOf(clues: PageClues, accountCountry: string): string {
  const { site, telHrefs, countryNames, lang, host } = clues;

  return (
    supported(site) ??
    mostOf(countriesOfLinks(telHrefs)) ??
    mostOf(countryNames.slice(0, MOST_NAMES).map((name) => countryNamed(name, lang))) ??
    supported(regionOfLanguage(lang)) ??
    supported(regionOfHost(host)) ??
    accountCountry.trim().toUpperCase()
  );
}

/** The countries of different links: a number in the head and the foot of a page counts once. */
function countriesOfLinks(hrefs: readonly string[]): (string | null)[] {
  const numbers = hrefs.slice(0, MOST_LINKS).map(globalNumberOf);

  return [...new Set(numbers)].map((number) => (number === null ? null : countryOf(number)));
}

/** A link's number with its country code, which some write as they dial it, with 00. */
function globalNumberOf(href: string): string | null {
  if (!/^\s*tel:/i.test(href)) {
    return null;
  }

  try {
    const dialled = readTarget(href);
    const digits = dialled.kind === 'number' ? dialled.digits.replace(/^00/, '+') : '';

    return digits.startsWith('+') ? digits : null;
  } catch (error) {
    if (error instanceof InvalidTargetError) {
      return null;
    }
    throw error;
  }
}

/** The one that clearly prevails among those that are known. */
function mostOf(countries: readonly (string | null)[]): string | null {
  const known = countries.filter((country) => country !== null);

  return (
    known.find(
      (country) =>
        known.filter((other) => other === country).length >= known.length * CLEAR_MAJORITY,
    ) ?? null
  );
}

function supported(country: string | null): string | null {
  const code = country?.trim().toUpperCase() ?? '';

  return isSupportedCountry(code) ? code : null;
}

import type { WrittenClues } from '../../src/protocol/requests';

/** A page says the same again and again: so many of each kind, and so many characters, tell it. */
const MOST_LINKS = 50;
const MOST_NAMES = 10;
const MOST_TEXT = 100;
const MOST_JSON = 100_000;
/** RFC 3966; only a number with its country code tells of a country. */
const TEL_LINKS = 'a[href^="tel:" i]';
/** schema.org's address in microdata and RDFa, and the microformat's. */
const COUNTRIES =
  '[itemprop~="addressCountry"], [property~="addressCountry"], .country-name, .p-country-name';
const JSON_LD = 'script[type="application/ld+json"]';
const JSON_COUNTRY = /"addressCountry"\s*:\s*(?:\{[^{}]*"name"\s*:\s*)?"([^"]{1,100})"/g;

/** What a page says of where it is, as it stands there; the worker makes a country of it. */
export function cluesOf(page: Document): WrittenClues {
  const found = (selector: string, most: number) =>
    [...page.querySelectorAll(selector)].slice(0, most);

  const links = found(TEL_LINKS, MOST_LINKS).map((link) => link.getAttribute('href') ?? '');
  const written = found(COUNTRIES, MOST_NAMES).map(
    (element) => element.getAttribute('content') ?? element.textContent,
  );
  const encoded = found(JSON_LD, MOST_NAMES)
    .flatMap(({ textContent }) => [...textContent.slice(0, MOST_JSON).matchAll(JSON_COUNTRY)])
    .map(([, name = '']) => name);

  return {
    telHrefs: links.map(short),
    countryNames: [...written, ...encoded].slice(0, MOST_NAMES).map(short),
    lang: short(page.documentElement.lang),
  };
}

function short(text: string): string {
  return text.trim().slice(0, MOST_TEXT);
}

/** Country domains that the world uses for their letters: they say nothing of where a page is. */
const GENERIC = new Set(
  'ac ai am cc co eu fm gg gl im io la ly me nu sh st su to tv vc ws'.split(' '),
);

/** What a page says of itself: `lang` of its root element, and its host name. */
export interface PageClues {
  readonly lang: string;
  readonly host: string;
}

/**
 * The two-letter country of a page's national numbers: its language's region, else its country
 * domain; null when it says neither, and the user's own country is the best guess.
 */
export function regionOfPage({ lang, host }: PageClues): string | null {
  return regionOfLanguage(lang) ?? regionOfHost(host);
}

/** RFC 5646 §2.1: language, extended language and script may come before the region. */
function regionOfLanguage(lang: string): string | null {
  const region = /^[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})(?:[-_]|$)/i.exec(lang.trim())?.[1];

  return region?.toUpperCase() ?? null;
}

function regionOfHost(host: string): string | null {
  const domain = /\.([a-z]{2})\.?$/i.exec(host)?.[1]?.toLowerCase();

  if (domain === undefined || GENERIC.has(domain)) {
    return null;
  }

  return domain === 'uk' ? 'GB' : domain.toUpperCase();
}

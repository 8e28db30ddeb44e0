/** Country domains that the world uses for their letters: they say nothing of where a page is. */
const GENERIC = new Set(
  'ac ai am cc co eu fm gg gl im io la ly me nu sh st su to tv vc ws'.split(' '),
);

/** Country domains in other scripts, as addresses have them (RFC 3492). */
const OTHER_SCRIPTS = new Map(
  `xn--p1ai RU xn--j1amh UA xn--90ais BY xn--90ae BG xn--90a3ac RS xn--80ao21a KZ xn--qxam GR
  xn--fiqs8s CN xn--fiqz9s CN xn--kprw13d TW xn--kpry57d TW xn--j6w193g HK xn--3e0b707e KR
  xn--o3cw4h TH xn--h2brj9c IN xn--4dbrk0ce IL xn--mgberp4a5d4ar SA xn--mgbaam7a8h AE
  xn--wgbh1c EG xn--mgba3a4f16a IR xn--mgbc0a9azcg MA`
    .split(/\s+/)
    .flatMap((domain, place, all) =>
      place % 2 === 0 ? [[domain, all[place + 1] ?? ''] as const] : [],
    ),
);

/** The country in a language tag, `de-AT`: its script may come before (RFC 5646 §2.1). */
export function regionOfLanguage(lang: string): string | null {
  const region = /^[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})(?:[-_]|$)/i.exec(lang.trim())?.[1];

  return region === undefined ? null : codeOf(region);
}

/** The country whose domain a host is in; null for those that all the world uses. */
export function regionOfHost(host: string): string | null {
  const [, domain] = /\.([a-z]{2}|xn--[a-z\d]+)\.?$/i.exec(host) ?? [];
  const name = domain?.toLowerCase() ?? '';

  if (name === '' || GENERIC.has(name)) {
    return null;
  }

  return name.length > 2 ? (OTHER_SCRIPTS.get(name) ?? null) : codeOf(name);
}

/** `uk` is Britain's domain, and what many take for its code. */
function codeOf(letters: string): string {
  return letters.toLowerCase() === 'uk' ? 'GB' : letters.toUpperCase();
}

import { parseHostPort } from './address';
import { PAGE_MODES, type PageMode } from './page-mode';

/** What the user chose for one site. Null where the choice for all sites holds. */
export interface Site {
  /** The host name of its pages, lower case, this very name and none below it. */
  readonly host: string;
  readonly mode: PageMode | null;
  /** Whose national numbers its pages write (ISO 3166-1, two letters). */
  readonly country: string | null;
}

/** More than anybody sets by hand; who set one last keeps it. */
const MOST_SITES = 500;

/** What the user chose for the site at a host; null when nothing. */
export function siteAt(sites: readonly Site[], host: string): Site | null {
  return sites.find((site) => site.host === host.toLowerCase()) ?? null;
}

/** The sites after the user chose something for one. A site without any choice is not kept. */
export function withSite(
  sites: readonly Site[],
  host: string,
  change: Partial<Omit<Site, 'host'>>,
): readonly Site[] {
  const before = siteAt(sites, host);
  const site = {
    host: host.toLowerCase(),
    mode: before?.mode ?? null,
    country: before?.country ?? null,
    ...change,
  };
  const others = sites.filter((other) => other !== before);

  return site.mode === null && site.country === null
    ? others
    : [...others, site].slice(-MOST_SITES);
}

/** Sites from storage: those that are none are dropped, and of two with one name the older. */
export function parseSites(stored: unknown): readonly Site[] {
  return (Array.isArray(stored) ? stored : [])
    .slice(-MOST_SITES)
    .map(parseSite)
    .reduce<readonly Site[]>(
      (sites, site) => (site === null ? sites : withSite(sites, site.host, site)),
      [],
    );
}

function parseSite(stored: unknown): Site | null {
  if (typeof stored !== 'object' || stored === null) {
    return null;
  }
  const own = (key: keyof Site): unknown =>
    Object.hasOwn(stored, key) ? Reflect.get(stored, key) : null;
  const host = own('host');
  const country = own('country');

  if (typeof host !== 'string' || parseHostPort(host)?.port !== null) {
    return null;
  }

  return {
    host: host.toLowerCase(),
    mode: PAGE_MODES.find((mode) => mode === own('mode')) ?? null,
    country: typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? country : null,
  };
}

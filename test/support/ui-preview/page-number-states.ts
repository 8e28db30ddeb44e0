import type { PageModeSettings } from '../../../src/account/site-mode';
import type { PageNumber, PageReport } from '../../../src/protocol/page-numbers';
import type { Page } from '../../../extension/ui/phone/phone-view';

/** A number as a page's frame tells of it. */
export function numberOnPage(e164: string, changes: Partial<PageNumber> = {}): PageNumber {
  return { e164, ext: null, written: e164, country: 'DE', isFax: false, ...changes };
}

/** What a page's own frame tells of its numbers. */
export function reportOf(
  numbers: readonly PageNumber[],
  changes: Partial<PageReport> = {},
): PageReport {
  return { frameId: 'top', isTop: true, numbers, isCapped: false, ...changes };
}

const SETTINGS: PageModeSettings = { pageMode: 'mark', sites: [] };
const CONTACTS: readonly PageNumber[] = [
  numberOnPage('+493023125000'),
  numberOnPage('+493023125118', { isFax: true }),
  numberOnPage('+12125550123', { country: 'US', ext: '204' }),
  numberOnPage('+442079460018', { country: 'GB' }),
  numberOnPage('+80012345678', { country: null }),
  numberOnPage('+493023125002'),
];

/** A page below the phone, for a screen or a test. */
export function pageLike(changes: Partial<Page['data']> = {}): Page {
  return {
    data: {
      host: 'crm.example.com',
      isClosed: false,
      reports: [reportOf(CONTACTS)],
      settings: SETTINGS,
      ...changes,
    },
    actions: { reveal: () => undefined, chooseForSite: () => Promise.resolve() },
  };
}

/** The page below the phone, by the name of the phone's state. */
export const PAGES: Readonly<Record<string, Page>> = {
  'page-numbers': pageLike(),
  'page-capped': pageLike({ reports: [reportOf(CONTACTS.slice(0, 2), { isCapped: true })] }),
  'page-none': pageLike({ reports: [] }),
  'page-site': pageLike({ reports: [reportOf(CONTACTS.slice(0, 2))] }),
  'page-off': pageLike({ reports: [], host: 'docs.google.com' }),
  'page-closed': pageLike({ reports: [], host: null, isClosed: true }),
};

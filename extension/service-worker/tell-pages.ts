import browser from 'webextension-polyfill';
import { parseSettings } from '../../src/account/settings';
import { pageAt } from './page-client';

/** Tells every page when settings change that concern it: none needs a reload. */
export function tellPages(): void {
  browser.storage.local.onChanged.addListener(({ settings }) => {
    if (
      settings !== undefined &&
      concerningPages(settings.newValue) !== concerningPages(settings.oldValue)
    ) {
      void tell();
    }
  });
}

/** What pages see of the settings, as a text to compare. */
function concerningPages(stored: unknown): string {
  const { pageMode, dialLinks, sites, notNumbers, country } = parseSettings(stored);

  return JSON.stringify([pageMode, dialLinks, sites, notNumbers, country]);
}

async function tell(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    if (id !== undefined) {
      // Many tabs have no page of ours in them.
      pageAt(id)('settingsChanged').catch(() => undefined);
    }
  }
}

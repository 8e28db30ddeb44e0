import browser from 'webextension-polyfill';
import { parseSettings } from '../../src/account/settings';

/** Tells every page when the user lets numbers be called, or no longer does: none needs a reload. */
export function tellPages(): void {
  browser.storage.local.onChanged.addListener(({ settings }) => {
    if (settings === undefined) {
      return;
    }

    const { clickToCall } = parseSettings(settings.newValue);

    if (clickToCall !== parseSettings(settings.oldValue).clickToCall) {
      void tell({ clickToCall });
    }
  });
}

async function tell(message: { clickToCall: boolean }): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    if (id !== undefined) {
      // Many tabs have no page of ours in them.
      browser.tabs.sendMessage(id, message).catch(() => undefined);
    }
  }
}

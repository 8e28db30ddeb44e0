import { ExtensionGone, isExtensionThere } from './extension-life';

/**
 * Loads what most web pages, or most accounts, do without. What a web page loads has another address
 * in each run of the browser, so that no page can look for it (`use_dynamic_url`). Rejects once the
 * extension has gone.
 */
export async function loadScript(name: string): Promise<unknown> {
  // A page's console would tell of an address that leads nowhere.
  if (!isExtensionThere()) {
    throw new ExtensionGone();
  }

  return import(chrome.runtime.getURL(`${name}.js`));
}

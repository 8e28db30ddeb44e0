import { ExtensionGone, isExtensionThere } from './extension-life';

/**
 * Loads a part of the content script that most pages do without. Its address is another in each run
 * of the browser, so that no page can look for it (`use_dynamic_url`). Rejects once the extension
 * has gone.
 */
export async function loadScript(name: string): Promise<unknown> {
  // A page's console would tell of an address that leads nowhere.
  if (!isExtensionThere()) {
    throw new ExtensionGone();
  }

  return import(chrome.runtime.getURL(`${name}.js`));
}

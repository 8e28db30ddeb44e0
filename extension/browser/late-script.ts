/**
 * Loads a part of the content script that most pages do without. Its address is another in each run
 * of the browser, so that no page can look for it (`use_dynamic_url`). Rejects once the extension
 * has gone.
 */
export function loadScript(name: string): Promise<unknown> {
  return import(chrome.runtime.getURL(`${name}.js`));
}

import browser from 'webextension-polyfill';

/** Opens the settings in a tab of their own. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens the first-run page: the only place that can ask for the microphone. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}

/** Opens the connection page; the one that is open already comes to the front. */
export async function openConnection(): Promise<void> {
  const url = browser.runtime.getURL('diagnostics.html');
  const [open] = await chrome.runtime.getContexts({
    contextTypes: ['TAB'],
    documentUrls: [url],
  });

  await (open === undefined
    ? browser.tabs.create({ url })
    : browser.tabs.update(open.tabId, { active: true }));
}

/** Shows the phone: the toolbar's popup, or a window of its own where Chrome will not open that. */
export async function openPopup(): Promise<void> {
  // Opening it a second time fails, which would bring up a window beside it.
  if ((await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0) {
    return;
  }
  try {
    await browser.action.openPopup();
  } catch {
    // No browser window has the focus, or the icon sits in a menu that cannot open.
    await browser.windows.create({
      url: browser.runtime.getURL('popup.html'),
      type: 'popup',
      width: 376,
      height: 640,
    });
  }
}

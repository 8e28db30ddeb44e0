import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { domainOf } from '../../src/account/account';
import { numberInField } from '../../src/number/field-number';
import { readStored } from '../browser/storage';
import { words } from '../browser/words';
import { callAndShow, sayNotCalled } from './call-and-show';
import { pageAt } from './page-client';
import { phone } from './phone-client';

/** Puts "Call ..." into the menu of selections, links and fields. Chrome keeps it across restarts. */
export async function createContextMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'call-selection',
    contexts: ['selection'],
    title: words('contextMenuCall', '%s'),
  });
  browser.contextMenus.create({
    id: 'call-link',
    contexts: ['link'],
    targetUrlPatterns: ['tel:*', 'callto:*', 'sip:*', 'sips:*'],
    title: words('contextMenuCallLink'),
  });
  browser.contextMenus.create({
    id: 'call-field',
    contexts: ['editable'],
    title: words('contextMenuCallField'),
  });
}

/** Starts answering the menu. */
export function listenToContextMenu(): void {
  browser.contextMenus.onClicked.addListener((click, tab) => {
    void call(click, tab);
  });
}

async function call(click: Menus.OnClickData, tab: Tabs.Tab | undefined): Promise<void> {
  const { menuItemId, linkUrl, selectionText } = click;

  if (menuItemId === 'call-field') {
    await callField(tab?.id, click.frameId ?? 0);
  } else {
    const target = (menuItemId === 'call-link' ? linkUrl : selectionText) ?? '';

    await callAndShow(() => phone('dial', { target }));
  }
}

/** Calls the number in a field. What stands there may be the page's: it may dial what pages may. */
async function callField(tabId: number | undefined, frameId: number): Promise<void> {
  const value = tabId === undefined ? null : await fieldValue(tabId, frameId);
  const { account, settings } = await readStored();

  if (value === null) {
    await sayNotCalled(words('fieldUnreadable'));

    return;
  }

  const found = numberInField(value, settings.country, account && domainOf(account));

  if ('target' in found) {
    await callAndShow(() => phone('dial', { target: found.target }));
  } else {
    await sayNotCalled(words(found.problem === 'several' ? 'fieldSeveral' : 'fieldNone'));
  }
}

async function fieldValue(tabId: number, frameId: number): Promise<string | null> {
  try {
    const value: unknown = await pageAt(tabId, frameId)('fieldValue');

    return typeof value === 'string' ? value : null;
  } catch {
    return null; // There is no script of ours in that frame.
  }
}

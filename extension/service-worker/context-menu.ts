import browser, { type Menus } from 'webextension-polyfill';
import { words } from '../browser/words';
import { callAndShow } from './call-and-show';
import { phone } from './phone-client';

/** Puts "Call ..." into the context menu of selections and links. Chrome keeps it across restarts. */
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
}

/** Starts answering the menu. */
export function listenToContextMenu(): void {
  browser.contextMenus.onClicked.addListener((click) => {
    void call(click);
  });
}

async function call({ menuItemId, linkUrl, selectionText }: Menus.OnClickData): Promise<void> {
  const target = (menuItemId === 'call-link' ? linkUrl : selectionText) ?? '';

  await callAndShow(() => phone('dial', { target }));
}

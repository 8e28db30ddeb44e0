import browser from 'webextension-polyfill';
import {
  NUMBERS_PORT,
  parsePageReport,
  type PageReport,
  type RevealRequest,
} from '../../src/protocol/page-numbers';
import { hostOf } from './host';

/** The page in the tab that the popup was opened over. */
export interface TabPage {
  /** Null where the browser does not say, or there is none: a local file. */
  readonly host: string | null;
  /** True for pages that no extension may look into: settings, new tabs, stores. */
  readonly isClosed: boolean;
  /** What its frames say of their numbers, the tab's own first; null until one could have. */
  readonly reports: readonly PageReport[] | null;
}

/** A page that has numbers says so at once. One without has nothing of ours that could answer. */
const ANSWER_MS = 150;

/**
 * Tells of the page in the tab that the popup is over, and of every change in its numbers. Tells
 * nothing when the phone stands in a window of its own. The function goes to a number on the page.
 */
export function watchTabPage(
  onPage: (page: TabPage) => void,
): (request: RevealRequest['reveal']) => void {
  let reveal: (request: RevealRequest['reveal']) => void = () => undefined;

  void activeTab().then((tab) => {
    if (tab === null) {
      return;
    }

    const { id, url } = tab;
    const host = hostOf(url);
    // `activeTab` shows the address after a click on the icon; without one it is not known.
    const isClosed = url !== undefined && host === null && !url.startsWith('file:');
    const reports = new Map<string, PageReport>();
    let isAnswered = false;
    const tell = () => {
      const inOrder = [...reports.values()].sort((a, b) => Number(b.isTop) - Number(a.isTop));

      onPage({ host, isClosed, reports: isAnswered ? inOrder : null });
    };
    const answered = () => {
      isAnswered = true;
      tell();
    };

    tell();
    setTimeout(answered, ANSWER_MS);

    const port = browser.tabs.connect(id, { name: NUMBERS_PORT });

    port.onMessage.addListener((message) => {
      const report = parsePageReport(message);

      if (report !== null) {
        reports.set(report.frameId, report);
        answered();
      }
    });
    // The page went away, or nothing of ours was there.
    port.onDisconnect.addListener(() => {
      reports.clear();
      reveal = () => undefined;
      answered();
    });
    reveal = (request) => {
      port.postMessage({ reveal: request } satisfies RevealRequest);
    };
  });

  return (request) => {
    reveal(request);
  };
}

async function activeTab(): Promise<{ id: number; url: string | undefined } | null> {
  const [own, [tab]] = await Promise.all([
    browser.tabs.getCurrent(), // Nothing in the popup itself: it is in no tab.
    browser.tabs.query({ active: true, currentWindow: true }),
  ]);

  // The polyfill's type says there is always a tab.
  return (own as object | undefined) !== undefined || tab?.id === undefined
    ? null
    : { id: tab.id, url: tab.url };
}

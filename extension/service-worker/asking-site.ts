import type { Sender } from '../../src/protocol/sender';
import { hostOf } from '../browser/host';

/** Where a content script stands. Null for a local file, or a frame without an address. */
export interface AskingSite {
  /** The host of the tab, which is the site for the user. */
  readonly host: string | null;
  /** The host of the script's own frame. */
  readonly frameHost: string | null;
}

/**
 * The site that a content script asks from, as the browser tells it and not the page. Chrome gives
 * a content script's tab with its address, although `tabs` is not among our permissions; where it
 * does not, the frame's own address has to do.
 */
export function askingSite({ url, origin, tab }: Sender): AskingSite {
  // about:blank has its opener's origin.
  const frameHost = hostOf(url) ?? hostOf(origin);

  return { host: hostOf(tab?.url) ?? frameHost, frameHost };
}

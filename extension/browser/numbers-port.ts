import {
  NUMBERS_PORT,
  parseRevealRequest,
  type PageReport,
  type RevealRequest,
} from '../../src/protocol/page-numbers';
import { isExtensionThere } from './extension-life';

/** How often an open popup hears what has changed on the page. */
const LOOK_AGAIN_MS = 1_000;

/**
 * Tells the popup, for as long as it is open over this page, which numbers this frame has, and goes
 * to the one that the user picks there.
 */
export function answerPopup(
  list: () => Promise<Pick<PageReport, 'numbers' | 'isCapped'>>,
  reveal: (number: RevealRequest['reveal']) => void,
): void {
  const frameId = crypto.randomUUID();
  const isTop = self === top;

  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== NUMBERS_PORT || port.sender?.id !== chrome.runtime.id) {
      return;
    }

    let told = '';
    const tell = (): void => {
      if (!isExtensionThere()) {
        close();

        return;
      }
      list()
        .then((numbers) => {
          const report: PageReport = { frameId, isTop, ...numbers };
          const text = JSON.stringify(report);

          if (text !== told) {
            told = text;
            port.postMessage(report); // Throws where the popup, or the extension, has just gone.
          }
        })
        .catch(close);
    };
    const timer = setInterval(tell, LOOK_AGAIN_MS);

    function close(): void {
      clearInterval(timer);
    }

    port.onDisconnect.addListener(close);
    port.onMessage.addListener((message: unknown) => {
      const request = parseRevealRequest(message);

      if (request?.frameId === frameId) {
        reveal(request);
      }
    });
    tell();
  });
}

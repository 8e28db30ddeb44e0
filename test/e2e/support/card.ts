import type { CDPSession, ElementHandle, Frame, Page } from 'puppeteer';
import { until } from './waiting';

/** What the browser's inspector tells of a node, closed shadow roots and all. */
interface InspectedNode {
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly InspectedNode[];
  readonly shadowRoots?: readonly InspectedNode[];
}

/** Where the card's host stands in the page's document. */
const HOST = ':root > [popover]';

/** What the call card shows; null while there is none. No page can see this much of it. */
export async function lookAtCard(page: Page): Promise<{ text: string; isArmed: boolean } | null> {
  const host = await page.$(HOST);

  if (host === null) {
    return null;
  }

  const root = await inspect(page, host);
  const nodes = root === null ? [] : [root, ...below(root)];
  const call = nodes.find((node) => attribute(node, 'class') === 'call');
  const label = nodes.find((node) => attribute(node, 'class') === 'label');

  return {
    text:
      label === undefined
        ? ''
        : below(label)
            .map(({ nodeValue }) => nodeValue)
            .join('|'),
    isArmed: call !== undefined && attribute(call, 'aria-disabled') === 'false',
  };
}

/** Resolves when a card shows that can call, long enough there to have been read. */
export async function untilCallable(page: Page, text = /./): Promise<void> {
  await until('a card that can call', async () => {
    const card = await lookAtCard(page);

    return card !== null && card.isArmed && text.test(card.text) ? true : null;
  });
}

/** Moves the pointer onto a number and lets it rest there until its card can call. */
export async function restOn(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await page.hover(selector);
  await untilCallable(page);
}

/** Clicks on a number as a user does: the pointer comes, the card is read, the click follows. */
export async function clickOnNumber(page: Page, selector: string): Promise<void> {
  await restOn(page, selector);
  await page.click(selector);
}

/** Resolves when a frame has painted a number, wherever it stands. */
export async function untilMarked(frame: Frame): Promise<void> {
  // The page itself cannot see marks; the browser's own list of highlights can be counted.
  await frame.waitForFunction(() => CSS.highlights.size > 0, { polling: 20 });
}

/** Rests the pointer on a number, in whichever frame, until its card is there. */
export async function cardOf(number: ElementHandle, frame: Frame): Promise<ElementHandle> {
  await number.hover();

  const card = await frame.waitForSelector(HOST);

  if (card === null) {
    throw new Error('The card went away at once.');
  }

  return card;
}

/** Calls a number from its card: rests on it, reads, and clicks on Call once that is ready. */
export async function callByCard(number: ElementHandle, frame: Frame): Promise<void> {
  const card = await cardOf(number, frame);
  const call = await until('the card to be ready to call', async () => {
    for (const button of await card.$$('aria/[role="button"]')) {
      const isReady = await button.evaluate(
        (element) =>
          element.classList.contains('call') && element.getAttribute('aria-disabled') === 'false',
      );

      if (isReady) {
        return button;
      }
    }

    return null;
  });

  await call.click();
}

async function inspect(page: Page, host: ElementHandle): Promise<InspectedNode | null> {
  const session: CDPSession = await page.createCDPSession();

  try {
    const { root } = await session.send('DOM.getDocument', { depth: 1, pierce: false });
    const { nodeId } = await session.send('DOM.querySelector', {
      nodeId: root.nodeId,
      selector: HOST,
    });
    const { node } = await session.send('DOM.describeNode', { nodeId, depth: -1, pierce: true });

    return node;
  } catch {
    return null; // It has gone in the meantime.
  } finally {
    await host.dispose();
    await session.detach();
  }
}

function below({ children = [], shadowRoots = [] }: InspectedNode): InspectedNode[] {
  return [...shadowRoots, ...children].flatMap((node) => [node, ...below(node)]);
}

function attribute({ attributes = [] }: InspectedNode, name: string): string | null {
  const at = attributes.findIndex((text, index) => index % 2 === 0 && text === name);

  return at < 0 ? null : (attributes[at + 1] ?? null);
}

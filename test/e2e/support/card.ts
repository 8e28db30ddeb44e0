import type { ElementHandle, Frame, Page } from 'puppeteer';
import { until } from './waiting';

/** What the browser's inspector tells of a node, closed shadow roots and all. */
interface InspectedNode {
  readonly backendNodeId: number;
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
  const nodes = await cardNodes(page);
  const call = nodes.find(isCall);
  const texts = nodes.filter((node) =>
    ['label', 'warning'].includes(attribute(node, 'class') ?? ''),
  );

  return nodes.length === 0
    ? null
    : {
        text: texts.map(textOf).join('|'),
        isArmed: call !== undefined && attribute(call, 'aria-disabled') === 'false',
      };
}

/** Where a button of the card is on screen: the Call button, or the one with a name. */
export async function placeOfButton(page: Page, name?: string): Promise<{ x: number; y: number }> {
  const nodes = await cardNodes(page);
  const button = nodes.find((node) =>
    name === undefined ? isCall(node) : attribute(node, 'aria-label') === name,
  );

  if (button === undefined) {
    throw new Error(`The card has no button ${name ?? 'to call'}.`);
  }

  const session = await page.createCDPSession();
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: button.backendNodeId });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content;

  await session.detach();

  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Clicks a button of the card with the mouse. */
export async function clickCard(page: Page, name?: string): Promise<void> {
  const { x, y } = await placeOfButton(page, name);

  await page.mouse.click(x, y);
}

/** Moves the pointer away, and resolves when there is no card any more. */
export async function leaveNumber(page: Page): Promise<void> {
  await page.mouse.move(1, 1);
  await page.waitForSelector(HOST, { hidden: true });
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
  let side = 0;

  await page.bringToFront();
  await page.hover(selector);
  await until(
    'a card that can call',
    async () => {
      const card = await lookAtCard(page);
      const box = card === null ? await (await page.$(selector))?.boundingBox() : null;

      if (box) {
        // No hand is as still as a program's: a pointer that nothing came up for is moved a little.
        side = 1 - side;
        await page.mouse.move(box.x + box.width / 2 + side, box.y + box.height / 2);
      }

      return card?.isArmed === true ? true : null;
    },
    {},
    async () => `The card: ${JSON.stringify(await lookAtCard(page))}`,
  );
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
export async function callByCard(number: ElementHandle | null, frame: Frame): Promise<void> {
  if (number === null) {
    throw new Error('There is no number to call.');
  }

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

/** The card's host and everything in it; nothing while there is no card. */
async function cardNodes(page: Page): Promise<readonly InspectedNode[]> {
  const session = await page.createCDPSession();

  try {
    const { root } = await session.send('DOM.getDocument', { depth: 1, pierce: false });
    const { nodeId } = await session.send('DOM.querySelector', {
      nodeId: root.nodeId,
      selector: HOST,
    });
    const { node } = await session.send('DOM.describeNode', { nodeId, depth: -1, pierce: true });

    return [node, ...below(node)];
  } catch {
    return []; // There is none, or it goes in this moment.
  } finally {
    await session.detach();
  }
}

function isCall(node: InspectedNode): boolean {
  return attribute(node, 'class') === 'call';
}

function textOf(node: InspectedNode): string {
  return below(node)
    .map(({ nodeValue }) => nodeValue)
    .filter((text) => text !== '')
    .join('|');
}

function below({ children = [], shadowRoots = [] }: InspectedNode): InspectedNode[] {
  return [...shadowRoots, ...children].flatMap((node) => [node, ...below(node)]);
}

function attribute({ attributes = [] }: InspectedNode, name: string): string | null {
  const at = attributes.findIndex((text, index) => index % 2 === 0 && text === name);

  return at < 0 ? null : (attributes[at + 1] ?? null);
}

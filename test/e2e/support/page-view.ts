import type { Frame, Page } from 'puppeteer';

/** What a page can see of itself: of one of its frames, or of all in one. */
export interface Seen {
  readonly html: string;
  /** Nodes that were there at the start and still are, and in which order all are now. */
  readonly kept: number;
  readonly order: number;
  /** Each MutationObserver record, in words. */
  readonly records: readonly string[];
  /** Each rule of each style sheet. */
  readonly rules: readonly string[];
  readonly errors: readonly string[];
}

/** In the page: what its frames have in common with nobody else. */
interface Watching {
  watched: { nodes: Map<Node, number>; roots: Node[]; records: MutationRecord[]; take: () => void };
  step?: () => unknown;
  errors?: readonly string[];
}

/** Has every frame of a page watch itself from here on. */
export async function beginToWatch(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(() => {
      const nodes = new Map<Node, number>();
      const roots: Node[] = [document];
      const records: MutationRecord[] = [];
      const observers: MutationObserver[] = [];
      // With loops only: the page may have taken the array's own methods.
      const keep = (found: readonly MutationRecord[]) => {
        for (const record of found) {
          records[records.length] = record;
        }
      };

      for (const root of roots) {
        const observer = new MutationObserver(keep);

        observer.observe(root, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
        observers[observers.length] = observer;
        nodes.set(root, nodes.size);
        for (const element of (root as ParentNode).querySelectorAll('*')) {
          for (const node of element.childNodes) {
            nodes.set(node, nodes.size);
          }
          if (element.shadowRoot !== null) {
            roots[roots.length] = element.shadowRoot;
          }
        }
      }
      Object.assign(globalThis, {
        watched: {
          nodes,
          roots,
          records,
          take: () => {
            for (const observer of observers) {
              keep(observer.takeRecords());
            }
          },
        },
      });
    });
  }
}

/** Has every frame do what it does by itself, as often as its framework pleases. */
export async function takeSteps(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(async () => {
      await (globalThis as unknown as Watching).step?.();
    });
  }
}

/** What every frame of the page sees now, in the order of its frames. */
export async function whatIsSeen(page: Page): Promise<Seen[]> {
  const all: Seen[] = [];

  for (const frame of page.frames()) {
    all.push(await seenBy(frame));
  }

  return all;
}

async function seenBy(frame: Frame): Promise<Seen> {
  return frame.evaluate(() => {
    const { watched, errors = [] } = globalThis as unknown as Watching;
    const { nodes, roots, records, take } = watched;
    const told: string[] = [];
    const rules: string[] = [];
    let html = '';
    let kept = 0;
    let order = 0;

    take();
    for (const root of roots) {
      html +=
        root === document ? document.documentElement.outerHTML : (root as ShadowRoot).innerHTML;
      for (const element of (root as ParentNode).querySelectorAll('*')) {
        for (const node of element.childNodes) {
          const place = nodes.get(node) ?? -1;

          kept += place < 0 ? 0 : 1;
          order = (order * 31 + place + 2) % 4_294_967_291;
        }
      }
    }
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      let text = `${type} ${target.nodeName} ${attributeName ?? ''}`;

      for (const node of addedNodes) {
        text += ` +${node.nodeName} ${node.textContent ?? ''}`;
      }
      for (const node of removedNodes) {
        text += ` -${node.nodeName} ${node.textContent ?? ''}`;
      }
      told[told.length] = text;
    }
    for (const sheet of document.styleSheets) {
      for (const { cssText } of sheet.cssRules) {
        rules[rules.length] = cssText;
      }
    }

    return { html, kept, order, records: told, rules, errors };
  });
}

/** Collects what goes wrong in a page's scripts, and what they complain of. */
export function listenToErrors(page: Page): readonly string[] {
  const errors: string[] = [];

  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    // No sample page has an icon.
    const isIcon = message.location().url?.endsWith('/favicon.ico') === true;

    if (message.type() === 'error' && !isIcon) {
      errors.push(message.text());
    }
  });

  return errors;
}

import { BlockSearch } from './block-search';
import { blocksInRow, firstEndOf, mayMatter } from './blocks';
import type { PointerPlace } from './pointer';
import type { PageTime } from './page-time';
import { DIAL_LINKS, FIELDS } from './places';
import { hostsIn } from './shadow-roots';

/** How often a page that changes is looked at, and for how long at a time. */
const GATHER_MS = 60;
const SLICE_MS = 4;
/** What the user is about to use; at the click it would be too late to load anything. */
const LISTENING = { capture: true, passive: true };
const REACHED = { pointerover: DIAL_LINKS, focusin: DIAL_LINKS, contextmenu: FIELDS };

/**
 * Waits until a page has something for Offhook: text that may hold a phone number, a shadow root, a
 * link that dials or a form field that the user reaches for. Most frames of most pages never have,
 * so this is all that they load. Tells once, and where the pointer is, if it was that. The returned
 * function ends the waiting.
 */
export function waitForNumbers(
  time: PageTime,
  found: (pointerAt: PointerPlace | null) => void,
): () => void {
  const search = new BlockSearch(blocksInRow);
  let isWaiting = false;
  let isOver = false;

  const changes = new MutationObserver((records) => {
    let isNumber = false;

    for (const { target, addedNodes } of records) {
      for (const node of addedNodes) {
        if (hostsIn(node).length > 0) {
          tell();
        } else if (mayMatter(node)) {
          search.add(node);
          isNumber = true;
        }
      }
      if (addedNodes.length === 0) {
        search.add(target);
      }
    }
    if (isNumber) {
      look(); // Somebody may be about to click on it.
    } else if (!isWaiting && search.hasWork) {
      isWaiting = true;
      time.later(() => {
        time.whenIdle(look);
      }, GATHER_MS);
    }
  });

  function look(): void {
    const endMs = time.nowMs() + SLICE_MS;

    isWaiting = false;
    if (isOver) {
      return;
    }
    search.run(
      () => !isOver && time.nowMs() < endMs,
      (block) => {
        // Most digits of a page are in its scripts.
        if (firstEndOf(block) !== null) {
          tell();
        }
      },
    );
    if (search.hasWork) {
      isWaiting = true;
      time.whenIdle(look);
    }
  }

  function reached(event: Event): void {
    const selector = REACHED[event.type as keyof typeof REACHED]; // Only these are listened for.

    if (event.target instanceof Element && event.target.closest(selector) !== null) {
      tell(event instanceof MouseEvent ? event : null);
    }
  }

  function tell(pointerAt: PointerPlace | null = null): void {
    if (!isOver) {
      end();
      found(pointerAt);
    }
  }

  function end(): void {
    isOver = true;
    for (const type of Object.keys(REACHED)) {
      window.removeEventListener(type, reached, LISTENING);
    }
    changes.disconnect();
    search.clear();
  }

  changes.observe(document.documentElement, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  for (const type of Object.keys(REACHED)) {
    window.addEventListener(type, reached, LISTENING);
  }
  if (hostsIn(document.body).length > 0) {
    tell();
  } else {
    search.add(document.body);
    look();
  }

  return end;
}

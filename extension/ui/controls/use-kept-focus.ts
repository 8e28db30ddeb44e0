import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Whoever has the focus in a place stays there when what had it goes, or may not be pressed for a
 * moment. Chrome gives such a focus to the page, from where a screen reader begins at the top.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  useEffect(() => (place.current === null ? undefined : keepFocusIn(place.current)), [place]);
}

function keepFocusIn(place: HTMLElement): () => void {
  let last: HTMLElement | null = null;
  const onFocusIn = ({ target }: FocusEvent) => {
    last = target instanceof HTMLElement && target !== place ? target : null;
  };
  const onFocusOut = () => {
    // Chrome says this before it takes an element away: only afterwards it is known whose doing it was.
    queueMicrotask(() => {
      if (last !== null && canHaveFocus(last) && document.activeElement !== last) {
        last = null;
      }
    });
  };
  const observer = new MutationObserver(() => {
    if (last === null || document.activeElement !== document.body) {
      return;
    }
    if (!last.isConnected) {
      last = null;
      focusForNow(place);
    } else if (canHaveFocus(last)) {
      last.focus({ preventScroll: true });
    }
  });

  place.addEventListener('focusin', onFocusIn);
  place.addEventListener('focusout', onFocusOut);
  observer.observe(place, { childList: true, subtree: true, attributeFilter: ['disabled'] });

  return () => {
    place.removeEventListener('focusin', onFocusIn);
    place.removeEventListener('focusout', onFocusOut);
    observer.disconnect();
  };
}

function canHaveFocus(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled');
}

/** Not for good: a click beside the buttons is to leave them alone. */
function focusForNow(place: HTMLElement): void {
  place.tabIndex = -1;
  place.addEventListener(
    'blur',
    () => {
      place.removeAttribute('tabindex');
    },
    { once: true },
  );
  place.focus({ preventScroll: true });
}

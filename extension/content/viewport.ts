/** Where an element stands: near what the user sees, or before or after it on the page. */
export type Place = 'before' | 'near' | 'after' | 'hidden';

/** Watches where elements stand. */
export interface Places {
  watch(element: Element): void;
  unwatch(element: Element): void;
  /** Tells of all anew. */
  again(): void;
  stop(): void;
}

/** How far beyond the viewport, or the box that scrolls, an element still counts as near. */
const MARGIN = '25%';

/**
 * The browser's own watch. It is told of changes after each layout that the page makes anyway, so
 * that none is ever forced; an element that jumps over the viewport in one go is not told of.
 */
export function watchPlaces(told: (places: ReadonlyMap<Element, Place>) => void): Places {
  const watched = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      told(new Map(entries.map((entry) => [entry.target, placeOf(entry)])));
    },
    { rootMargin: MARGIN, scrollMargin: MARGIN },
  );

  return {
    watch(element) {
      watched.add(element);
      observer.observe(element);
    },
    unwatch(element) {
      watched.delete(element);
      observer.unobserve(element);
    },
    again() {
      observer.disconnect();
      for (const element of watched) {
        observer.observe(element);
      }
    },
    stop() {
      observer.disconnect();
      watched.clear();
    },
  };
}

function placeOf({
  isIntersecting,
  boundingClientRect: { width, height, top },
}: IntersectionObserverEntry): Place {
  if (isIntersecting) {
    return 'near';
  }
  if (width === 0 && height === 0) {
    return 'hidden';
  }

  return top < 0 ? 'before' : 'after';
}

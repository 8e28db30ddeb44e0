import { legibilityOf } from './legible';

/** What the browser testifies: what its user did and when, and what of a page they could see. */
export interface Witness {
  /** When something happened, by the clock of the surface: before a busy page let us hear of it. */
  whenMs(event: Event): number;
  /**
   * Tells whether people can see all of an element, soon and at each change: nothing over it,
   * nothing see-through about it. Tells null where the browser does not know such things. The
   * returned function ends it.
   */
  watch(element: Element, told: (isSeen: boolean | null) => void): () => void;
  /** Whether the letters of an element can be read; null if that is not known. */
  isLegible(element: Element): boolean | null;
}

/** The least the browser allows between two looks. */
const DELAY_MS = 100;
/** Less than this of an element in sight is none of it. */
const LEAST_PX = 4;

/** An observer's options with those of its second version, which TypeScript does not know. */
interface SightOptions extends IntersectionObserverInit {
  readonly trackVisibility: true;
  readonly delay: number;
}

/** The browser's own witness: IntersectionObserver v2 hit-tests what lies over an element. */
export function browserWitness(): Witness {
  return {
    whenMs: (event) => Math.min(event.timeStamp, performance.now()),
    isLegible: legibilityOf,
    watch(element, told) {
      const options: SightOptions = { trackVisibility: true, delay: DELAY_MS };
      const observer = new IntersectionObserver((entries) => {
        const entry = entries.at(-1);

        if (entry !== undefined) {
          told(isSeen(entry));
        }
      }, options);

      observer.observe(element);

      return () => {
        observer.disconnect();
      };
    },
  };
}

function isSeen(entry: IntersectionObserverEntry): boolean | null {
  const isVisible: unknown = Reflect.get(entry, 'isVisible');
  const { width, height } = entry.intersectionRect;

  return typeof isVisible === 'boolean'
    ? isVisible && width >= LEAST_PX && height >= LEAST_PX
    : null;
}

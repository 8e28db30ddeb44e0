import { readTarget } from '../../src/number/dial-target';
import { pageTargetProblem } from '../../src/number/page-target';
import type { PageNumber } from '../../src/protocol/page-numbers';
import type { CallCard } from './call-card';
import type { Caller } from './caller';
import type { Marks } from './marks';
import { DIAL_LINKS, isEdited } from './places';
import { spotOfLink, spotOfMark, type Spot } from './spot';
import type { Surface } from './surface';
import type { Words } from './words';

/** What stepping through the numbers of a page needs. */
export interface StepperParts {
  readonly surface: Surface;
  readonly marks: Marks;
  readonly card: CallCard;
  readonly caller: Caller;
  readonly words: Words;
  readonly takesLinks: () => boolean;
}

/** A jump ends when the page has told of its scrolling, which closes cards. */
const SETTLED_MS = 60;

/** Leads who uses the keyboard from number to number, in the order they stand on the page. */
export class Stepper {
  readonly #parts: StepperParts;
  #last: object | null = null;

  constructor(parts: StepperParts) {
    this.#parts = parts;
  }

  /** Goes on to the next number, or back to the one before. False if the page has none. */
  step(isBack: boolean): boolean {
    const spots = this.#spots();
    const from = this.#placeIn(spots, isBack);
    const index = (from + (isBack ? -1 : 1) + spots.length) % spots.length;
    const spot = spots[index];

    if (spot === undefined) {
      return false;
    }
    this.#last = spot.key;
    this.#show(spot, index, spots.length);

    return true;
  }

  /** The page's numbers in their order; not those that have no place in the world's plan. */
  numbers(): PageNumber[] {
    return this.#spots().flatMap((spot) => numberOf(spot) ?? []);
  }

  /** Goes to a number that the popup lists. */
  reveal({ e164, ext }: Pick<PageNumber, 'e164' | 'ext'>): void {
    const spots = this.#spots();
    const index = spots.findIndex((spot) => {
      const number = numberOf(spot);

      return number?.e164 === e164 && number.ext === ext;
    });
    const spot = spots[index];

    if (spot !== undefined) {
      this.#last = spot.key;
      this.#show(spot, index, spots.length);
    }
  }

  #show(spot: Spot, index: number, count: number): void {
    const { surface, caller, words } = this.#parts;
    const open = (): void => {
      caller.offer(spot, {
        hasFocus: true,
        place: () => words('cardStep', String(index + 1), String(count)),
      });
    };

    if (isInView(spot.box())) {
      open();
    } else {
      bringIntoView(spot);
      surface.later(() => {
        if (spot.isThere()) {
          open();
        }
      }, SETTLED_MS);
    }
  }

  /** All that can be called and is laid out, in the order of the page. */
  #spots(): Spot[] {
    const { surface, marks, takesLinks } = this.#parts;
    const links = takesLinks() ? [...document.querySelectorAll(DIAL_LINKS)] : [];
    const spots = [
      ...[...marks.all()].map((mark) => spotOfMark(surface, mark)),
      ...links.filter((link) => !isEdited(link)).map(spotOfLink),
    ];

    return spots
      .filter((spot) => spot !== null)
      .filter((spot) => spot.isThere() && spot.element.getClientRects().length > 0)
      .sort(inOrder);
  }

  /** Where to go on from: the last number, else what is selected or has the focus. */
  #placeIn(spots: readonly Spot[], isBack: boolean): number {
    const last = spots.findIndex(({ key }) => key === this.#last);
    const node = getSelection()?.anchorNode ?? document.activeElement;
    const isStart = node === null || node === document.body;

    if (last >= 0) {
      return last;
    }
    if (isStart) {
      return isBack ? 0 : -1;
    }

    const after = spots.findIndex((spot) => order(node, nodeOf(spot)) < 0);
    const next = after < 0 ? spots.length : after;

    return isBack ? next : next - 1;
  }
}

function numberOf({ mark, element }: Spot): PageNumber | null {
  if (mark !== null) {
    const { e164, ext, written, country, isFax } = mark;

    return { e164, ext, written, country, isFax };
  }

  const dialled = dialledBy(element);

  return dialled?.startsWith('+') === true
    ? { e164: dialled, ext: null, written: element.textContent.trim(), country: null, isFax: false }
    : null;
}

/** The digits that a link dials; null for an address, and for what cannot be dialled. */
function dialledBy(link: Element): string | null {
  const target = link.getAttribute('href') ?? '';

  if (pageTargetProblem(target) !== null) {
    return null;
  }

  const dialled = readTarget(target);

  return dialled.kind === 'number' ? dialled.digits : null;
}

function isInView({ top, bottom, left, right }: DOMRectReadOnly): boolean {
  const { clientWidth, clientHeight } = document.documentElement;

  return top >= 0 && bottom <= clientHeight && left >= 0 && right <= clientWidth;
}

/** At once: who does not want motion gets none, and nobody waits for the card. */
function bringIntoView(spot: Spot): void {
  spot.element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });

  const { top, bottom } = spot.box();

  if (!isInView(spot.box())) {
    // In the middle of a long text, which is longer than the screen.
    scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: 'instant' });
  }
}

function nodeOf({ mark, element }: Spot): Node {
  return mark?.parts[0].node ?? element;
}

function inOrder(one: Spot, other: Spot): number {
  const nodes = [nodeOf(one), nodeOf(other)] as const;

  return nodes[0] === nodes[1]
    ? (one.mark?.parts[0].start ?? 0) - (other.mark?.parts[0].start ?? 0)
    : order(...nodes);
}

/** Negative if a node stands before another; shadow trees stand where their hosts do. */
function order(one: Node, other: Node): number {
  const [here, there] = [treesOf(one), treesOf(other)];
  const depth = here.findIndex((node, index) => node !== there[index]);
  const [a, b] = [here[depth], there[depth]];

  if (a === undefined || b === undefined) {
    return here.length - there.length; // A host comes before what it holds.
  }

  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1;
}

/** From the document's own tree inwards: the hosts around a node, and itself. */
function treesOf(node: Node): Node[] {
  const root = node.getRootNode();

  return root instanceof ShadowRoot ? [...treesOf(root.host), node] : [node];
}

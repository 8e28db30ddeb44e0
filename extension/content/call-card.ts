import { CARD_STYLE } from './card-style';

/** What a card offers: a number to call, or words and perhaps one thing to do about them. */
export interface CardContent {
  /** A number, written from left to right in every language; null if there are words only. */
  readonly number: string | null;
  readonly note: string | null;
  readonly isWarning: boolean;
  readonly action: CardAction | null;
}

export interface CardAction {
  readonly word: string;
  /** What a screen reader says for it. */
  readonly name: string;
  readonly isCall: boolean;
  readonly act: () => void;
}

/** Between the number and its card, and between the card and the edge of the viewport. */
const GAP_PX = 6;
const EDGE_PX = 8;

const HANDSET =
  'M6.6 4h2.1a1.5 1.5 0 0 1 1.5 1.2l.6 2.8a1.5 1.5 0 0 1-.8 1.6l-1.4.8a12 12 0 0 0 5 5l.8-1.4a1.5 1.5 0 0 1 1.6-.8l2.8.6a1.5 1.5 0 0 1 1.2 1.5v2.1a1.6 1.6 0 0 1-1.7 1.6A15.3 15.3 0 0 1 5 5.7 1.6 1.6 0 0 1 6.6 4z';

/**
 * The one card beside the number under the pointer. It is in the page's document only while it is
 * shown, in a closed shadow root, where neither the page's styles nor its scripts reach it.
 */
export class CallCard {
  readonly #isReal: (event: Event) => boolean;
  #host: HTMLElement | null = null;
  #isSaying = false;

  /** `isReal` tells the user's own clicks from those that a script makes. */
  constructor(isReal: (event: Event) => boolean) {
    this.#isReal = isReal;
  }

  get isOpen(): boolean {
    return this.#host !== null;
  }

  /** True while the card says why something did not work: that stays until it was read. */
  get isSaying(): boolean {
    return this.isOpen && this.#isSaying;
  }

  /** Whether an event happened on the card: a closed shadow root shows its host only. */
  isTargetOf(event: Event): boolean {
    return this.#host !== null && event.target === this.#host;
  }

  /** Shows a card beside a box of the viewport, in the place of the one that was shown. */
  show(box: DOMRectReadOnly, content: CardContent): void {
    this.hide();

    const host = document.createElement('div');
    const card = this.#cardOf(content);
    const root = host.attachShadow({ mode: 'closed' });

    root.append(styleElement(), card);
    // A page's `div { .. !important }` gives way to important inline styles only.
    setStyle(host, HOST_STYLE);
    document.documentElement.append(host);
    // In the top layer no page's z-index, dialog or full screen covers it.
    if ('showPopover' in host) {
      host.popover = 'manual';
      host.showPopover();
    }
    setStyle(host, placeFor(box, card.getBoundingClientRect(), content.number === null));
    this.#host = host;
    this.#isSaying = content.number === null;
  }

  hide(): void {
    this.#host?.remove();
    this.#host = null;
  }

  #cardOf({ number, note, isWarning, action }: CardContent): HTMLElement {
    const card = element('div', number === null ? 'card says' : 'card');
    const label = element('div', 'label');

    card.setAttribute('role', 'group');
    if (number !== null) {
      const shown = element('bdi', 'number', number);

      shown.dir = 'ltr';
      label.append(shown);
    }
    if (note !== null) {
      const words = element('span', isWarning ? 'note warning' : 'note', note);

      words.setAttribute('role', 'status');
      label.append(words);
    }
    card.append(label);
    if (action !== null) {
      card.append(this.#buttonOf(action));
    }
    card.addEventListener('click', (event) => {
      if (number === null && this.#isReal(event)) {
        this.hide(); // Read and clicked away: the words may cover what the user wants next.
      }
    });
    // The field the user was typing in keeps the focus.
    card.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });

    return card;
  }

  #buttonOf({ word, name, isCall, act }: CardAction): HTMLElement {
    const button = element('button', isCall ? 'call' : 'plain');

    button.setAttribute('aria-label', name);
    if (isCall) {
      button.append(handset());
    }
    button.append(word);
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      if (this.#isReal(event)) {
        act();
      }
    });

    return button;
  }
}

const HOST_STYLE = {
  all: 'initial',
  'color-scheme': 'light dark',
  position: 'fixed',
  display: 'block',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  overflow: 'visible',
  'z-index': '2147483647',
  inset: 'auto',
  left: '0',
  top: '0',
};

/**
 * A number's card stands on its line, after it: numbers often stand in a column, and the next one
 * stays free. Words, and a card without room there, stand above or below; never out of the viewport.
 */
function placeFor(
  box: DOMRectReadOnly,
  card: DOMRectReadOnly,
  isSaying: boolean,
): Record<string, string> {
  const { clientWidth, clientHeight } = document.documentElement;
  const after = box.right + GAP_PX;
  const above = box.top - GAP_PX - card.height;
  const middle = (box.top + box.bottom - card.height) / 2;
  const fitsAfter = !isSaying && after + card.width + EDGE_PX <= clientWidth;

  const left = fitsAfter ? after : within(box.left, clientWidth - card.width);
  const beside = above >= EDGE_PX ? above : box.bottom + GAP_PX;
  const top = fitsAfter ? within(middle, clientHeight - card.height) : beside;

  return { left: `${left}px`, top: `${top}px` };
}

/** A place between the edge of the viewport and `most` without its edge. */
function within(place: number, most: number): number {
  return Math.max(EDGE_PX, Math.min(place, most - EDGE_PX));
}

function setStyle(target: HTMLElement, style: Record<string, string>): void {
  for (const [property, value] of Object.entries(style)) {
    target.style.setProperty(property, value, 'important');
  }
}

/** Inside a closed root of an isolated world the page's Content Security Policy does not apply. */
function styleElement(): HTMLStyleElement {
  const style = document.createElement('style');

  style.textContent = CARD_STYLE;

  return style;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);

  made.className = className;
  made.textContent = text;

  return made;
}

function handset(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');

  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', HANDSET);
  svg.append(path);

  return svg;
}

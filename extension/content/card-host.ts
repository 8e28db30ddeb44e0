import { CARD_STYLE } from './card-style';

/** The one element of ours in a page's document, and what no page sees in it. */
export interface CardHost {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
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

/** Sets a style that no rule of the page overrides. */
export function setStyle(target: HTMLElement, style: Record<string, string>): void {
  for (const [property, value] of Object.entries(style)) {
    target.style.setProperty(property, value, 'important');
  }
}

/** Puts a card into the page's document. */
export function putUp(card: HTMLElement): CardHost {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');

  // Inside a closed root of an isolated world the page's Content Security Policy does not apply.
  style.textContent = CARD_STYLE;
  root.append(style, card);
  // A page's `div { .. !important }` gives way to important inline styles only.
  setStyle(host, HOST_STYLE);
  document.documentElement.append(host);
  // In the top layer no page's z-index, dialog or full screen covers it.
  if ('showPopover' in host) {
    host.popover = 'manual';
    host.showPopover();
  }

  return { host, root };
}

import type { CardAction, CardContent, CardLook } from './card-content';

/** The pieces of a card that change while it is shown. */
export interface CardParts {
  readonly card: HTMLElement;
  readonly note: HTMLElement;
  /** What is written here, a screen reader says. */
  readonly heard: HTMLElement;
  readonly buttons: readonly HTMLElement[];
}

const DRAWINGS: Readonly<Record<CardLook | 'more', string | null>> = {
  call: 'M6.6 4h2.1a1.5 1.5 0 0 1 1.5 1.2l.6 2.8a1.5 1.5 0 0 1-.8 1.6l-1.4.8a12 12 0 0 0 5 5l.8-1.4a1.5 1.5 0 0 1 1.6-.8l2.8.6a1.5 1.5 0 0 1 1.2 1.5v2.1a1.6 1.6 0 0 1-1.7 1.6A15.3 15.3 0 0 1 5 5.7 1.6 1.6 0 0 1 6.6 4z',
  copy: 'M9 9h9a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 18 21H9a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 9 9zM4.5 15.5V5A1.5 1.5 0 0 1 6 3.5h9.5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  plain: null,
};

/** Builds a card. `press` is told of each press of one of its buttons, the event with it. */
export function cardOf(
  content: CardContent,
  press: (event: Event, action: CardAction) => void,
  moreToggled: () => void,
): CardParts {
  const { number, note, warning, actions, more } = content;
  const card = element('div', number === null ? 'card says' : 'card');
  const row = element('div', 'row');
  const label = element('div', 'label');
  const tools = element('div', 'tools');
  const noted = element('span', 'note', note ?? '');
  const heard = element('div', 'heard');
  const buttons = actions.map((action) => buttonOf(action, press));

  card.setAttribute('role', 'group');
  heard.setAttribute('role', 'status');
  if (number === null) {
    noted.setAttribute('role', 'status');
  } else {
    const shown = element('bdi', 'number', number);

    shown.dir = 'ltr';
    label.append(shown);
    card.setAttribute('aria-label', number);
  }
  label.append(noted);
  row.append(label, tools);
  card.append(row, heard);
  if (warning !== null) {
    card.append(element('div', 'warning', warning));
  }
  if (more === null) {
    tools.append(...buttons);

    return { card, note: noted, heard, buttons };
  }

  const menu = element('div', 'menu');
  const items = more.actions.map((action) => buttonOf(action, press));
  const toggle = button('more', more.name);

  menu.hidden = true;
  menu.append(...items);
  toggle.setAttribute('aria-expanded', 'false');
  toggle.addEventListener('click', () => {
    menu.hidden = !menu.hidden;
    toggle.setAttribute('aria-expanded', String(!menu.hidden));
    moreToggled();
  });
  // Call stands last, where the hand goes; for the keyboard it comes first.
  tools.append(...buttons.slice(1), toggle, ...buttons.slice(0, 1));
  card.append(menu);

  return { card, note: noted, heard, buttons: [...buttons, toggle, ...items] };
}

function buttonOf(action: CardAction, press: (event: Event, action: CardAction) => void) {
  const made = button(action.look, action.name);

  if (action.look === 'copy') {
    made.title = action.word;
  } else {
    made.append(action.word);
  }
  made.addEventListener('click', (event) => {
    event.stopPropagation();
    press(event, action);
  });

  return made;
}

function button(look: CardLook | 'more', name: string): HTMLElement {
  const made = element('button', look);
  const drawing = DRAWINGS[look];

  made.setAttribute('type', 'button');
  made.setAttribute('aria-label', name);
  if (drawing !== null) {
    made.append(drawn(drawing));
  }

  return made;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);

  made.className = className;
  made.textContent = text;

  return made;
}

function drawn(drawing: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');

  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', drawing);
  svg.append(path);

  return svg;
}

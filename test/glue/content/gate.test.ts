/** @jest-environment jsdom */
import { waitForNumbers } from '../../../extension/content/gate';
import type { PointerPlace } from '../../../extension/content/pointer';

/** A page behind the gate, which runs what it put off when it is told to. */
function wait(html: string) {
  document.body.innerHTML = html;

  const later: (() => void)[] = [];
  let told = 0;
  let nowMs = 0;
  let place: PointerPlace | null = null;
  const end = waitForNumbers(
    {
      whenIdle: (work) => later.push(work),
      later: (work) => later.push(work),
      nowMs: () => (nowMs += 0.1),
    },
    (pointerAt) => {
      told += 1;
      place = pointerAt;
    },
  );

  return {
    end,
    told: () => told,
    place: () => place,
    settle: async () => {
      for (let round = 0; round < 100; round++) {
        await Promise.resolve();
        later.shift()?.();
      }
    },
  };
}

const open: (() => void)[] = [];

function waitFor(html: string) {
  const page = wait(html);

  open.push(page.end);

  return page;
}

afterEach(() => {
  for (const end of open.splice(0)) {
    end();
  }
});

describe('the rest of the content script', () => {
  it.each([
    '<p>Call 415-555-2671</p>',
    '<p>Tel. <b>030</b> 123 456</p>',
    '<p>١٢٣٤٥٦٧٨</p>',
    '<p>1-800-FLOWERS</p>',
    '<contact-card></contact-card>',
  ])('is loaded for %s', async (html) => {
    const { told, settle } = waitFor(html);

    await settle();

    expect(told()).toBe(1);
  });

  it.each([
    '',
    '<p>Chapter 12 of 2024</p>',
    '<script type="application/json">{"id":4155552671}</script>',
    '<pre>4155552671</pre><textarea>415-555-2671</textarea>',
    '<div contenteditable>415-555-2671</div>',
    '<a href="tel:+14155552671">Call</a><input>',
  ])('is not loaded for %s', async (html) => {
    const { told, settle } = waitFor(html);

    await settle();

    expect(told()).toBe(0);
  });

  it('is loaded once, with the first number that comes', async () => {
    const { told, settle } = waitFor('<ul></ul>');
    await settle();
    const before = told();

    document.querySelector('ul')?.append(...lines('nothing yet', 'call 415-555-2671'));
    await settle();
    document.querySelector('ul')?.append(...lines('or 650-253-0000'));
    await settle();

    expect([before, told()]).toEqual([0, 1]);
  });

  it('is loaded when a text grows into a number', async () => {
    const { told, settle } = waitFor('<p>Call 415-</p>');
    const text = document.querySelector('p')?.firstChild as Text;

    text.data += '555-2671';
    await settle();

    expect(told()).toBe(1);
  });

  it('is loaded when a number is put together from pieces', async () => {
    const { told, settle } = waitFor('<p>Call 415-</p>');

    document.querySelector('p')?.append('55', '5-2', '671');
    await settle();

    expect(told()).toBe(1);
  });

  it.each([
    ['the pointer reaches a link that dials', 'pointerover', 'a'],
    ['the focus reaches a link that dials', 'focusin', 'a'],
    ['a field has its menu opened', 'contextmenu', 'input'],
  ])('is loaded when %s', async (_what, type, selector) => {
    const { told, settle } = waitFor('<a href="tel:+14155552671"><b>Call</b></a><input>');
    await settle();

    document.querySelector(selector)?.dispatchEvent(new Event(type, { bubbles: true }));

    expect(told()).toBe(1);
  });

  it('is told where the pointer is that reached a link', async () => {
    const { place, settle } = waitFor('<a href="tel:+14155552671">Call</a>');
    await settle();

    document
      .querySelector('a')
      ?.dispatchEvent(new MouseEvent('pointerover', { bubbles: true, clientX: 7, clientY: 8 }));

    expect(place()).toMatchObject({ clientX: 7, clientY: 8 });
  });

  it('is not loaded when the pointer reaches anything else', async () => {
    const { told, settle } = waitFor('<a href="/">Home</a><input><input type="password">');
    await settle();

    for (const element of document.body.children) {
      element.dispatchEvent(new Event('pointerover', { bubbles: true }));
      element.dispatchEvent(new Event('focusin', { bubbles: true }));
    }
    document
      .querySelector('[type=password]')
      ?.dispatchEvent(new Event('contextmenu', { bubbles: true }));

    expect(told()).toBe(0);
  });

  it('is not loaded after the end', async () => {
    const { told, settle, end } = waitFor('<p></p>');
    await settle();

    end();
    document.body.append('415-555-2671');
    await settle();

    expect(told()).toBe(0);
  });

  it('waits for idle time where a page is long', async () => {
    const rows = Array.from({ length: 3_000 }, (_, row) => `<p>${'word '.repeat(5)}${row}</p>`);
    const { told, settle } = waitFor(`${rows.join('')}<p>415-555-2671</p>`);
    const atOnce = told();

    await settle();

    expect([atOnce, told()]).toEqual([0, 1]);
  });
});

function lines(...texts: string[]): HTMLElement[] {
  return texts.map((text) => {
    const line = document.createElement('li');

    line.textContent = text;

    return line;
  });
}

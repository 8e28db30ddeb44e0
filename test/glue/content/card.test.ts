/** @jest-environment jsdom */
import { openPage, type WebPage } from './web-page';

const PARAGRAPH =
  '<p id="p">Office (415) 555-2671, fax: 415-555-2672, Berlin +49 30 23125 000 x12.</p>';

let page: WebPage | null = null;

async function open(...args: Parameters<typeof openPage>): Promise<WebPage> {
  page = await openPage(...args);

  return page;
}

/** Opens a page with the card of one of its numbers up, and there for as long as it takes to read. */
async function openCard(written: string, html = PARAGRAPH, options = {}): Promise<WebPage> {
  const opened = await open(html, options);

  await opened.moveTo(written);
  await opened.passMs(150);
  await opened.passMs(500);

  return opened;
}

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);

  if (found === null) {
    throw new Error(`no ${selector} on the page`);
  }

  return found;
}

/** The name of what has the keyboard in the card. */
function focused({ card }: WebPage): string | null {
  return card()?.activeElement?.getAttribute('aria-label') ?? null;
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['performance', 'queueMicrotask', 'nextTick'] });
});

afterEach(() => {
  page?.stop();
  document.documentElement.querySelectorAll(':scope > [style]').forEach((card) => {
    card.remove();
  });
  getSelection()?.removeAllRanges();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('what the card says', () => {
  it('names the country, the extension, and a fax as what it is', async () => {
    const { cardText, moveTo, passMs } = await openCard('23125');
    const berlin = cardText();

    await moveTo('555-2672');
    await passMs(150);

    expect(berlin).toBe('+49 30 23125 000Germany · Extension 12');
    expect(cardText()).toBe('+1 415 555 2672Fax · United States');
  });

  it('learns of a link’s country from the worker', async () => {
    const { cardText } = await openCard('Call us', '<a href="tel:+442079460958">Call us</a>');

    expect(cardText()).toMatch(/United Kingdom$/);
  });

  it('copies the number', async () => {
    const written: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(written.push(text)) },
    });
    const { clickCard, cardText } = await openCard('555-2671');

    await clickCard('Copy +1 415 555 2671');

    expect(written).toEqual(['+1 415 555 2671']);
    expect(cardText()).toBe('+1 415 555 2671Copied');
  });

  it('says when the page does not let it copy', async () => {
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new Error('NotAllowedError')) },
    });
    Reflect.set(document, 'execCommand', () => false);
    const { clickCard, cardText } = await openCard('555-2671');

    await clickCard('Copy +1 415 555 2671');

    expect(cardText()).toMatch(/doesn’t allow copying/);
  });
});

describe('what is seldom wanted', () => {
  it('is behind a button of its own', async () => {
    const { card, clickCard } = await openCard('555-2671');
    const menu = () => card()?.querySelector<HTMLElement>('.menu')?.hidden;
    const before = menu();

    await clickCard('More');

    expect([before, menu()]).toEqual([true, false]);
  });

  it('takes it that a number is none, wherever it stands', async () => {
    const { clickCard, requests, marked, cardText } = await openCard(
      '555-2671',
      `${PARAGRAPH}<p>Again: 415.555.2671</p>`,
    );

    await clickCard('Not a phone number');

    expect(requests('refuseNumber')).toEqual([{ e164: '+14155552671' }]);
    expect(marked()).toEqual(['415-555-2672', '+49 30 23125 000 x12']);
    expect(cardText()).toBe('+1 415 555 2671 is no longer marked as a phone number.');
  });

  it('is not asked of a link: it says itself that it dials', async () => {
    const { card } = await openCard('Call us', '<a href="tel:+442079460958">Call us</a>');

    expect(card()?.querySelector('[aria-label="Not a phone number"]')).toBeNull();
  });

  it('leaves a site alone, and says how to come back', async () => {
    const { clickCard, requests, marked, cardText, callBy } = await openCard('555-2671');

    await clickCard('Never on this site');
    const words = cardText();
    await callBy('555-2672');

    expect(requests('refuseSite')).toHaveLength(1);
    expect(marked()).toEqual([]);
    expect(words).toBe(
      'Offhook now leaves localhost alone. To bring it back, click Offhook in the toolbar.',
    );
    expect(requests('dial')).toEqual([]);
  });
});

describe('a click that its user may not have meant', () => {
  it('shows the card when none was up', async () => {
    const { clickOn, requests, cardText } = await open(PARAGRAPH);

    await clickOn('555-2671');

    expect(requests('dial')).toEqual([]);
    expect(cardText()).toMatch(/^\+1 415 555 2671/);
  });

  it('calls nothing by a card that has only just come', async () => {
    const { moveTo, passMs, clickOn, clickCard, requests, card } = await open(PARAGRAPH);
    await moveTo('555-2671');
    await passMs(150);
    const isArmed = () => card()?.querySelector('.call')?.getAttribute('aria-disabled') === 'false';
    const atFirst = isArmed();

    await clickCard();
    await clickOn('555-2671');
    await passMs(500);

    expect(requests('dial')).toEqual([]);
    expect([atFirst, isArmed()]).toEqual([false, true]);
  });

  it('keeps the card when something lies over the number', async () => {
    const { cover, clickOn, requests, card } = await openCard('555-2671');

    cover(false);
    await clickOn('555-2671');

    expect(requests('dial')).toEqual([]);
    expect(card()).not.toBeNull();
  });

  it('is the page’s when the number cannot be read', async () => {
    const { blanch, click, requests } = await openCard(
      'Call',
      '<a href="tel:+14155552671">Call</a>',
    );

    blanch(false);
    const fate = await click(element('a'));

    expect(fate).toBe('left');
    expect(requests('dial')).toEqual([]);
  });

  it('calls nothing when the number has moved', async () => {
    const { moveAll, clickOn, requests } = await openCard('555-2671');

    moveAll(7);
    await clickOn('555-2671');

    expect(requests('dial')).toEqual([]);
  });

  it('calls nothing at the end of a drag', async () => {
    const { drag, requests } = await openCard('555-2671');

    await drag('Office', '555-2671');

    expect(requests('dial')).toEqual([]);
  });

  it('leaves the call to the card’s button where the browser does not tell what is seen', async () => {
    const { clickOn, clickCard, requests } = await openCard('555-2671', PARAGRAPH, {
      isSeen: null,
    });

    await clickOn('555-2671');
    const byNumber = requests('dial').length;
    await clickCard();

    expect([byNumber, requests('dial').length]).toEqual([0, 1]);
  });

  it('on a link is the browser’s when the user leaves links to it', async () => {
    const { click, requests, card } = await openCard(
      'Call',
      '<a href="tel:+14155552671">Call</a><p>415-555-2671</p>',
      { dialLinks: false },
    );

    expect(await click(element('a'))).toBe('left');
    expect(card()).toBeNull();
    expect(requests('dial')).toEqual([]);
  });
});

describe('the keyboard', () => {
  const LINK = '<a href="tel:+14155552671">Call us</a><p>650-253-0000</p>';

  it('opens the card of a link by Enter, and is in it', async () => {
    const opened = await open(LINK);
    element('a').focus();

    await opened.click(element('a'), { detail: 0 });
    await opened.passMs(200);

    expect(focused(opened)).toBe('Call +1 415 555 2671');
    expect(opened.said()).toMatch(/^\+1 415 555 2671.*Call$/);
    expect(opened.requests('dial')).toEqual([]);
  });

  it('goes back to where it was at Escape', async () => {
    const opened = await open(LINK);
    element('a').focus();
    await opened.click(element('a'), { detail: 0 });

    opened.press('Escape');

    expect(opened.card()).toBeNull();
    expect(document.activeElement).toBe(element('a'));
  });

  it('stays in the card when the pointer moves elsewhere', async () => {
    const opened = await open(LINK);
    element('a').focus();
    await opened.click(element('a'), { detail: 0 });

    await opened.moveTo('650-253');
    await opened.moveTo('Call us');
    opened.pointAt('650-253');
    await opened.passMs(60);

    expect(opened.card()).not.toBeNull();
  });

  it('steps through the numbers in their order, links among them, and round', async () => {
    const opened = await open('<p id="a">415-555-2671</p>');
    element('#a').insertAdjacentHTML(
      'beforebegin',
      '<p>650-253-0000 or <a href="tel:+442079460958">London</a></p>',
    );
    await opened.settle();
    Element.prototype.scrollIntoView = () => undefined;
    window.scrollBy = () => undefined;
    Element.prototype.getClientRects = () => [new DOMRect(0, 0, 9, 9)] as unknown as DOMRectList;

    const heard: string[] = [];
    for (let step = 0; step < 4; step++) {
      await opened.step();
      heard.push(opened.said());
    }
    await opened.step(true);

    expect(heard).toEqual([
      'Phone number 1 of 3: +1 650 253 0000, United States. Call',
      expect.stringMatching(/^Phone number 2 of 3: \+44 20/),
      'Phone number 3 of 3: +1 415 555 2671, United States. Call',
      'Phone number 1 of 3: +1 650 253 0000, United States. Call',
    ]);
    expect(opened.said()).toMatch(/^Phone number 3 of 3/);
    expect(focused(opened)).toBe('Call +1 415 555 2671');
  });

  it('finds no number to step to where there is none', async () => {
    const { step } = await open('<p>No number</p>');

    expect(await step()).toBe(false);
  });
});

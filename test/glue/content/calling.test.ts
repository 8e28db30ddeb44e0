/** @jest-environment jsdom */
import { openPage, type WebPage } from './web-page';

const PARAGRAPH = '<p id="p">Reception (415) 555-2671 or 650-253-0000 x503.</p>';

let page: WebPage | null = null;

async function open(...args: Parameters<typeof openPage>): Promise<WebPage> {
  page = await openPage(...args);

  return page;
}

function element(selector: string): Element {
  const found = document.querySelector(selector);

  if (found === null) {
    throw new Error(`no ${selector} on the page`);
  }

  return found;
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['performance', 'queueMicrotask', 'nextTick'] });
});

afterEach(() => {
  page?.stop();
  getSelection()?.removeAllRanges();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('clicking a number', () => {
  it('calls it', async () => {
    const { callBy, requests, card } = await open(PARAGRAPH);

    await callBy('555-2671');

    expect(requests('dial')).toEqual([{ target: '+14155552671' }]);
    expect(card()).toBeNull();
  });

  it('keeps the extension with the number', async () => {
    const { callBy, requests } = await open(PARAGRAPH);

    await callBy('650-253');

    expect(requests('dial')).toEqual([{ target: 'tel:+16502530000;ext=503' }]);
  });

  it('calls nothing when a script clicks', async () => {
    const { pointAt, requests, settle } = await open(`${PARAGRAPH}<a href="tel:+1900">x</a>`);

    pointAt('555-2671');
    element('#p').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    (element('#p') as HTMLElement).click();
    element('a').addEventListener('click', (event) => {
      event.preventDefault(); // jsdom would try to open the link.
    });
    (element('a') as HTMLElement).click();
    await settle();

    expect(requests('dial')).toEqual([]);
  });

  it('calls nothing when the words beside it are clicked', async () => {
    const { callBy, requests } = await open(PARAGRAPH);

    await callBy('Reception');

    expect(requests('dial')).toEqual([]);
  });

  it.each([
    ['the middle button', { button: 1 }],
    ['Ctrl', { ctrlKey: true }],
    ['Shift', { shiftKey: true }],
    ['Alt', { altKey: true }],
    ['Meta', { metaKey: true }],
    ['the second click of two', { detail: 2 }],
  ])('leaves a click with %s to the page', async (_, init) => {
    const { callBy, requests } = await open(PARAGRAPH);

    const fate = await callBy('555-2671', init);

    expect(requests('dial')).toEqual([]);
    expect(fate).toBe('left');
  });

  it('calls nothing while text is selected', async () => {
    const { callBy, requests } = await open(PARAGRAPH);
    getSelection()?.selectAllChildren(element('#p'));

    await callBy('555-2671');

    expect(requests('dial')).toEqual([]);
  });

  it.each(['<a href="#contact">415-555-2671</a>', '<button>415-555-2671</button>'])(
    'leaves a click on %s to the page',
    async (html) => {
      const { callBy, requests } = await open(html);

      const fate = await callBy('415-555-2671');

      expect(requests('dial')).toEqual([]);
      expect(fate).toBe('left');
    },
  );

  it('leaves the click to the page as well: it may have its own use for it', async () => {
    const { callBy } = await open(PARAGRAPH);
    let heard = 0;
    element('#p').addEventListener('click', () => heard++);

    const fate = await callBy('555-2671');

    expect(heard).toBe(1);
    expect(fate).toBe('left');
  });

  it('dials once for a hasty double click', async () => {
    const { callBy, clickOn, moveTo, passMs, requests } = await open(PARAGRAPH);

    await callBy('555-2671');
    await clickOn('555-2671');
    await clickOn('555-2671', { detail: 2 });
    const atOnce = requests('dial').length;
    await moveTo('Reception');
    await passMs(1_000);
    await callBy('555-2671');

    expect(atOnce).toBe(1);
    expect(requests('dial')).toHaveLength(2);
  });

  it('dials what the text shows now, not what it showed when it was marked', async () => {
    const { click, pointAt, requests } = await open('<p id="p">415-555-2671</p>');
    pointAt('415-555-2671');

    (element('#p').firstChild as Text).data = '415-555-9999';
    await click(element('#p'));

    expect(requests('dial')).not.toContainEqual({ target: '+14155552671' });
  });

  it('dials the new number once it is marked', async () => {
    const { callBy, requests, settle } = await open('<p id="p">415-555-2671</p>');

    (element('#p').firstChild as Text).data = '415-555-9999';
    await settle();
    await callBy('415-555-9999');

    expect(requests('dial')).toEqual([{ target: '+14155559999' }]);
  });

  it('looks at the text again when it changed under the mark unseen', async () => {
    const { moveTo, passMs, clickOn, clickCard, cardText, requests } = await open(
      '<p id="p">415-555-2671</p>',
    );
    await moveTo('415-555-2671');
    await passMs(150);
    await passMs(500);

    // In the same turn as the click: no observer has been told of the change yet.
    (element('#p').firstChild as Text).data = '415-555-9999';
    await clickOn('415-555-9999');
    const asked = requests('dial');
    const shown = cardText();
    await passMs(500);
    await clickCard();

    expect(asked).toEqual([]);
    expect(shown).toMatch(/^\+1 415 555 9999/);
    expect(requests('dial')).toEqual([{ target: '+14155559999' }]);
  });
});

describe('a link that dials', () => {
  it.each([
    ['tel:+1-415-555-2671', 'Call us'],
    ['TEL:101', 'Desk'],
    ['callto:+14155552671', 'Skype'],
    ['sip:bob@pbx.example', 'Bob'],
    ['sips:bob@pbx.example', 'Bob'],
  ])('%s is called in place of what the browser would do', async (href, text) => {
    const { callBy, requests } = await open(`<a href="${href}"><span>${text}</span></a>`);

    const fate = await callBy(text);

    expect(fate).toBe('prevented');
    expect(requests('dial')).toEqual([{ target: href }]);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }])(
    'is the browser’s with %j',
    async (init) => {
      const { click, requests } = await open('<a href="tel:+14155552671">Call</a>');

      const fate = await click(element('a'), init);

      expect(fate).toBe('left');
      expect(requests('dial')).toEqual([]);
    },
  );

  it('is the browser’s when the user turned clicking off', async () => {
    const { click, requests } = await open('<a href="tel:+14155552671">Call</a>', {
      mode: 'off',
    });

    const fate = await click(element('a'));

    expect(fate).toBe('left');
    expect(requests('dial')).toEqual([]);
  });

  it('is text to be edited inside an editor', async () => {
    const { click, requests } = await open(
      '<p>415-555-2671</p><div contenteditable><a href="tel:+14155552671">Call</a></div>',
    );

    const fate = await click(element('a'));

    expect(fate).toBe('left');
    expect(requests('dial')).toEqual([]);
  });

  it.each([
    ['*21*19005550100%23', 'cannot change the phone system', /settings of your phone system/],
    ['112', 'is no emergency button', /Emergency/],
    ['nonsense', 'says when it is no number', /isn’t a number/],
  ])('tel:%s %s', async (number, _, words) => {
    const { click, requests, cardText } = await open(`<a href="tel:${number}">Win a prize</a>`);

    const fate = await click(element('a'));

    expect(fate).toBe('prevented');
    expect(requests('dial')).toEqual([]);
    expect(cardText()).toMatch(words);
  });

  it('that shows one number and dials another asks first, with the one it dials', async () => {
    const { callBy, passMs, clickCard, requests, cardText } = await open(
      '<a href="tel:+19005550100">+1 212 555 0123</a>',
    );

    await callBy('+1 212 555 0123');
    const asked = requests('dial');
    const text = cardText();
    await passMs(500);
    await clickCard();

    expect(asked).toEqual([]);
    expect(text).toMatch(/^\+1 900 555 0100.*The page shows another number/);
    expect(requests('dial')).toEqual([{ target: 'tel:+19005550100' }]);
  });

  it('that shows its number in another form calls at once', async () => {
    const { callBy, requests } = await open(
      '<a href="tel:+442079460958">Call (020) 7946 0958 now</a>',
    );

    await callBy('7946 0958');

    expect(requests('dial')).toEqual([{ target: 'tel:+442079460958' }]);
  });
});

describe('the call card', () => {
  it('shows the number in international form when the pointer rests on it', async () => {
    const { moveTo, passMs, cardText } = await open(PARAGRAPH);

    await moveTo('555-2671');
    await passMs(150);

    expect(cardText()).toBe('+1 415 555 2671United States');
  });

  it('shows the extension too', async () => {
    const { moveTo, passMs, cardText } = await open(PARAGRAPH);

    await moveTo('650-253');
    await passMs(150);

    expect(cardText()).toBe('+1 650 253 0000United States · Extension 503');
  });

  it('does not come up for a pointer that passes by', async () => {
    const { moveTo, passMs, card } = await open(PARAGRAPH);

    await moveTo('555-2671');
    await moveTo('Reception');
    await passMs(1_000);

    expect(card()).toBeNull();
  });

  it('does not come up for a pointer that a script moves', async () => {
    const { pointAt, passMs, card } = await open(PARAGRAPH);

    pointAt('555-2671');
    element('#p').dispatchEvent(new MouseEvent('pointermove', { bubbles: true }));
    await passMs(1_000);

    expect(card()).toBeNull();
  });

  it('calls by its button', async () => {
    const { moveTo, passMs, clickCard, requests, card } = await open(PARAGRAPH);
    await moveTo('555-2671');
    await passMs(150);
    await passMs(500);

    await clickCard();

    expect(requests('dial')).toEqual([{ target: '+14155552671' }]);
    expect(card()).toBeNull();
  });

  it('calls nothing when a script presses its button', async () => {
    const { moveTo, passMs, card, requests, settle } = await open(PARAGRAPH);
    await moveTo('555-2671');
    await passMs(150);
    await passMs(500);

    card()?.querySelector<HTMLElement>('.call')?.click();
    await settle();

    expect(requests('dial')).toEqual([]);
  });

  it('names its button for a screen reader', async () => {
    const { moveTo, passMs, card } = await open(PARAGRAPH);
    await moveTo('555-2671');
    await passMs(150);

    expect(card()?.querySelector('.call')?.getAttribute('aria-label')).toBe('Call +1 415 555 2671');
  });

  it('goes when the pointer leaves, and the page is as it was', async () => {
    const { moveTo, passMs, card } = await open(PARAGRAPH);
    const before = document.documentElement.outerHTML;
    await moveTo('555-2671');
    await passMs(150);
    const wasOpen = card() !== null;

    await moveTo('Reception');
    await passMs(500);

    expect(wasOpen).toBe(true);
    expect(card()).toBeNull();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('goes at Escape', async () => {
    const { moveTo, passMs, card, press } = await open(PARAGRAPH);
    await moveTo('555-2671');
    await passMs(150);

    press('Escape');

    expect(card()).toBeNull();
  });

  it('stays away from a number that was just called', async () => {
    const { moveTo, passMs, callBy, card } = await open(PARAGRAPH);

    await callBy('555-2671');
    await moveTo('555-2671');
    await passMs(1_000);

    expect(card()).toBeNull();
  });

  it('tells the worker at the first look that a call may follow, and again when that is old', async () => {
    const { moveTo, passMs, requests } = await open(PARAGRAPH);

    await moveTo('555-2671');
    const atFirst = requests('prepare').length;
    await moveTo('Reception');
    await passMs(1_000);
    await moveTo('650-253');
    const soon = requests('prepare').length;
    await moveTo('Reception');
    await passMs(270_000);
    await moveTo('650-253');

    expect([atFirst, soon, requests('prepare').length]).toEqual([1, 1, 2]);
  });
});

describe('a call that was refused', () => {
  it.each([
    ['not-registered', /isn’t connected/],
    ['no-account', /Set up your account/],
    ['too-many-calls', /too many calls/],
    ['invalid-target', /isn’t a number/],
    ['internal', /Something went wrong/],
  ] as const)('for %s says so beside the number', async (code, words) => {
    const { refuseWith, callBy, cardText } = await open(PARAGRAPH);
    refuseWith(code);

    await callBy('555-2671');

    expect(cardText()).toMatch(words);
  });

  it('keeps saying so when the pointer leaves, until the next click', async () => {
    const { refuseWith, callBy, clickOn, moveTo, passMs, card } = await open(PARAGRAPH);
    refuseWith('not-registered');
    await callBy('555-2671');

    await moveTo('Reception');
    await passMs(2_000);
    const stayed = card() !== null;
    await clickOn('Reception');

    expect(stayed).toBe(true);
    expect(card()).toBeNull();
  });

  it('can be clicked away', async () => {
    const { refuseWith, callBy, click, card } = await open(PARAGRAPH);
    refuseWith('not-registered');
    await callBy('555-2671');

    await click(card()?.querySelector('.label') ?? document.body);

    expect(card()).toBeNull();
  });

  it('leads to the set-up when there is no account', async () => {
    const { refuseWith, callBy, clickCard, requests, card } = await open(PARAGRAPH);
    refuseWith('no-account');
    await callBy('555-2671');

    await clickCard();

    expect(requests('setUp')).toHaveLength(1);
    expect(card()).toBeNull();
  });
});

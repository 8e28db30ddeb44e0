/** @jest-environment jsdom */
import { openPage, type WebPage } from './web-page';

const DIRECTORY = `
  <h1>Directory 2024</h1>
  <p>Reception (415) 555-2671, <b>sales 650-253-0000 x503</b>.</p>
  <ul><li>Berlin +49 30 23125 000</li><li>No number here</li></ul>
`;

let page: WebPage | null = null;

async function open(...args: Parameters<typeof openPage>): Promise<WebPage> {
  page = await openPage(...args);

  return page;
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['performance', 'queueMicrotask', 'nextTick'] });
});

afterEach(() => {
  page?.stop();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('marking the numbers of a page', () => {
  it('marks what can be called, and nothing else', async () => {
    const { marked } = await open(DIRECTORY);

    expect(marked()).toEqual(['(415) 555-2671', '650-253-0000 x503', '+49 30 23125 000']);
  });

  it('changes nothing in the page', async () => {
    const before = `<html lang="en-US"><head></head><body>${DIRECTORY}</body></html>`;
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((found) => records.push(...found));

    const { settle, marked } = await open(DIRECTORY);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    await settle();

    expect(marked()).toHaveLength(3);
    expect(document.documentElement.outerHTML).toBe(before);
    expect([...records, ...observer.takeRecords()]).toEqual([]);
  });

  it('reads national numbers in the country the page says it is of', async () => {
    const { marked, requests } = await open('<p>Tel. 030 23125000</p>', { lang: 'de-DE' });

    expect(marked()).toEqual(['030 23125000']);
    expect(requests('findNumbers')).toMatchObject([{ clues: { lang: 'de-DE' } }]);
  });

  it('sends nothing to the worker from a page without numbers', async () => {
    const { requests } = await open('<p>Chapter 12 of 2024</p><p>No number at all.</p>');

    expect(requests('pageSettings')).toEqual([]);
    expect(requests('findNumbers')).toEqual([]);
  });

  it('sends the worker the digits and what stands around them, not the page', async () => {
    const { requests } = await open(`<p>${'word '.repeat(2_000)}415-555-2671</p>`);

    expect(JSON.stringify(requests('findNumbers')).length).toBeLessThan(200);
  });

  it('does nothing when the user turned it off', async () => {
    const { marked, requests } = await open(DIRECTORY, { mode: 'off' });

    expect(marked()).toEqual([]);
    expect(requests('findNumbers')).toEqual([]);
  });

  it('shows no marks to who wants the card alone, and finds numbers all the same', async () => {
    const { marked, moveTo, passMs, cardText } = await open(DIRECTORY, { mode: 'hover' });

    await moveTo('(415) 555-2671');
    await passMs(200);

    expect(marked()).toEqual([]);
    expect(cardText()).toContain('+1 415 555 2671');
  });

  it('reads no text for who wants links alone', async () => {
    const { marked, requests } = await open(DIRECTORY, { mode: 'links' });

    expect(marked()).toEqual([]);
    expect(requests('findNumbers')).toEqual([]);
  });

  it.each([
    '<textarea>415-555-2671</textarea>',
    '<select><option>415-555-2671</option></select>',
    '<script type="text/plain">415-555-2671</script>',
    '<style>/* 415-555-2671 */</style>',
    '<noscript>415-555-2671</noscript>',
    '<pre>415-555-2671</pre>',
    '<p><code>415-555-2671</code></p>',
    '<svg><text>415-555-2671</text></svg>',
    '<div contenteditable>Call <b>415-555-2671</b></div>',
    '<div contenteditable="plaintext-only">415-555-2671</div>',
    '<a href="TEL:+14155552671">415-555-2671</a>',
  ])('leaves %s alone', async (html) => {
    const { marked } = await open(html);

    expect(marked()).toEqual([]);
  });

  it('marks text inside an editor that is itself not editable', async () => {
    const { marked } = await open(
      '<div contenteditable><p contenteditable="false">415-555-2671</p></div>',
    );

    expect(marked()).toEqual(['415-555-2671']);
  });
});

describe('a page that changes', () => {
  it('gets marks for numbers that come later', async () => {
    const { marked, settle } = await open('<ul id="chat"></ul>');
    const line = document.createElement('li');
    line.textContent = 'My number is 415-555-2671';

    document.getElementById('chat')?.append(line);
    await settle();

    expect(marked()).toEqual(['415-555-2671']);
  });

  it('loses the marks of text that was removed, and gets them back with it', async () => {
    const { marked, settle } = await open('<p id="a">415-555-2671</p><p>650-253-0000</p>');
    const paragraph = document.getElementById('a');

    paragraph?.remove();
    await settle();
    const without = marked();
    document.body.append(paragraph ?? '');
    await settle();

    expect(without).toEqual(['650-253-0000']);
    expect(marked()).toEqual(['650-253-0000', '415-555-2671']);
  });

  it('has its marks follow text that changes', async () => {
    const { marked, settle } = await open('<p id="a">415-555-2671</p>');
    const text = document.getElementById('a')?.firstChild as Text;

    text.data = 'now 650-253-0000';
    await settle();
    const changed = marked();
    text.data = 'no number any more';
    await settle();

    expect(changed).toEqual(['650-253-0000']);
    expect(marked()).toEqual([]);
  });

  it('keeps the mark of a text that changed and changed back', async () => {
    const { marked, settle } = await open('<p id="a">415-555-2671</p>');
    const text = document.getElementById('a')?.firstChild as Text;

    text.data = 'x';
    await Promise.resolve();
    text.data = '415-555-2671';
    await settle();

    expect(marked()).toEqual(['415-555-2671']);
  });

  it('is looked through to the end although it removes text meanwhile', async () => {
    const rows = Array.from({ length: 500 }, (_, row) => `<p>Line 415-555-${2000 + row}</p>`);
    const { requests, settle, readAll } = await open(
      `<div id="top">415-555-1999</div>${rows.join('')}`,
    );

    document.getElementById('top')?.remove();
    await settle();
    await readAll();

    expect(textsOf(requests('findNumbers'))).toEqual(
      expect.arrayContaining(rows.map((row) => row.slice(3, -4))),
    );
  });

  it('does not ask again about text that only moved', async () => {
    const { requests, settle } = await open('<p id="a">415-555-2671</p><p>650-253-0000</p>');
    const paragraph = document.getElementById('a');

    document.body.append(paragraph ?? '');
    await settle();

    expect(requests('findNumbers')).toHaveLength(1);
  });
});

describe('a long page', () => {
  const LINES = Array.from({ length: 1_000 }, (_, row) => `<p>415-555-${2000 + row}</p>`).join('');

  it('has only what is near the viewport read and painted', async () => {
    const { marked, settle, requests } = await open(LINES);

    await settle();

    expect(textsOf(requests('findNumbers')).length).toBeLessThan(150);
    expect(marked().length).toBeLessThan(150);
    expect(marked()).toContain('415-555-2000');
    expect(marked()).toContain('415-555-2030');
  });

  it('has others painted when it is scrolled', async () => {
    const { marked, settle, passMs, scrollTo } = await open(LINES);
    await settle();

    scrollTo(10_000);
    await passMs(200);

    expect(marked().length).toBeLessThan(200);
    expect(marked()).toContain('415-555-2510');
    expect(marked()).not.toContain('415-555-2000');
  });

  it('is read where it is seen when its lines are put into another order', async () => {
    const { marked, settle } = await open(LINES);
    await settle();

    for (const line of [...document.body.children].reverse()) {
      document.body.append(line);
    }
    await settle();

    expect(marked()).toContain('415-555-2999');
    expect(marked()).toContain('415-555-2970');
    expect(marked()).not.toContain('415-555-2000');
  });

  it('is read whole although lines were taken out of it before', async () => {
    const { requests, settle, readAll } = await open(LINES);
    await settle();

    for (const line of [...document.body.children].slice(100, 900)) {
      line.remove();
    }
    await settle();
    await readAll();

    expect(textsOf(requests('findNumbers'))).toEqual(
      expect.arrayContaining(['415-555-2000', '415-555-2099', '415-555-2900', '415-555-2999']),
    );
  });

  it('is read where it is seen when a script fills it in one go', async () => {
    const { marked, settle, requests } = await open('<p>650-253-0000</p><ul></ul>');

    (document.querySelector('ul') as Element).innerHTML = LINES.replaceAll('p>', 'li>');
    await settle();

    expect(marked()).toContain('415-555-2020');
    expect(textsOf(requests('findNumbers')).length).toBeLessThan(250);
  });

  it('has numbers that are not painted called all the same', async () => {
    const { marked, moveTo, callBy, requests, settle } = await open(LINES);
    await settle();
    await moveTo('415-555-2900');

    await callBy('415-555-2900');

    expect(marked()).not.toContain('415-555-2900');
    expect(requests('dial')).toEqual([{ target: '+14155552900' }]);
  });
});

describe('a list that grows beyond what the page shows', () => {
  const LINES = Array.from({ length: 100 }, (_, row) => `<li>Line ${row}</li>`).join('');

  async function grow(): Promise<WebPage & { list: Element }> {
    const opened = await open(`<p>650-253-0000</p><ul>${LINES}</ul>`);
    const list = document.querySelector('ul') as Element;

    // The first tells where the end of the list is; the others may wait.
    for (const number of ['415-555-2671', '415-555-2672', '415-555-2673']) {
      const line = document.createElement('li');

      line.textContent = number;
      list.append(line);
      await opened.settle();
    }

    return { ...opened, list };
  }

  it('is read when its end is scrolled to', async () => {
    const { marked, scrollTo, settle } = await grow();
    const before = marked();

    scrollTo(2_000);
    await settle();

    expect(before).toEqual(['650-253-0000']);
    expect(marked()).toEqual(
      expect.arrayContaining(['415-555-2671', '415-555-2672', '415-555-2673']),
    );
  });

  it('is read for the popup', async () => {
    const { requests, readAll } = await grow();

    await readAll();

    expect(textsOf(requests('findNumbers'))).toEqual(
      expect.arrayContaining(['415-555-2671', '415-555-2672', '415-555-2673']),
    );
  });

  it('is read although its last line has gone', async () => {
    const { marked, scrollTo, settle, list } = await grow();

    list.children[100]?.remove();
    await settle();
    scrollTo(2_000);
    await settle();

    expect(marked()).toEqual(expect.arrayContaining(['415-555-2672', '415-555-2673']));
  });
});

describe('a number that elements divide', () => {
  it.each([
    ['<p><b>030</b> 23125 000</p>', '030 23125 000'],
    ['<p>Tel. +49 <span>30</span> <span>23125</span> <i>000</i>!</p>', '+49 30 23125 000'],
    ['<p>+49<!-- --> 30 <!-- -->23125000</p>', '+49 30 23125000'],
    ['<p>+49 30 <b></b>23125<wbr>000</p>', '+49 30 23125000'],
  ])('is one: %s', async (html, number) => {
    const { marked } = await open(html, { lang: 'de-DE' });

    expect(marked()).toEqual([number]);
  });

  it('is called by any of its parts', async () => {
    const { callBy, moveTo, requests, passMs } = await open('<p><b>030</b> 23125 000 us</p>', {
      lang: 'de-DE',
    });

    await callBy('030');
    await moveTo('us');
    await passMs(1_000);
    await callBy('125 000');

    expect(requests('dial')).toEqual([{ target: '+493023125000' }, { target: '+493023125000' }]);
  });

  it('is not called when a part of it has changed', async () => {
    const { clickOn, requests } = await open('<p><b>030</b> <i>23125 000</i></p>', {
      lang: 'de-DE',
    });

    (document.querySelector('b')?.firstChild as Text).data = '040';
    await clickOn('23125 000');

    expect(requests('dial')).not.toContainEqual({ target: '+493023125000' });
  });

  it.each([
    ['<p>415-555-2671</p><p>650-253-0000</p>'],
    ['<p>415-555-2671<br>650-253-0000</p>'],
    ['<p><span>415-555-2671</span><span>650-253-0000</span></p>'],
    ['<table><tr><td>415-555-2671</td><td>650-253-0000</td></tr></table>'],
  ])('is two where a reader sees two: %s', async (html) => {
    const { marked } = await open(html);

    expect(marked()).toEqual(['415-555-2671', '650-253-0000']);
  });
});

describe('an open shadow root', () => {
  it('is looked into although it came late, and is watched', async () => {
    const { marked, settle, passMs } = await open('<contact-card></contact-card>');
    const root = document.querySelector('contact-card')?.attachShadow({ mode: 'open' });

    root?.append('415-555-2671');
    await passMs(2_000);
    const late = marked();
    root?.append(document.createElement('p'), '650-253-0000');
    await settle();

    expect(late).toEqual(['415-555-2671']);
    expect(marked()).toEqual(['415-555-2671', '650-253-0000']);
  });

  it('comes with an element that is put into the page', async () => {
    const { marked, settle } = await open('<p></p>');
    const host = document.createElement('contact-card');

    host.attachShadow({ mode: 'open' }).innerHTML = '<p>415-555-2671</p>';
    document.body.append(host);
    await settle();
    host.shadowRoot?.append('650-253-0000');
    await settle();

    expect(marked()).toEqual(['415-555-2671', '650-253-0000']);
  });

  it('is found on an element of HTML’s own once the pointer is over it', async () => {
    const { marked, settle } = await open('<div id="host"></div><p>650-253-0000</p>');
    const line = document.createElement('p');

    line.textContent = '415-555-2671';
    document.getElementById('host')?.attachShadow({ mode: 'open' }).append(line);
    await settle();
    const before = marked();
    line.dispatchEvent(new MouseEvent('pointerover', { bubbles: true, composed: true }));
    await settle();

    expect(before).toEqual(['650-253-0000']);
    expect(marked()).toEqual(['650-253-0000', '415-555-2671']);
  });
});

describe('a text that grows', () => {
  it('is looked at again only where it grew', async () => {
    const { marked, requests, settle } = await open(
      `<p id="p">415-555-2671 ${'word '.repeat(400)}call 650-253-0000</p>`,
    );
    const text = document.getElementById('p')?.firstChild as Text;
    const before = requests('findNumbers').length;

    text.data += ' or 212-555-0100';
    await settle();

    expect(marked()).toEqual(['415-555-2671', '650-253-0000', '212-555-0100']);
    expect(JSON.stringify(requests('findNumbers').slice(before))).not.toContain('415-555-2671');
  });
});

/** All texts that the worker was asked about. */
function textsOf(asked: unknown[]): string[] {
  return (asked as { texts: string[] }[]).flatMap(({ texts }) => texts);
}

describe('an absurd page', () => {
  // A document without a browser around it takes its time with so many elements.
  jest.setTimeout(60_000);

  it('gets 5000 marks and no more', async () => {
    const rows = Array.from({ length: 6_000 }, (_, row) => `<p>415-555-${1000 + row}</p>`);
    const { requests, readAll } = await open(rows.join(''));

    await readAll();

    const asked = textsOf(requests('findNumbers'));

    expect(asked.length).toBeGreaterThanOrEqual(4_900);
    expect(asked.length).toBeLessThanOrEqual(5_200);
  });

  it('has no message longer than the worker takes', async () => {
    const { requests } = await open(`<p>${'415-555-2671 '.repeat(50_000)}</p>`);

    for (const { texts } of requests('findNumbers') as { texts: string[] }[]) {
      expect(texts.join('').length).toBeLessThanOrEqual(130_000);
    }
    expect(requests('findNumbers')).toHaveLength(1);
  });
});

describe('the end of the extension', () => {
  it('takes the marks off the page and stays quiet', async () => {
    const { marked, endExtension, settle, clickOn, click } = await open(
      '<p id="a">415-555-2671</p><a href="tel:+14155552671">Call</a>',
    );
    const link = document.querySelector('a') as Element;

    endExtension();
    await clickOn('415-555-2671');
    document.body.append('650-253-0000');
    await settle();

    expect(marked()).toEqual([]);
    expect(await click(link)).toBe('left');
    expect(document.documentElement.lastElementChild).toBe(document.body);
  });

  it('is noticed when words for the card are looked for', async () => {
    const { marked, endExtension, moveTo, passMs } = await open('<p>415-555-2671</p>');

    endExtension();
    await moveTo('415-555-2671');
    await passMs(200);

    expect(marked()).toEqual([]);
  });

  it('is noticed as the pointer comes, before there could be a card', async () => {
    const { marked, card, endExtension } = await open('<p>415-555-2671</p>');

    endExtension();
    document.body.dispatchEvent(new Event('pointerover', { bubbles: true }));

    expect(marked()).toEqual([]);
    expect(card()).toBeNull();
  });

  it('is noticed by what is chosen on a card, without an error', async () => {
    const { marked, endExtension, moveTo, passMs, clickCard, settle } =
      await open('<p>415-555-2671</p>');

    await moveTo('415-555-2671');
    await passMs(700);
    endExtension();
    await clickCard('Not a phone number');
    await settle();

    expect(marked()).toEqual([]);
    expect(document.documentElement.lastElementChild).toBe(document.body);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const opened = await open('<p>415-555-2671</p>');
    await opened.moveTo('415-555-2671');
    await opened.passMs(200);

    opened.stop();

    expect(opened.marked()).toEqual([]);
    expect(document.documentElement.lastElementChild).toBe(document.body);
  });
});

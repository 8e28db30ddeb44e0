/** @jest-environment jsdom */
import type { WebPage } from './web-page';
import { textsOf, usePage } from './page-in-test';

const open = usePage();

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

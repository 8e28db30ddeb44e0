/** @jest-environment jsdom */
import { usePage } from './page-in-test';

const open = usePage();

const DIRECTORY = `
  <h1>Directory 2024</h1>
  <p>Reception (415) 555-2671, <b>sales 650-253-0000 x503</b>.</p>
  <ul><li>Berlin +49 30 23125 000</li><li>No number here</li></ul>
`;

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

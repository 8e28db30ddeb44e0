/** @jest-environment jsdom */
import { textsOf, usePage } from './page-in-test';

const open = usePage();

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

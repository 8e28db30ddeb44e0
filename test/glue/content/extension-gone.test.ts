/** @jest-environment jsdom */
import { usePage } from './page-in-test';

const open = usePage();

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

import type { Page } from 'puppeteer';
import { NUMBERS, useCallBed } from './support/call-story';
import {
  clickCard,
  clickOnNumber,
  leaveNumber,
  lookAtCard,
  placeOfButton,
  restOn,
  untilCallable,
  untilMarked,
} from './support/card';
import { until } from './support/waiting';

const open = useCallBed();

/** Over the whole number, and the pointer goes through it. */
const OVERLAY = 'position:fixed;inset:0;pointer-events:none;';

/** A page with a number, and with what its author would rather have clicked on. */
async function openTrap(rest = ''): Promise<Page> {
  const page = await open().browser.openPage(
    `<!doctype html><html lang="de-DE"><title>Trap</title>
     <style>#number { position: absolute; left: 100px; top: 100px }</style>
     <span id="number">${NUMBERS.tone}</span>${rest}`,
  );

  await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });

  return page;
}

/** Everything that was called, once all that was on its way has arrived. */
async function calls(page: Page): Promise<readonly string[]> {
  const { browser } = open();

  // The browser looks at a press in the next frame; then round trips through all that a call would.
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
  await browser.control.ask('worker', 'pageSettings');
  await browser.control.ask('phone', 'snapshot');

  return (await browser.snapshot()).calls.map(({ remote }) => remote.uri);
}

/** What was tried in vain works when the page plays fair: nothing else stood in the way. */
async function expectFairClickToCall(page: Page): Promise<void> {
  await leaveNumber(page);
  await clickOnNumber(page, '#number');
  await open().pbx.nextCall();

  expect(await calls(page)).toEqual([expect.stringContaining('493023125101')]);
}

async function dress(page: Page, style: string): Promise<void> {
  await page.$eval(
    '#number',
    (number, text) => {
      (number as HTMLElement).style.cssText = text;
    },
    style,
  );
}

async function cover(page: Page, style: string, text = ''): Promise<void> {
  await page.evaluate(
    (css, words) => {
      const overlay = document.createElement('div');

      overlay.id = 'overlay';
      overlay.style.cssText = css;
      overlay.textContent = words;
      document.body.append(overlay);
    },
    style,
    text,
  );
}

async function uncover(page: Page): Promise<void> {
  await page.$eval('#overlay', (overlay) => {
    overlay.remove();
  });
}

it('calls nothing that a script clicks, even when its card can call', async () => {
  const page = await openTrap();

  await restOn(page, '#number');
  await page.evaluate(() => {
    const card = document.querySelector<HTMLElement>(':root > [popover]');

    for (const target of [document.querySelector<HTMLElement>('#number'), card]) {
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        target?.dispatchEvent(
          new PointerEvent(type, { bubbles: true, clientX: 110, clientY: 110, detail: 1 }),
        );
      }
      target?.click();
      target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    }
  });

  expect(await calls(page)).toEqual([]);
  await expectFairClickToCall(page);
});

it.each([
  ['transparent', 'opacity: 0'],
  ['almost transparent', 'opacity: 0.01'],
  ['of transparent letters', 'color: transparent'],
  ['of letters in the colour of the page', 'color: white; background: white'],
  ['of a colour no older browser knows, that is not there', 'color: oklch(0.7 0.1 50 / 0)'],
  ['tiny', 'font-size: 2px; left: 140px; top: 108px; line-height: 1'],
  ['shrunk', 'transform: scale(0.1)'],
  ['blurred', 'filter: blur(20px)'],
  ['cut to nothing that can be read', 'clip-path: inset(40% 45%)'],
])('calls no number that the page makes %s under the pointer', async (_, style) => {
  const page = await openTrap();

  await restOn(page, '#number');
  await dress(page, style);
  await page.click('#number');

  expect(await calls(page)).toEqual([]);
  await dress(page, '');
  await expectFairClickToCall(page);
});

it.each([
  ['a see-through overlay', `${OVERLAY}opacity:0.02;background:red`, ''],
  ['what looks like a video', `${OVERLAY}background:#222;color:#fff`, 'Play video'],
])('calls no number that is under %s all the time', async (_, style, text) => {
  const page = await openTrap();

  await cover(page, style, text);
  await page.hover('#number');
  await untilCallable(page);
  await page.click('#number');

  expect(await calls(page)).toEqual([]);
  await uncover(page);
  await expectFairClickToCall(page);
});

it.each([
  ['a see-through overlay', `${OVERLAY}opacity:0.02;background:red`, ''],
  ['what looks like a video', `${OVERLAY}background:#222;color:#fff`, 'Play video'],
])('calls no number that %s comes over when its card was read', async (_, style, text) => {
  const page = await openTrap();

  await restOn(page, '#number');
  await cover(page, style, text);
  await page.click('#number');

  expect(await calls(page)).toEqual([]);
  await uncover(page);
  await expectFairClickToCall(page);
});

it('leaves the click to a page that has something over the number', async () => {
  const page = await openTrap('<script>heard = 0; onclick = () => heard++</script>');

  await cover(page, `${OVERLAY}background:#222`);
  await page.click('#number');

  expect(await page.evaluate(() => Reflect.get(globalThis, 'heard') as unknown)).toBe(1);
  expect(await calls(page)).toEqual([]);
});

it('calls no number that the page moves under the pointer', async () => {
  const page = await openTrap(
    '<button id="play" style="position:absolute;top:300px">Play</button>',
  );
  const play = await (await page.waitForSelector('#play'))?.boundingBox();

  await page.hover('#play');
  await page.$eval('#play', (button) => {
    button.remove();
  });
  await dress(page, `left:${play?.x ?? 0}px;top:${play?.y ?? 0}px`);
  await page.mouse.down();
  await page.mouse.up();

  expect(await calls(page)).toEqual([]);
  await dress(page, '');
  await expectFairClickToCall(page);
});

it('calls no number that the page moves a little when its card was read', async () => {
  const page = await openTrap();

  await restOn(page, '#number');
  await dress(page, 'left: 60px');
  await page.mouse.down();
  await page.mouse.up();

  expect(await calls(page)).toEqual([]);
  await dress(page, '');
  await expectFairClickToCall(page);
});

it('calls nothing by a drag that ends on a number', async () => {
  const page = await openTrap('<style>body { user-select: none }</style><h1>Prices</h1>');

  await restOn(page, '#number');
  await page.hover('h1');
  await page.mouse.down();
  await page.hover('#number');
  await page.mouse.up();

  expect(await calls(page)).toEqual([]);
  await expectFairClickToCall(page);
});

it('calls once for a double click', async () => {
  const page = await openTrap();

  await restOn(page, '#number');
  await page.click('#number', { count: 2 });
  await open().pbx.nextCall();

  expect(await calls(page)).toHaveLength(1);
});

it('asks for a link that Enter is held down on, and calls once when it is pressed again', async () => {
  const page = await open().browser.openPage(
    `<!doctype html><title>Link</title><a id="number" href="tel:${NUMBERS.tone.replaceAll(' ', '')}">Call us</a><p>or ${NUMBERS.tone}</p>`,
  );

  await untilMarked(page.mainFrame());
  await page.focus('#number');
  // Held: the browser repeats the key. The card comes with the first.
  for (let repeat = 0; repeat < 5; repeat++) {
    await page.keyboard.down('Enter');
  }
  await untilCallable(page);
  for (let repeat = 0; repeat < 5; repeat++) {
    await page.keyboard.down('Enter');
  }
  await page.keyboard.up('Enter');
  const whileHeld = await calls(page);

  for (let repeat = 0; repeat < 5; repeat++) {
    await page.keyboard.down('Enter');
  }
  await open().pbx.nextCall();

  expect(whileHeld).toEqual([]);
  expect(await calls(page)).toHaveLength(1);
});

it('calls one number at most when hundreds are clicked in a second', async () => {
  const numbers = Array.from({ length: 200 }, (_, row) => `<div>+49 30 23125 ${100 + row}</div>`);
  const page = await open().browser.openPage(
    `<!doctype html><title>Many</title><style>div { width: max-content }</style><div id="number">${NUMBERS.tone}</div>${numbers.join('')}`,
  );

  await page.waitForFunction(() => CSS.highlights.size > 0, { polling: 50 });
  await restOn(page, '#number');
  await page.click('#number');
  for (let row = 0; row < 20; row++) {
    await page.mouse.click(60, 30 + row * 18);
  }
  await open().pbx.nextCall();

  expect(await calls(page)).toHaveLength(1);
});

it('dials no other number than the card shows when a link shows another', async () => {
  const page = await open().browser.openPage(
    `<!doctype html><title>Link</title><p><a id="number" href="tel:${NUMBERS.tone.replaceAll(' ', '')}">+1 212 555 0123</a>`,
  );

  await restOn(page, '#number');
  const card = await lookAtCard(page);
  await page.click('#number');
  const byClick = await calls(page);

  await untilCallable(page);
  await clickCard(page);
  await open().pbx.nextCall();

  expect(card?.text).toMatch(/^\+49[ \d]+\|Germany\|The page shows another number/);
  expect(byClick).toEqual([]);
  expect(await calls(page)).toEqual([expect.stringContaining('493023125101')]);
});

it('dials what is shown when the text changed between mark and click', async () => {
  const page = await openTrap();

  await restOn(page, '#number');
  await page.$eval(
    '#number',
    (number, text) => {
      (number.firstChild as Text).data = text;
    },
    NUMBERS.echo,
  );
  await page.click('#number');
  const byClick = await calls(page);

  await leaveNumber(page);
  await restOn(page, '#number');
  const card = await lookAtCard(page);
  await page.click('#number');
  await open().pbx.nextCall();

  expect(byClick).toEqual([]);
  expect(card?.text).toMatch(/^\+49 30 23125 100/);
  expect(await calls(page)).toEqual([expect.stringContaining('493023125100')]);
});

it('has no working button on a card that the page lays something over', async () => {
  const page = await openTrap();

  await restOn(page, '#number');
  await page.evaluate(() => {
    const overlay = document.createElement('div');

    overlay.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;border:0;pointer-events:none';
    overlay.popover = 'manual';
    document.body.append(overlay);
    overlay.showPopover();
  });
  await until('the card to be useless', async () =>
    (await lookAtCard(page))?.isArmed === false ? true : null,
  );
  await clickCard(page);

  expect(await calls(page)).toEqual([]);
});

it('has no working button on a card that the page moves', async () => {
  const page = await openTrap();

  await restOn(page, '#number');
  await page.$eval(':root > [popover]', (host) => {
    (host as HTMLElement).style.setProperty('left', '300px', 'important');
    (host as HTMLElement).style.setProperty('top', '400px', 'important');
  });
  const moved = await placeOfButton(page);
  await page.mouse.click(moved.x, moved.y);

  expect(moved.y).toBeGreaterThan(400);
  expect(await calls(page)).toEqual([]);
});

it('has a button that works when the card was there to be read, and not before', async () => {
  const page = await openTrap();

  await page.hover('#number');
  await page.waitForSelector(':root > [popover]');
  await clickCard(page);
  const early = await calls(page);

  await untilCallable(page);
  await clickCard(page);
  await open().pbx.nextCall();

  expect(early).toEqual([]);
  expect(await calls(page)).toHaveLength(1);
});

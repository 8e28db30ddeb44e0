/** @jest-environment jsdom */
import type { PhoneSnapshot } from '../../../../src/protocol/snapshot';
import { screen, showPhone, usePhoneOnScreen } from '../../../support/phone-on-screen';
import { BUILT_IN, unheard, UNPLUGGED } from '../../../support/ui-preview/device-states';
import { NOW_MS, talking } from '../../../support/ui-preview/phone-states';

usePhoneOnScreen();

function failed(code: 'no-connection' | 'wrong-password'): Partial<PhoneSnapshot> {
  return {
    registration: {
      state: 'failed',
      failure: { code, response: null },
      retryAtMs: code === 'no-connection' ? NOW_MS + 4_000 : null,
    },
  };
}

/** The live region that a text stands in, by its role, or by how polite it is. */
function regionOf(text: string): string | null {
  const said = screen
    .all('*')
    .filter(({ textContent }) => textContent.replace(/\s/g, ' ') === text);
  const region = said
    .at(-1)
    ?.closest('[role="alert"], [role="status"], [role="timer"], [aria-live]');

  return region?.getAttribute('role') ?? region?.getAttribute('aria-live') ?? null;
}

describe('at once, whatever is being read', () => {
  test('a password that is wrong', async () => {
    await showPhone(failed('wrong-password'));
    expect(regionOf('Wrong password.')).toBe('alert');
  });

  test.each([
    ['theirs', 'You can’t hear them'],
    ['ours', 'They can’t hear you'],
    ['both', 'No sound either way'],
  ] as const)('lost sound: %s', async (lostSound, words) => {
    await showPhone({ calls: [talking('1', { lostSound })] });
    expect(regionOf(words)).toBe('alert');
  });

  test('a microphone that is blocked in a call', async () => {
    await showPhone({ calls: [talking('1')], devices: unheard('blocked') });
    expect(regionOf('Microphone blocked. They can’t hear you.')).toBe('alert');
  });
});

describe('when there is a pause', () => {
  test('that the phone connects again', async () => {
    await showPhone(failed('no-connection'));
    expect(regionOf('Reconnecting…')).toBe('status');
    expect(regionOf('No connection to the server.')).toBe('polite');
  });

  test('that a call goes on without its server', async () => {
    await showPhone({ calls: [talking('1', { isCutOff: true })] });
    expect(regionOf('The server can’t be reached')).toBe('polite');
  });

  test('that a headset is away, and back', async () => {
    await showPhone({ calls: [talking('1')], devices: UNPLUGGED });
    expect(
      regionOf('Harbour H65 unplugged. Using Built-in microphone and Built-in speakers.'),
    ).toBe('polite');
    await showPhone({
      calls: [talking('1')],
      devices: { ...BUILT_IN, news: [{ type: 'back', name: 'Harbour H65' }] },
    });
    expect(regionOf('Harbour H65 is back.')).toBe('polite');
  });

  test('that an update waits', async () => {
    await showPhone({ update: { sinceMs: NOW_MS, asks: true } });
    expect(regionOf('Update ready')).toBe('polite');
  });
});

test('the place of each is there before it: else the first would be read to nobody', async () => {
  const regions = () => screen.all('main [role="alert"], main [role="status"], main [aria-live]');

  await showPhone();
  const idle = regions().filter(({ className }) => className === 'notices');

  await showPhone({ ...failed('wrong-password'), update: { sinceMs: NOW_MS, asks: true } });
  expect(screen.all('.notice').map((notice) => notice.parentElement)).toEqual(idle);

  await showPhone({ calls: [talking('1')] });
  const empty = regions();

  await showPhone({
    calls: [talking('1', { lostSound: 'theirs' })],
    devices: { ...unheard('muted'), news: [{ type: 'heard' }] },
  });
  for (const news of screen.all('.call-news')) {
    expect(empty).toContain(news.parentElement);
  }
  expect(screen.all('.call-news')).toHaveLength(3);
});

test('what is counted by the second is read to nobody', async () => {
  await showPhone(failed('no-connection'));
  expect(regionOf('Next try in 4 s.')).toBe('timer');
  await showPhone({
    registration: { state: 'registering', lastFailure: { code: 'no-connection', response: null } },
  });
  expect(regionOf('Trying now…')).toBe('timer');
  await showPhone({ calls: [talking('1')], ...failed('no-connection') });
  expect(regionOf('Next try in 4 s.')).toBe('timer');
  expect(regionOf('2:07')).toBe('timer');
});

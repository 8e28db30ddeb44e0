/** @jest-environment jsdom */
import type { Devices } from '../../../../src/phone/devices/devices';
import { showPhone, actions, screen, usePhoneOnScreen } from '../../../support/phone-on-screen';
import { BUILT_IN, unheard, UNPLUGGED } from '../../../support/ui-preview/device-states';
import { callLike, talking } from '../../../support/ui-preview/phone-states';

usePhoneOnScreen();

/** The lines about devices on the call's card. */
function lines(): (string | null)[] {
  return screen.all('.device-lines .call-news p').map(({ textContent }) => textContent);
}

async function inCall(devices: Devices): Promise<void> {
  await showPhone({ calls: [talking('1')], devices });
}

describe('on the card of a call', () => {
  test('nothing is said while all is well', async () => {
    await inCall(BUILT_IN);

    expect(lines()).toEqual([]);
  });

  test('a headset that was unplugged, and what stands in for it', async () => {
    await inCall(UNPLUGGED);

    expect(lines()).toEqual([
      'Harbour H65 unplugged. Using Built-in microphone and Built-in speakers.',
    ]);
  });

  test('what stands in is the system’s default where nobody knows its name', async () => {
    await inCall({
      ...BUILT_IN,
      microphone: { ...BUILT_IN.microphone, chosen: null, inUse: null, away: 'unplugged' },
    });

    expect(lines()).toEqual(['Your device unplugged. Using the system’s default.']);
  });

  test('another program has the microphone', async () => {
    await inCall({
      ...BUILT_IN,
      microphone: { ...BUILT_IN.microphone, chosen: 'Harbour H65', away: 'taken' },
    });

    expect(lines()).toEqual([
      'Harbour H65 is in use by another program. Using Built-in microphone.',
    ]);
  });

  test.each([
    ['missing', 'No microphone found. You can listen, but they can’t hear you.'],
    ['taken', 'Another program is using the microphone.'],
    ['muted', 'Your microphone is switched off at the device'],
  ] as const)('a microphone that is %s', async (trouble, words) => {
    await inCall(unheard(trouble));

    expect(lines()[0]).toContain(words);
    expect(screen.all('.device-lines button')).toEqual([]);
  });

  test.each([
    ['blocked', 'Microphone blocked. They can’t hear you.', 'Unblock microphone'],
    ['not-asked', 'Offhook isn’t allowed to use the microphone yet.', 'Allow microphone'],
    ['blocked-by-system', 'Your computer’s privacy settings keep your browser', 'Show me how'],
  ] as const)('a microphone that is %s, and the way to mend it', async (trouble, words, button) => {
    await inCall(unheard(trouble));

    expect(lines()[0]).toContain(words);
    await screen.press(button);
    expect(actions.asked).toEqual([['openWelcome']]);
  });

  test('no speaker', async () => {
    await inCall({ ...BUILT_IN, speaker: { ...BUILT_IN.speaker, isMissing: true } });

    expect(lines()).toEqual(['No speaker found. You won’t hear anything.']);
  });

  test.each([
    [{ type: 'back', name: 'Harbour H65' }, 'Harbour H65 is back.'],
    [{ type: 'heard' }, 'They can hear you now.'],
    [
      { type: 'unplugged', name: 'Harbour H65', inUse: ['Built-in microphone'] },
      'Harbour H65 unplugged. Using Built-in microphone.',
    ],
    [{ type: 'now-using', inUse: ['Harbour H65'] }, 'Now using Harbour H65.'],
  ] as const)('the news %j', async (news, words) => {
    await inCall({ ...BUILT_IN, news: [news] });

    expect(lines()).toEqual([words]);
  });
});

test('a conference is told together', async () => {
  await showPhone({
    calls: [talking('1'), talking('2')],
    conference: [
      { callId: '1', isMuted: false },
      { callId: '2', isMuted: false },
    ],
    devices: unheard('blocked'),
  });

  expect(lines()).toEqual(['Microphone blocked. They can’t hear you.']);
  await screen.press('Unblock microphone');
  expect(actions.asked).toEqual([['openWelcome']]);
});

test('who can only listen learns it before the answer', async () => {
  await showPhone({
    calls: [callLike('1', { direction: 'incoming', state: 'ringing' })],
    devices: unheard('missing'),
  });

  expect(lines()).toEqual(['No microphone found. If you answer, you can only listen.']);
});

describe('between calls', () => {
  test('no microphone: one may call and listen', async () => {
    await showPhone({ devices: unheard('missing') });

    expect(screen.text).toContain('You can call and listen, but nobody hears you.');
  });

  test('no microphone at all is said instead of asking for one', async () => {
    await showPhone({ microphone: 'prompt', devices: unheard('missing') });

    expect(screen.text).toContain('No microphone found');
    expect(screen.text).not.toContain('Allow microphone');
  });

  test('no speaker', async () => {
    await showPhone({
      devices: { ...BUILT_IN, speaker: { ...BUILT_IN.speaker, isMissing: true } },
    });

    expect(screen.text).toContain('No speaker found');
  });

  test('a headset that is not there is nobody’s worry', async () => {
    await showPhone({ devices: UNPLUGGED });

    expect(screen.text).not.toContain('Harbour');
  });
});

/** @jest-environment jsdom */
import type { Devices } from '../../../../src/phone/devices/devices';
import type { PhoneSnapshot } from '../../../../src/protocol/snapshot';
import { screen, showPhone, usePhoneOnScreen } from '../../../support/phone-on-screen';
import { BUILT_IN, unheard } from '../../../support/ui-preview/device-states';
import { NOW_MS, talking } from '../../../support/ui-preview/phone-states';

usePhoneOnScreen();

const FAILED: Partial<PhoneSnapshot> = {
  registration: {
    state: 'failed',
    failure: { code: 'no-connection', response: null },
    retryAtMs: NOW_MS + 4_000,
  },
};
const TRYING: Partial<PhoneSnapshot> = {
  registration: { state: 'registering', lastFailure: { code: 'no-connection', response: null } },
};

const focused = () => document.activeElement;

async function focus(name: string): Promise<HTMLButtonElement> {
  const button = screen.button(name);

  await screen.do(() => {
    button.focus();
  });

  return button;
}

describe('who mends the connection by the keyboard', () => {
  test('stays on “Try now” while it is tried', async () => {
    await showPhone(FAILED);
    const button = await focus('Try now');

    await showPhone(TRYING);
    expect(focused()).toBe(button);
    expect(button.ariaDisabled).toBe('true');
    await showPhone(FAILED);
    expect(focused()).toBe(button);
  });

  test('stays where the notice was, once all is well', async () => {
    await showPhone(FAILED);
    await focus('Try now');
    await showPhone();

    expect(screen.all('.notice')).toEqual([]);
    expect(focused()?.className).toBe('notices');
  });

  test('stays at the headline in a call, when there is nothing to press any more', async () => {
    await showPhone({ calls: [talking('1')], ...FAILED });
    await focus('Try now');
    await showPhone({ calls: [talking('1')], ...TRYING });

    expect(focused()?.className).toBe('phone-status');
  });
});

describe('who is on the card of a call', () => {
  const inCall = (devices: Devices) => showPhone({ calls: [talking('1')], devices });

  test('stays on it when the news with the button go', async () => {
    await inCall(unheard('blocked'));
    await focus('Unblock microphone');
    await inCall(BUILT_IN);

    expect(focused()).toBe(screen.one('.call-card'));
  });

  test('comes back to a button that could not be pressed for a moment', async () => {
    await inCall(BUILT_IN);
    const hold = await focus('Hold');
    const holding = { local: false, remote: false, requested: true };

    await showPhone({ calls: [talking('1', { hold: holding })], devices: BUILT_IN });
    // Chrome takes the focus from what is disabled; jsdom leaves that to whoever plays Chrome.
    hold.blur();
    await inCall(BUILT_IN);

    expect(focused()).toBe(hold);
  });

  test('is not fetched back who has left a button by a click beside it', async () => {
    await inCall(unheard('blocked'));
    const button = await focus('Unblock microphone');

    await screen.do(() => {
      button.blur();
    });
    await inCall(BUILT_IN);

    expect(focused()).toBe(document.body);
  });

  test('keeps the place when news come', async () => {
    await inCall(BUILT_IN);
    const mute = await focus('Mute');

    await inCall(unheard('missing'));
    expect(focused()).toBe(mute);
  });
});

test('who types a number goes on typing when a notice comes and goes', async () => {
  await showPhone();
  const field = focused();

  expect(field?.tagName).toBe('INPUT');
  await showPhone({ ...FAILED, update: { sinceMs: NOW_MS, asks: true } });
  expect(focused()).toBe(field);
  await showPhone();
  expect(focused()).toBe(field);
});

/** @jest-environment jsdom */
import type { RegistrationFailureCode } from '../../../../src/phone/registration/registration';
import type { PhoneSnapshot } from '../../../../src/protocol/snapshot';
import { actions, screen, showPhone, usePhoneOnScreen } from '../../../support/phone-on-screen';
import { NOW_MS, talking } from '../../../support/ui-preview/phone-states';

usePhoneOnScreen();

function failed(code: RegistrationFailureCode, retryAtMs: number | null): Partial<PhoneSnapshot> {
  return { registration: { state: 'failed', failure: { code, response: null }, retryAtMs } };
}

const TRYING: Partial<PhoneSnapshot> = {
  registration: { state: 'registering', lastFailure: { code: 'no-connection', response: null } },
};

const headline = () => screen.one('.status-words').textContent;
const countdown = () =>
  screen
    .one('.phone-header [role="timer"], .notice [role="timer"]')
    .textContent.replace(/\s/g, ' ');

test('registered: until when, though the phone renews it long before', async () => {
  await showPhone();

  expect(headline()).toBe('Ready to receive calls');
  expect(screen.one('.status-until .visually-hidden').textContent).toBe('Registered until 3:14 PM');
});

test('registered at a backup server: which one, in the place of the address', async () => {
  await showPhone({
    registration: {
      state: 'registered',
      expiresAtMs: NOW_MS,
      server: 'wss://sip2.example.com:8089/ws',
      isBackup: true,
    },
  });
  const line = screen.one('.status-account');

  expect(headline()).toBe('Ready to receive calls');
  expect(line.querySelector('[aria-hidden]')?.textContent).toBe(
    'At backup server sip2.example.com',
  );
  expect(line.querySelector('.visually-hidden')?.textContent).toContain(
    'alice@example.com is registered at a backup server, wss://sip2.example.com:8089/ws',
  );
});

describe('no connection', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  /** As much time as that passes on the screen. */
  async function pass(ms: number) {
    screen.nowMs += ms;
    await screen.do(() => {
      jest.advanceTimersByTime(ms);
    });
  }

  test('counts down to the next try', async () => {
    await showPhone(failed('no-connection', NOW_MS + 4_000));
    expect(headline()).toBe('Reconnecting…');
    expect(countdown()).toBe('Next try in 4 s.');
    await pass(1_000);
    expect(countdown()).toBe('Next try in 3 s.');
    await pass(3_000);
    expect(countdown()).toBe('Trying now…');
  });

  test('stands still while it tries, so that nothing jumps under the pointer', async () => {
    await showPhone(failed('no-connection', NOW_MS + 4_000));
    await showPhone(TRYING);

    expect(headline()).toBe('Reconnecting…');
    expect(screen.text).toContain('No connection to the server.');
    expect(screen.text).toContain('Trying now…');
    expect(screen.button('Try now').ariaDisabled).toBe('true');
    await showPhone(failed('no-connection', NOW_MS + 8_000));
    expect(screen.button('Try now').ariaDisabled).toBe('false');
  });

  test('that is over in a moment shows in the headline alone', async () => {
    await showPhone();
    await showPhone(failed('no-connection', NOW_MS + 300));
    expect(headline()).toBe('Reconnecting…');
    expect(screen.all('.notice')).toEqual([]);
    await pass(300);
    await showPhone(TRYING);
    expect(screen.all('.notice')).toEqual([]);

    await pass(1_500);
    expect(screen.text).toContain('No connection to the server.');
    await showPhone();
    expect(screen.all('.notice')).toEqual([]);
  });
});

test('a server that wants peace for minutes: the time of the next try', async () => {
  await showPhone(failed('server-trouble', NOW_MS + 4 * 60_000));

  expect(countdown()).toBe('Next try at 3:08 PM.');
});

test('too many phones: what to do about it', async () => {
  await showPhone(failed('too-many-phones', NOW_MS + 45_000));

  expect(screen.text).toContain('Too many phones use this account.');
  expect(screen.text).toContain('Sign out on one that you don’t use');
  expect(screen.text).toContain('Next try in 45 s.');
});

test('a wrong password is tried no more: the way to mend it comes first', async () => {
  await showPhone();
  await showPhone(failed('wrong-password', null));

  expect(headline()).toBe('Not connected');
  expect(screen.all('[role="timer"]')).toEqual([]);
  expect(screen.all('.notice button').map((button) => button.textContent)).toEqual([
    'Change the password',
    'Try now',
    'Connection details',
  ]);
  await screen.press('Change the password');
  expect(actions.asked).toEqual([['openOptions']]);
});

describe('in a call', () => {
  test('the headline says when the next try is, and has the way not to wait', async () => {
    await showPhone({ calls: [talking('1')], ...failed('no-connection', NOW_MS + 4_000) });

    expect(headline()).toBe('Reconnecting…');
    expect(countdown()).toBe('Next try in 4 s.');
    expect(screen.text).toContain('The call goes on.');
    await screen.press('Try now');
    expect(actions.asked).toEqual([['reconnect']]);
  });

  test('a try that is under way needs no button', async () => {
    await showPhone({ calls: [talking('1')], ...TRYING });

    expect(screen.one('.status-account').textContent).toContain('Trying now…');
    expect(screen.buttons).not.toContain('Try now');
  });
});

/** @jest-environment jsdom */
import type { HistoryEntry } from '../../../../src/history/entry';
import type { RegistrationFailureCode } from '../../../../src/phone/registration/registration';
import type { PhoneSnapshot } from '../../../../src/protocol/snapshot';
import { actions, screen, showPhone, usePhoneOnScreen } from '../../../support/phone-on-screen';
import {
  callLike,
  HISTORY,
  NOW_MS,
  snapshotLike,
  talking,
} from '../../../support/ui-preview/phone-states';

usePhoneOnScreen();

function failed(code: RegistrationFailureCode, retryAtMs: number | null): Partial<PhoneSnapshot> {
  return {
    registration: {
      state: 'failed',
      failure: { code, response: { statusCode: 403, reasonPhrase: 'Forbidden' } },
      retryAtMs,
    },
  };
}

describe('whether calls can come in', () => {
  test.each<[string, Partial<PhoneSnapshot> | null, string]>([
    ['before the phone spoke', null, 'Starting…'],
    ['registered', {}, 'Ready to receive calls'],
    ['registering', { registration: { state: 'registering' } }, 'Connecting…'],
    ['unregistered', { registration: { state: 'unregistered' } }, 'Not connected'],
    ['failed', failed('forbidden', null), 'Not connected'],
    ['without an account', { account: null }, 'No account yet'],
  ])('%s', async (_, snapshot, words) => {
    await showPhone(snapshot);

    expect(screen.one('[role="status"]').textContent).toBe(words);
  });

  test('is told by a shape too, not by colour alone', async () => {
    await showPhone();
    const ready = screen.one('.status-mark path').getAttribute('d');

    await showPhone(failed('forbidden', null));

    expect(screen.one('.status-mark path').getAttribute('d')).not.toBe(ready);
  });
});

describe('what stands in the way is said with the way out', () => {
  test('no account', async () => {
    await showPhone({ account: null });
    await screen.press('Set up account');

    expect(actions.asked).toEqual([['openOptions']]);
    expect(screen.all('.dial-box')).toEqual([]);
  });

  test('neither account nor microphone: the first-run page does both', async () => {
    await showPhone({ account: null, microphone: 'prompt' });
    await screen.press('Set up account');

    expect(actions.asked).toEqual([['openWelcome']]);
  });

  test('no microphone yet', async () => {
    await showPhone({ microphone: 'prompt' });
    await screen.press('Allow microphone');

    expect(actions.asked).toEqual([['openWelcome']]);
  });

  test('a blocked microphone', async () => {
    await showPhone({ microphone: 'denied' });

    expect(screen.text).toContain('The microphone is blocked');
    await screen.press('Show me how');
    expect(actions.asked).toEqual([['openWelcome']]);
  });

  test('a wrong password: mend the account, or read more on the connection page', async () => {
    await showPhone(failed('wrong-password', null));

    expect(screen.text).toContain('Wrong password.');
    expect(screen.text).not.toContain('403');
    await screen.press('Change the password');
    await screen.press('Try now');
    await screen.press('Connection details');
    expect(actions.asked).toEqual([['openOptions'], ['reconnect'], ['openConnection']]);
  });

  test('nothing stands in the way: nothing is said', async () => {
    await showPhone();

    expect(screen.all('.notice')).toEqual([]);
  });
});

describe('a new version', () => {
  const update = { sinceMs: NOW_MS, asks: true };

  test('is nothing to see while it waits for a quiet moment', async () => {
    await showPhone({ update: { ...update, asks: false } });

    expect(screen.text).not.toContain('Update ready');
  });

  test('can be had at once after a week', async () => {
    await showPhone({ update });

    expect(screen.text).toContain('Update ready');
    await screen.press('Restart now');
    expect(actions.asked).toEqual([['restartNow']]);
  });

  test('says in a call that it would hang up, and is out of the way while it rings', async () => {
    await showPhone({ update, calls: [talking('1')] });
    expect(screen.text).toContain('Restarting now hangs up.');
    await showPhone({
      update,
      calls: [callLike('1', { direction: 'incoming', state: 'ringing' })],
    });

    expect(screen.text).not.toContain('Update ready');
  });
});

describe('dialling', () => {
  const NUMBER = 'Number or address';

  test('typing starts at once', async () => {
    await showPhone();

    expect(document.activeElement).toBe(screen.field(NUMBER));
  });

  test('groups the digits as they are typed, and calls what stands there', async () => {
    await showPhone();
    await screen.type(NUMBER, '2125550123');

    expect(screen.field(NUMBER).value).toBe('(212) 555-0123');
    await screen.press('Call');
    expect(actions.asked).toEqual([['dial', '(212) 555-0123']]);
    expect(screen.field(NUMBER).value).toBe('');
  });

  test('groups as the user’s country does', async () => {
    await showPhone({}, { country: 'GB' });
    await screen.type(NUMBER, '02079460018');

    expect(screen.field(NUMBER).value).toBe('020 7946 0018');
  });

  test('keeps the caret in the middle while grouping', async () => {
    await showPhone();
    await screen.type(NUMBER, '212555012');
    await screen.edit(NUMBER, '(2192) 555-012', 4, 'insertText');

    expect(screen.field(NUMBER).value).toBe('(219) 255-5012');
    expect(screen.field(NUMBER).selectionStart).toBe(4);
  });

  test('leaves an address alone', async () => {
    await showPhone();
    await screen.type(NUMBER, 'bob@example.com');
    await screen.press('Call');

    expect(actions.asked).toEqual([['dial', 'bob@example.com']]);
  });

  test('a refused number is said beside the field, and stays to be corrected', async () => {
    actions.refuseWith = 'invalid-target';
    await showPhone();
    await screen.type(NUMBER, '!!');
    await screen.press('Call');

    expect(screen.describedBy(NUMBER)).toBe('This isn’t a number that can be called.');
    expect(screen.field(NUMBER).getAttribute('aria-invalid')).toBe('true');
    expect(screen.field(NUMBER).value).toBe('!!');
    expect(document.activeElement).toBe(screen.field(NUMBER));

    await screen.type(NUMBER, '+1');
    expect(screen.describedBy(NUMBER)).toBe('');
    expect(screen.field(NUMBER).getAttribute('aria-invalid')).toBe('false');
  });

  test.each([
    ['not-registered', 'Offhook isn’t connected, so it can’t call right now.'],
    ['too-many-calls', 'There are too many calls already. End one first.'],
  ] as const)('a phone that cannot call (%s) says so', async (code, words) => {
    actions.refuseWith = code;
    await showPhone();
    await screen.type(NUMBER, '204');
    await screen.press('Call');

    expect(screen.describedBy(NUMBER)).toBe(words);
  });

  test('Call on an empty field brings the last dialled number back', async () => {
    await showPhone({}, { history: HISTORY });
    await screen.press('Call');

    expect(screen.field(NUMBER).value).toBe('+49 30 23125118');
    expect(actions.asked).toEqual([]);
  });

  test('Call on an empty field, with nobody called yet, asks for a number', async () => {
    await showPhone();
    await screen.press('Call');

    expect(screen.describedBy(NUMBER)).toBe('Type a number first.');
    expect(actions.asked).toEqual([]);
  });
});

describe('the dial pad', () => {
  const NUMBER = 'Number or address';

  test('is open on the first day, and opened later by its button', async () => {
    await showPhone();
    expect(screen.buttons).toContain('7');

    await screen.leave();
    await showPhone({}, { history: HISTORY });
    expect(screen.buttons).not.toContain('7');
    await screen.press('Show the dial pad');
    expect(screen.buttons).toContain('7');
    expect(screen.button('Hide the dial pad').getAttribute('aria-expanded')).toBe('true');
  });

  test('types digits, and the eraser takes them back', async () => {
    await showPhone();
    for (const key of ['2', '0', '4', '#']) {
      await screen.press(key);
    }
    expect(screen.field(NUMBER).value).toBe('204#');

    await screen.press('Erase the last digit');
    await screen.press('Erase the last digit');
    expect(screen.field(NUMBER).value).toBe('20');
  });

  test('types where the caret stands', async () => {
    await showPhone();
    await screen.type(NUMBER, '24');
    screen.field(NUMBER).setSelectionRange(1, 1);
    await screen.press('0');

    expect(screen.field(NUMBER).value).toBe('204');
    expect(screen.field(NUMBER).selectionStart).toBe(2);
  });

  test('gives a plus on a long press of 0', async () => {
    jest.useFakeTimers();
    try {
      await showPhone();
      const zero = screen.button('0');

      await screen.do(() => {
        zero.dispatchEvent(new Event('pointerdown', { bubbles: true, cancelable: true }));
        jest.advanceTimersByTime(500);
        zero.dispatchEvent(new Event('pointerup', { bubbles: true }));
        zero.click();
      });
      expect(screen.field(NUMBER).value).toBe('+');

      await screen.do(() => {
        zero.dispatchEvent(new Event('pointerdown', { bubbles: true, cancelable: true }));
        jest.advanceTimersByTime(100);
        zero.dispatchEvent(new Event('pointerup', { bubbles: true }));
        zero.click();
      });
      expect(screen.field(NUMBER).value).toBe('+0');
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('recent calls', () => {
  const rows = () => screen.all('.recent-call').map((row) => row.getAttribute('aria-label'));

  test('say who, how it went and when, without looking at colours', async () => {
    await showPhone({}, { history: HISTORY });

    expect(rows()).toEqual([
      'Call Bob from Sales, +1 212 555 0123, Missed, 2:52 PM',
      'Call +49 30 23125118, Outgoing · 3:07, 2:04 PM',
      'Call Carol from Support, 204, via Sales, Answered on another phone, 1:04 PM',
      'Call Orders, deliveries and returns of Harbour & Pine Trading in Fri…, +44 20 7946 0018, Busy, Yesterday',
      'Call Hidden number, Missed, Sunday',
      'Call Dave from Accounts, +1 212 555 0199, Incoming · 1:12:01, Apr 12',
    ]);
  });

  test('are called back by a click', async () => {
    await showPhone({}, { history: HISTORY });
    await screen.do(() => screen.all('.recent-call')[2]?.click());

    expect(actions.asked).toEqual([['redial', 'sip:204@example.com']]);
  });

  test('that cannot be called say so', async () => {
    actions.refuseWith = 'not-registered';
    await showPhone({}, { history: HISTORY });
    await screen.do(() => screen.all('.recent-call')[2]?.click());

    expect(screen.one('.recent [role="alert"]').textContent).toBe(
      'Offhook isn’t connected, so it can’t call right now.',
    );
  });

  test('mark the missed ones as new, tell they were seen, and keep the mark while open', async () => {
    const seen = { history: HISTORY, missedSeenAtMs: NOW_MS - 60 * 60_000 };

    await showPhone({}, seen);

    expect(screen.all('.recent-new')).toHaveLength(1);
    expect(actions.asked).toEqual([['seeMissed', HISTORY[0]?.startedAtMs]]);

    await showPhone({}, { ...seen, missedSeenAtMs: HISTORY[0]?.startedAtMs ?? 0 });
    expect(screen.all('.recent-new')).toHaveLength(1);
    expect(actions.asked).toHaveLength(1);

    await screen.leave();
    await showPhone({}, { ...seen, missedSeenAtMs: HISTORY[0]?.startedAtMs ?? 0 });
    expect(screen.all('.recent-new')).toEqual([]);
  });

  test('show the first twenty, and the rest on request', async () => {
    const history: HistoryEntry[] = Array.from({ length: 45 }, (_, index) => ({
      id: String(index),
      direction: 'outgoing',
      remote: { uri: `sip:${String(index)}@example.com`, displayName: null },
      startedAtMs: NOW_MS - index * 1_000,
      durationMs: 0,
      outcome: 'cancelled',
    }));

    await showPhone({}, { history });
    expect(rows()).toHaveLength(20);

    await screen.press('Show older calls');
    expect(rows()).toHaveLength(45);
    expect(screen.buttons).not.toContain('Show older calls');
  });

  test('are promised where there are none yet', async () => {
    await showPhone();

    expect(screen.text).toContain('Calls you make and receive appear here.');
  });
});

test('the settings are one click away', async () => {
  await showPhone();
  await screen.press('Settings');

  expect(actions.asked).toEqual([['openOptions']]);
});

describe('what the called party sees', () => {
  const outgoing = { shown: 'own', numbers: ['+12125550100'], headers: [] } as const;
  const call = async (number: string) => {
    await screen.type('Number or address', number);
    await screen.press('Call');
  };

  test('is chosen for one call, and is the usual number again for the next', async () => {
    await showPhone({}, { outgoing });
    await screen.choose('They see', 'hidden');
    await call('200');
    await call('201');

    expect(actions.asked).toEqual([
      ['dial', '200', 'hidden'],
      ['dial', '201'],
    ]);
  });

  test('is no choice where there is only one number', async () => {
    const { account } = snapshotLike();
    const profile = account && { ...account.profile, hideNumber: null };

    await showPhone({ account: account && profile && { ...account, profile } });

    expect(screen.all('.shown-as')).toEqual([]);
  });

  test('says so when a number can’t be hidden, and calls nobody', async () => {
    await showPhone({}, { outgoing });
    actions.refuseWith = 'number-not-hidden';
    await call('200');

    expect(screen.text).toContain('Your number can’t be hidden');
  });
});

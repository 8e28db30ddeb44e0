/** @jest-environment jsdom */
import type { Call } from '../../../../src/call/call';
import { actions, screen, showPhone, usePhoneOnScreen } from '../../../support/phone-on-screen';
import { callLike, endedCall, NOW_MS, talking } from '../../../support/ui-preview/phone-states';

usePhoneOnScreen();

function show(...calls: Call[]): Promise<void> {
  return showPhone({ calls });
}

function ringing(id = '1', changes: Partial<Call> = {}): Call {
  return callLike(id, { direction: 'incoming', state: 'ringing', ...changes });
}

describe('an outgoing call', () => {
  test('says whom it calls, in international form, and how far it is', async () => {
    await show(callLike('1'));

    expect(screen.text).toContain('Bob from Sales');
    expect(screen.text).toContain('+1 212 555 0123');
    expect(screen.text).toContain('Calling…');

    await show(callLike('1', { state: 'ringing' }));

    expect(screen.text).toContain('Ringing…');
  });

  test('has no timer before somebody answers', async () => {
    await show(callLike('1', { state: 'ringing' }));

    expect(screen.all('[role="timer"]')).toEqual([]);
  });

  test('can be given up', async () => {
    await show(callLike('1'));
    await screen.press('Hang up');

    expect(actions.asked).toEqual([['command', '1', { type: 'hang-up' }]]);
  });

  test('cannot be held, nor take digits, before it is answered', async () => {
    await show(callLike('1', { state: 'ringing' }));

    expect(screen.button('Hold').disabled).toBe(true);
    expect(screen.button('Keypad').disabled).toBe(true);
    expect(screen.button('Mute').disabled).toBe(false);
  });
});

describe('a call that is up', () => {
  test('counts its time', async () => {
    jest.useFakeTimers();
    try {
      await show(talking('1'));
      expect(screen.one('[role="timer"]').textContent).toBe('2:07');

      screen.nowMs += 61_000;
      jest.advanceTimersByTime(1_000);
      await show(talking('1'));

      expect(screen.one('[role="timer"]').textContent).toBe('3:08');
    } finally {
      jest.useRealTimers();
    }
  });

  test('shows mute as the phone tells it, not as it was clicked', async () => {
    await show(talking('1'));
    await screen.press('Mute');

    expect(actions.asked).toEqual([['command', '1', { type: 'mute', on: true }]]);
    expect(screen.buttons).toContain('Mute');

    await show(talking('1', { muted: true }));

    expect(screen.text).toContain('You are muted');
    await screen.press('Unmute');
    expect(actions.asked.at(-1)).toEqual(['command', '1', { type: 'mute', on: false }]);
  });

  test('is held and resumed; while the other side is asked, the button waits', async () => {
    await show(talking('1'));
    await screen.press('Hold');
    expect(actions.asked).toEqual([['command', '1', { type: 'hold', on: true }]]);

    await show(talking('1', { hold: { local: false, remote: false, requested: true } }));
    expect(screen.text).toContain('Putting on hold…');
    expect(screen.button('Hold').disabled).toBe(true);

    await show(talking('1', { hold: { local: true, remote: false, requested: null } }));
    expect(screen.text).toContain('On hold');
    await screen.press('Resume');
    expect(actions.asked.at(-1)).toEqual(['command', '1', { type: 'hold', on: false }]);
  });

  test('says when the other side put it on hold, which we may not undo', async () => {
    await show(talking('1', { hold: { local: false, remote: true, requested: null } }));

    expect(screen.text).toContain('They put you on hold');
    expect(screen.buttons).toContain('Hold');
  });

  test('says why a command was refused, until the call moves on', async () => {
    actions.refuseWith = 'invalid-state';
    await show(talking('1'));
    await screen.press('Hold');

    expect(screen.one('.call-card .field-error').textContent).toBe(
      'The call has moved on, so this isn’t possible any more.',
    );

    await show(talking('1', { state: 'terminating' }));

    expect(screen.one('.call-card .field-error').textContent).toBe('');
  });

  test('that is hanging up takes no more commands', async () => {
    await show(talking('1', { state: 'terminating' }));

    expect(screen.text).toContain('Hanging up…');
    for (const name of ['Mute', 'Keypad', 'Hold', 'Hang up']) {
      expect(screen.button(name).disabled).toBe(true);
    }
  });
});

describe('digits', () => {
  const sent = () =>
    actions.asked.map((ask) => (ask as [string, string, { tones: string }])[2].tones);

  test('are sent from the keypad', async () => {
    await show(talking('1'));
    await screen.press('Keypad');
    await screen.press('4');
    await screen.press('0');
    await screen.press('#');

    expect(sent()).toEqual(['4', '0', '#']);
  });

  test('are sent from the keyboard while the keypad is open', async () => {
    await show(talking('1'));
    await screen.press('Keypad');
    await screen.do(() => {
      for (const key of ['7', '*', 'a', 'Enter']) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      }
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: '1', ctrlKey: true, bubbles: true }),
      );
    });

    expect(sent()).toEqual(['7', '*']);
  });

  test('that were copied are played when they are pasted', async () => {
    await show(talking('1'));
    await screen.press('Keypad');
    const paste = async (text: string) => {
      const event = new Event('paste', { bubbles: true, cancelable: true });

      Object.assign(event, { clipboardData: { getData: () => text } });
      await screen.do(() => {
        document.body.dispatchEvent(event);
      });
    };

    await paste(' 12 34# ');
    await paste('no digits at all');

    expect(sent()).toEqual(['1234#']);
  });

  test('typed while the keypad is closed stay with the page', async () => {
    await show(talking('1'));
    await screen.do(() => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '7', bubbles: true }));
    });

    expect(actions.asked).toEqual([]);
  });

  test('sent and received stand on the card as the phone tells them', async () => {
    await show(talking('1', { dtmf: { sent: '14', received: '5' } }));
    await screen.press('Keypad');

    expect(screen.text).toContain('You sent14');
    expect(screen.text).toContain('They sent5');
  });

  test('that were not heard are told, with or without the keypad', async () => {
    await show(talking('1', { lostDigits: '47#' }));
    expect(screen.text).toContain('The digits 47# may not have been heard');
    await screen.press('Keypad');
    expect(screen.text).toContain('The digits 47# may not have been heard');
  });
});

describe('an incoming call', () => {
  test('says when it is about to be answered by itself', async () => {
    await show(ringing('1', { answersAtMs: NOW_MS + 1_000 }));

    expect(screen.text).toContain('Answers by itself…');
    expect(screen.button('Decline').disabled).toBe(false);
  });

  test('says who sent it on, as text and no more', async () => {
    await show(
      ringing('1', {
        remote: { uri: 'sip:204@example.com', displayName: 'Carol', via: '<b>Sales\u202e' },
      }),
    );

    expect(screen.one('.party-via').textContent).toBe('via <b>Sales');
  });

  test('says who calls and is answered', async () => {
    await show(ringing());
    screen.nowMs += 300;
    await screen.press('Answer');

    expect(screen.text).toContain('Incoming call');
    expect(screen.text).toContain('Bob from Sales');
    expect(actions.asked).toEqual([['command', '1', { type: 'answer' }]]);
  });

  test('is declined', async () => {
    await show(ringing());
    screen.nowMs += 300;
    await screen.press('Decline');

    expect(actions.asked).toEqual([['command', '1', { type: 'decline' }]]);
  });

  test('is answered although the clock of the machine was set back meanwhile', async () => {
    await show(ringing());
    screen.nowMs -= 3_600_000;
    await screen.press('Answer');

    expect(actions.asked).toEqual([['command', '1', { type: 'answer' }]]);
  });

  test('ignores a click that was on its way to something else', async () => {
    await show(ringing());
    screen.nowMs += 299;
    await screen.press('Answer');
    await screen.press('Decline');

    expect(actions.asked).toEqual([]);
  });

  test('that takes the place of another is inert anew', async () => {
    await show(ringing('1'));
    screen.nowMs += 5_000;
    await show(ringing('2'));
    await screen.press('Answer');

    expect(actions.asked).toEqual([]);
  });

  test('is not answered by a key held down since before it came', async () => {
    await show(ringing());
    const event = new KeyboardEvent('keydown', {
      key: 'Enter',
      repeat: true,
      cancelable: true,
      bubbles: true,
    });

    screen.button('Answer').dispatchEvent(event);

    expect(event.defaultPrevented).toBe(true);
  });

  test('never takes the focus by itself', async () => {
    await show(ringing());

    expect(document.activeElement).toBe(document.body);
  });

  test('of a hidden number says so', async () => {
    await show(
      ringing('1', { remote: { uri: 'sip:anonymous@anonymous.invalid', displayName: null } }),
    );

    expect(screen.one('h2').textContent).toBe('Hidden number');
  });

  test('shows whatever the caller sent as text, capped and without tricks', async () => {
    const displayName = `<img src=x onerror=alert(1)>\u202e\u0000${'A'.repeat(100_000)}`;

    await show(ringing('1', { remote: { uri: 'sip:evil@example.com', displayName } }));
    const name = screen.one('.party-name').textContent;

    expect(screen.all('.party-name img')).toEqual([]);
    expect(name).toMatch(/^<img src=x onerror=alert\(1\)> A+…$/);
    expect(name).toHaveLength(64);
  });
});

describe('several calls', () => {
  const dave = { uri: 'sip:204@example.com', displayName: 'Dave from Accounts' };

  test('an incoming call comes to the front; the one in progress stays at hand', async () => {
    await show(talking('1'), ringing('2', { remote: dave }));

    expect(screen.one('.call-card h2').textContent).toBe('Dave from Accounts');
    expect(screen.text).toContain('Answer and hold the other call');
    await screen.press('Hang up: Bob from Sales');
    expect(actions.asked).toEqual([['command', '1', { type: 'hang-up' }]]);
  });

  test('the held one is resumed from its small card', async () => {
    await show(
      talking('1', { remote: dave, hold: { local: true, remote: false, requested: null } }),
      talking('2'),
    );

    expect(screen.one('.call-card h2').textContent).toBe('Bob from Sales');
    await screen.press('Resume: Dave from Accounts');
    expect(actions.asked).toEqual([['several', { type: 'swap', callId: '1' }]]);
  });

  test('a second caller who waits behind the first can be declined', async () => {
    await show(ringing('1'), ringing('2', { remote: dave }));
    await screen.press('Decline: Dave from Accounts');

    expect(actions.asked).toEqual([['command', '2', { type: 'decline' }]]);
  });

  test('a new call is dialled while one is up', async () => {
    await show(talking('1'));
    expect(screen.all('.dial-box')).toEqual([]);

    await screen.press('Add call');
    await screen.type('Number or address', '204');
    await screen.press('Call');

    expect(actions.asked).toEqual([['dial', '204']]);
    expect(screen.all('.dial-box')).toEqual([]);
  });
});

describe('a call whose other side wants us to call somebody', () => {
  const referred = talking('1', {
    referral: { uri: 'sip:+493023125101@pbx.test', displayName: 'Carol' },
  });

  test.each([
    ['Call', 'accept-referral'],
    ['No, stay here', 'refuse-referral'],
  ])('says whom, by number too, and %s is %s', async (button, type) => {
    await show(referred);

    expect(screen.text).toContain(
      'Bob from Sales asks you to call Carol (+49 30 23125101) instead.',
    );
    screen.nowMs += 300;
    await screen.press(button);

    expect(actions.asked).toEqual([['command', '1', { type }]]);
  });

  test('ignores a click that was on its way to what the question pushed aside', async () => {
    await show(talking('1'));
    screen.nowMs += 60_000;
    await show(referred);
    screen.nowMs += 299;
    await screen.press('Call');

    expect(actions.asked).toEqual([]);
  });
});

test('what the other side writes is shown as the text it is, and stays when the call ends', async () => {
  const message = '<b>Look</b> at https://evil.example';

  await show(talking('1', { message }));
  expect(screen.text).toContain(`Bob from Sales wrote: ${message}`);
  expect(screen.all('.call-message b, .call-message a')).toEqual([]);

  await show({ ...endedCall('1', { cause: 'remote-bye' }), message });
  expect(screen.text).toContain(message);
});

describe('a call that somebody else wants to take over', () => {
  const wanted = { replacement: { uri: 'sip:+493023125101@pbx.test', displayName: 'Carol' } };

  test.each([
    ['Switch', 'accept-replacement'],
    ['No, stay here', 'refuse-replacement'],
  ])('says who, and in whose place, and %s is %s', async (button, type) => {
    await show(talking('1', wanted));

    expect(screen.text).toContain(
      'Carol (+49 30 23125101) wants to take over this call from Bob from Sales.',
    );
    screen.nowMs += 300;
    await screen.press(button);

    expect(actions.asked).toEqual([['command', '1', { type }]]);
  });

  test('asks on its own small card while another call is in front', async () => {
    await show(
      talking('1'),
      talking('2', { ...wanted, hold: { local: true, remote: false, requested: null } }),
    );

    expect(screen.all('.other-calls .call-question')).toHaveLength(1);
  });
});

test('a call that the phone takes up again says so, and goes on counting its time', async () => {
  await show(talking('1', { isComingBack: true }));

  expect(screen.text).toContain('Getting the call back…');
});

describe('a call that ended', () => {
  const busy = endedCall('1', {
    cause: 'rejected',
    response: { statusCode: 486, reasonPhrase: 'Busy Here' },
  });

  test('says in words how, and keeps the code behind Details', async () => {
    await show(busy);

    expect(screen.text).toContain('Busy');
    expect(screen.one('details').hasAttribute('open')).toBe(false);
    expect(screen.one('details code').textContent).toBe('SIP response 486 Busy Here');
  });

  test('because the party has moved offers to call the new number', async () => {
    await show(
      endedCall(
        '1',
        { cause: 'rejected', response: { statusCode: 302, reasonPhrase: 'Moved Temporarily' } },
        { movedTo: [{ uri: 'sip:+493023125101@pbx.test', displayName: 'Not Bob' }] },
      ),
    );

    expect(screen.text).toContain('Has moved to another number');
    await screen.press('Call +49 30 23125101');

    expect(actions.asked).toEqual([['redial', 'sip:+493023125101@pbx.test']]);
  });

  test('says how long the two talked', async () => {
    await show(endedCall('1', {}, { establishedAtMs: NOW_MS - 62_000, endedAtMs: NOW_MS }));

    expect(screen.text).toContain('Call ended1:02');
  });

  test('is called again', async () => {
    await show(busy);
    await screen.press('Call again');

    expect(actions.asked).toEqual([['redial', 'sip:+12125550123@example.com']]);
  });

  test('that was missed is called back', async () => {
    await show({ ...endedCall('1', { cause: 'cancelled' }), direction: 'incoming' });

    expect(screen.text).toContain('Missed');
    await screen.press('Call back');
    expect(actions.asked).toEqual([['redial', 'sip:+12125550123@example.com']]);
  });

  test('is taken off the screen', async () => {
    await show(busy);
    await screen.press('Close');

    expect(actions.asked).toEqual([['dismiss', '1']]);
  });

  test('because the phone lost it says so, and calls back, whoever began', async () => {
    const lost = endedCall(
      '1',
      { cause: 'error', problem: 'lost' },
      { establishedAtMs: NOW_MS - 62_000, endedAtMs: NOW_MS },
    );

    await show(lost);
    expect(screen.text).toContain('The call was lost1:02');
    expect(screen.text).toContain('Offhook had to start anew');
    await screen.press('Call back');
    expect(actions.asked).toEqual([['redial', lost.remote.uri]]);
  });
});

test('a screen reader hears every state of every call once', async () => {
  await show(ringing());
  expect(screen.announced).toEqual(['Bob from Sales: Incoming call']);

  const line = screen.one('[role="log"] p');

  await show(ringing());
  expect(screen.one('[role="log"] p')).toBe(line);

  await show(talking('1', { direction: 'incoming' }));
  expect(screen.announced).toEqual(['Bob from Sales: In a call']);
});

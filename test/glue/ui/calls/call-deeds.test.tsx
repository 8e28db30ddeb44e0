/** @jest-environment jsdom */
import type { Call, Transfer } from '../../../../src/call/call';
import type { HistoryEntry } from '../../../../src/history/entry';
import { DEFAULT_PROFILE, type Profile } from '../../../../src/account/profile';
import type { Consult } from '../../../../src/phone/consult';
import { actions, screen, showPhone, usePhoneOnScreen } from '../../../support/phone-on-screen';
import { callLike, endedCall, HISTORY, talking } from '../../../support/ui-preview/phone-states';

usePhoneOnScreen();

function show(
  calls: readonly Call[],
  history: readonly HistoryEntry[] = [],
  consults: readonly Consult[] = [],
): Promise<void> {
  return showPhone({ calls, consults }, { history, missedSeenAtMs: 0 });
}

/** Presses a key where the focus is. */
async function key(name: string, init: KeyboardEventInit = {}): Promise<void> {
  await screen.do(() => {
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init }),
    );
  });
}

const dave = { uri: 'sip:204@example.com', displayName: 'Dave from Accounts' };
const held = talking('2', { remote: dave, hold: { local: true, remote: false, requested: null } });

function ringing(changes: Partial<Call> = {}): Call {
  return callLike('1', { direction: 'incoming', state: 'ringing', ...changes });
}

describe('transferring without asking first', () => {
  test('takes a number and sends the other party there', async () => {
    await show([talking('1')]);
    await screen.press('Transfer');

    expect(screen.text).toContain('Transfer Bob from Sales to');
    await screen.type('Number or address to transfer to', '204');
    await screen.press('Transfer now');

    expect(actions.asked).toEqual([['command', '1', { type: 'transfer', target: '204' }]]);
    expect(screen.buttons).toContain('Hold');
  });

  test('suggests those one talked to, each once and never the other party', async () => {
    await show([talking('1')], [...HISTORY, ...HISTORY]);
    await screen.press('Transfer');
    const names = screen.all('.suggestions .deed-words > bdi:first-child');

    expect(names.map(({ textContent }) => textContent)).toEqual([
      '+49 30 23125118',
      'Carol from Support',
      expect.stringContaining('Orders'),
      'Dave from Accounts',
    ]);
    await screen.do(() => {
      names[1]?.click();
    });
    await screen.press('Transfer now');

    expect(actions.asked).toEqual([['command', '1', { type: 'transfer', target: '204' }]]);
  });

  test('says what is wrong with the number, and keeps it', async () => {
    actions.refuseWith = 'invalid-target';
    await show([talking('1')]);
    await screen.press('Transfer');
    await screen.type('Number or address to transfer to', '!!');
    await screen.press('Transfer now');

    expect(screen.describedBy('Number or address to transfer to')).not.toBe('');
    expect(screen.field('Number or address to transfer to').value).toBe('!!');
  });

  test('asks for a number where there is none', async () => {
    await show([talking('1')]);
    await screen.press('Transfer');
    await screen.press('Transfer now');

    expect(screen.text).toContain('Type a number');
    expect(actions.asked).toEqual([]);
  });

  test('is not possible before the answer, and the button says why', async () => {
    await show([callLike('1', { state: 'ringing' })]);

    expect(screen.button('Transfer').disabled).toBe(true);
    expect(screen.button('Transfer').title).toBe('Possible once the call is answered');
  });
});

describe('asking first', () => {
  const consults = [{ callId: '2', withCallId: '1', resumes: true }];

  test('calls whom was typed, about the other party', async () => {
    await show([talking('1')]);
    await screen.press('Transfer');
    await screen.type('Number or address to transfer to', '204');
    await screen.press('Ask first');

    expect(actions.asked).toEqual([['several', { type: 'consult', callId: '1', target: '204' }]]);
  });

  test.each(['ringing', 'established'] as const)(
    'connects the two while it is %s',
    async (state) => {
      await show([held, callLike('1', { state })], [], consults);

      expect(screen.text).toContain('About Dave from Accounts, who is on hold');
      await key('c');

      expect(actions.asked).toEqual([['several', { type: 'connect', withCallId: '1' }]]);
    },
  );

  test('goes back to who waits', async () => {
    await show([held, talking('1')], [], consults);
    await screen.press('Back to Dave from Accounts');

    expect(actions.asked).toEqual([['command', '1', { type: 'hang-up' }]]);
  });

  test.each([
    ['asked', null, 'Transferring to Bob from Sales…', true],
    ['failed', 403, 'aren’t allowed. Dave from Accounts is still on hold.', false],
  ] as const)('says where one looks that it is %s', async (state, statusCode, words, isWaiting) => {
    const response = statusCode === null ? null : { statusCode, reasonPhrase: '' };
    const transfer = { uri: null, callId: '1', state, response };

    await show([{ ...held, transfer }, talking('1')], [], consults);

    expect(screen.one('.call-card .call-news').textContent).toContain(words);
    expect(screen.button('Connect them').disabled).toBe(isWaiting);
  });

  test('says how it ended on one card', async () => {
    const uri = null;
    const response = { statusCode: 200, reasonPhrase: 'OK' };

    await show([
      { ...held, state: 'terminating', transfer: { uri, callId: '1', state: 'done', response } },
      endedCall('1', { cause: 'remote-bye' }),
    ]);

    expect(screen.text).toContain('Transferred to Bob from Sales');
    expect(screen.all('.compact-card, .ended-card')).toEqual([]);
  });
});

describe('a transfer under way', () => {
  const uri = 'sip:+493023125118@example.com';
  const state = 'failed';

  test.each<[string, Partial<Call>, Transfer['state'], number | null]>([
    ['Transferring to +49 30 23125118…', {}, 'asked', null],
    ['Transferring to +49 30 23125118: ringing…', {}, 'under-way', 180],
    ['+49 30 23125118 is busy. You are back with Bob from Sales.', {}, state, 486],
    ['+49 30 23125118 declined. You are back with Bob from Sales.', {}, state, 603],
    ['+49 30 23125118 can’t be found. You are back with Bob from Sales.', {}, state, 404],
    ['No word of the transfer to +49 30 23125118. You are back', {}, state, null],
    ['is busy. Bob from Sales is still on hold.', { hold: held.hold }, state, 486],
  ])('says “%s”', async (words, changes, now, statusCode) => {
    const response = statusCode === null ? null : { statusCode, reasonPhrase: '' };

    await show([
      talking('1', { ...changes, transfer: { uri, callId: null, state: now, response } }),
    ]);

    expect(screen.one('.transfer-status').textContent).toContain(words);
  });

  test('that failed is said until it has been read', async () => {
    await show([talking('1', { transfer: { uri, callId: null, state, response: null } })]);
    await screen.press('Close');

    expect(screen.one('.transfer-status').textContent).toBe('');
  });

  test('takes no second one', async () => {
    await show([talking('1', { transfer: { uri, callId: null, state: 'asked', response: null } })]);

    expect(screen.button('Transfer').title).toBe('A transfer is under way');
  });

  test('that came about is how the call ended', async () => {
    const response = { statusCode: 200, reasonPhrase: 'OK' };

    await show([
      endedCall(
        '1',
        { cause: 'local-bye' },
        {
          establishedAtMs: 1,
          transfer: { uri, callId: null, state: 'done', response },
        },
      ),
    ]);

    expect(screen.text).toContain('Transferred to +49 30 23125118');
  });
});

describe('all calls at once', () => {
  test.each([
    ['Hold all calls', 'hold-all'],
    ['Hang up all calls', 'hang-up-all'],
  ])('%s', async (button, type) => {
    await show([talking('1'), held]);
    await screen.press('More');
    await screen.press(button);

    expect(actions.asked).toEqual([['several', { type }]]);
  });

  test('are swapped by a key', async () => {
    await show([talking('1'), held]);
    await key('w');

    expect(actions.asked).toEqual([['several', { type: 'swap', callId: '2' }]]);
  });
});

describe('what more there is to do', () => {
  test('connects the other parties of two calls', async () => {
    await show([talking('1'), held]);
    await screen.press('More');
    await screen.press(
      'Connect Bob from Sales with Dave from AccountsThey go on talking without you',
    );

    expect(actions.asked).toEqual([['command', '2', { type: 'transfer-to-call', callId: '1' }]]);
  });

  test('closes with Escape, and the focus goes back to its button', async () => {
    await show([talking('1'), held]);
    await screen.press('More');
    expect(document.activeElement?.className).toContain('deed');

    await key('Escape');

    expect(screen.all('.call-panel')).toEqual([]);
    expect(document.activeElement).toBe(screen.button('More'));
  });
});

describe('the keyboard', () => {
  test.each([
    ['m', { type: 'mute', on: true }],
    ['h', { type: 'hold', on: true }],
    ['e', { type: 'hang-up' }],
  ])('%s is the key of a button', async (letter, command) => {
    await show([talking('1')]);
    await key(letter);

    expect(actions.asked).toEqual([['command', '1', command]]);
  });

  test('works on a layout without Latin letters', async () => {
    await show([talking('1')]);
    await key('ь', { code: 'KeyM' });

    expect(actions.asked).toEqual([['command', '1', { type: 'mute', on: true }]]);
  });

  test('opens and closes a panel with the same key', async () => {
    await show([talking('1')]);
    await key('k');
    expect(screen.buttons).toContain('Hide keypad');
    await key('k');

    expect(document.activeElement).toBe(screen.button('Keypad'));
  });

  test('stays with what is being typed, and with the browser', async () => {
    await show([talking('1')]);
    await key('m', { ctrlKey: true });
    await key('t');
    await key('m');
    await key('e');

    expect(screen.field('Number or address to transfer to')).toBe(document.activeElement);
    expect(actions.asked).toEqual([]);
  });

  test('says its keys to whom it concerns', async () => {
    await show([talking('1')]);

    expect(screen.button('Mute').title).toBe('Mute (key M)');
    expect(screen.button('Mute').getAttribute('aria-keyshortcuts')).toBe('M');
  });

  test('answers and declines', async () => {
    await show([ringing()]);
    await key('a');
    expect(actions.asked).toEqual([]); // It was on its way to something else.
    screen.nowMs += 300;
    await key('d');

    expect(actions.asked).toEqual([['command', '1', { type: 'decline' }]]);
  });
});

describe('a call that rings', () => {
  test('is answered and the other one ended', async () => {
    await show([ringing(), talking('2', { remote: dave })]);
    screen.nowMs += 300;
    await screen.press('Answer and end the other');

    expect(actions.asked).toEqual([['command', '1', { type: 'answer', others: 'hang-up' }]]);
  });

  test.each([
    ['Decline as busy', 'busy'],
    ['Decline as not available', 'unavailable'],
  ])('%s', async (button, as) => {
    await show([ringing()]);
    screen.nowMs += 300;
    await screen.press('More');
    await screen.press(button);

    expect(actions.asked).toEqual([['command', '1', { type: 'decline', as }]]);
  });

  test('is forwarded to a number', async () => {
    await show([ringing()]);
    screen.nowMs += 300;
    await screen.press('More');
    await screen.press('Forward to…');
    await screen.type('Number or address to forward to', '204');
    await screen.press('Forward');

    expect(actions.asked).toEqual([['command', '1', { type: 'redirect', target: '204' }]]);
  });
});

describe('a caller who is not answered', () => {
  const withMailbox = { ...DEFAULT_PROFILE, toVoicemail: { by: 'decline' } } as const;
  const account = (profile: Profile) => ({
    address: 'sip:alice@example.com',
    displayName: 'Alice',
    profile,
  });

  async function showMore(profile: Profile, changes: Partial<Call> = {}): Promise<void> {
    await showPhone({ calls: [ringing(changes)], account: account(profile) });
    screen.nowMs += 300;
    await screen.press('More');
  }

  test('rings unheard', async () => {
    await show([ringing()]);
    screen.nowMs += 300;
    await key('s');
    expect(actions.asked).toEqual([['command', '1', { type: 'silence' }]]);

    await show([ringing({ isSilenced: true })]);
    expect(screen.text).toContain('Silenced. You can still answer.');
  });

  test('is sent to the mailbox', async () => {
    await showMore(withMailbox);
    await screen.press('Send to voicemail');

    expect(actions.asked).toEqual([['command', '1', { type: 'to-voicemail' }]]);
  });

  test('gets ready-made words', async () => {
    await showMore(DEFAULT_PROFILE);
    await screen.press('Reply with a message…');
    await screen.press('In a meeting. Is it urgent?');
    const text = 'In a meeting. Is it urgent?';

    expect(actions.asked).toEqual([['command', '1', { type: 'reply', text }]]);
    expect(screen.all('.call-panel')).toEqual([]);
  });

  test('gets words of the user’s own', async () => {
    await showMore(DEFAULT_PROFILE);
    await screen.press('Reply with a message…');
    expect(screen.button('Send and decline').disabled).toBe(true);
    await screen.type('Your own words', ' Back at three ');
    await screen.press('Send and decline');

    expect(actions.asked).toEqual([['command', '1', { type: 'reply', text: 'Back at three' }]]);
  });

  test('rings on when the words did not arrive, and that is said', async () => {
    const reply = { text: 'Later', by: 'message', state: 'failed', response: null } as const;

    await show([ringing({ isSilenced: true, reply })]);

    expect(screen.text).toContain('Your message didn’t reach Bob from Sales.');
    expect(screen.button('Answer').disabled).toBe(false);
  });

  test('is offered nothing that the phone system or the caller lacks', async () => {
    const nothing = { ...DEFAULT_PROFILE, forward: null, reply: null };

    await showMore(nothing);
    expect(screen.text).not.toMatch(/Forward|voicemail|Reply/);

    await showMore(DEFAULT_PROFILE, {
      id: '2',
      remote: { uri: 'sip:anonymous@anonymous.invalid', displayName: null },
    });
    expect(screen.text).not.toContain('Reply');
  });
});

test('a further call is dialled while all others stay at hand, small', async () => {
  await show([talking('1'), held]);
  await screen.press('Add call');

  expect(screen.all('.call-card')).toEqual([]);
  expect(screen.buttons).toContain('Hang up: Bob from Sales');
  await screen.press('Close');

  expect(screen.all('.call-card')).toHaveLength(1);
});

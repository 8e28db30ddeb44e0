/** @jest-environment jsdom */
import type { Call } from '../../../src/call/call';
import type { HistoryEntry } from '../../../src/history/entry';
import { PhoneView } from '../../../extension/ui/phone-view';
import { recordActions, type RecordedActions } from '../../support/recorded-actions';
import { Screen } from '../../support/screen';
import { callLike, HISTORY, snapshotLike, talking } from '../../support/ui-preview/phone-states';

let screen: Screen;
let actions: RecordedActions;

beforeEach(() => {
  screen = new Screen();
  actions = recordActions();
});

afterEach(async () => {
  await screen.leave();
});

async function show(calls: readonly Call[], history: readonly HistoryEntry[] = []): Promise<void> {
  await screen.show(
    <PhoneView
      data={{ snapshot: snapshotLike({ calls }), history, country: 'US', missedSeenAtMs: 0 }}
      actions={actions}
    />,
  );
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

describe('what more there is to do', () => {
  test('connects the other parties of two calls', async () => {
    await show([talking('1'), held]);
    await screen.press('More');
    await screen.press(
      'Connect Bob from Sales with Dave from AccountsThey go on talking without you',
    );

    expect(actions.asked).toEqual([['command', '1', { type: 'transfer-to-call', callId: '2' }]]);
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

test('a further call is dialled while all others stay at hand, small', async () => {
  await show([talking('1'), held]);
  await screen.press('Add call');

  expect(screen.all('.call-card')).toEqual([]);
  expect(screen.buttons).toContain('Hang up: Bob from Sales');
  await screen.press('Close');

  expect(screen.all('.call-card')).toHaveLength(1);
});

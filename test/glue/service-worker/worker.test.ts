import { UNKNOWN_DEVICES } from '../../../src/phone/devices/devices';
import { DEFAULT_PROFILE } from '../../../src/account/profile';
import { newCall, type Call } from '../../../src/call/call';
import { ANONYMOUS } from '../../../src/sip/anonymous';
import { parseReason } from '../../../src/sip/reason';
import type { RegistrationFailureCode } from '../../../src/phone/registration/registration';
import type { Reply, Request } from '../../../src/protocol/envelope';
import type { PhoneSnapshot } from '../../../src/protocol/snapshot';
import { aliceAccount } from '../../support/accounts';
import {
  EXTENSION_ID,
  EXTENSION_ORIGIN,
  fakeChrome,
  freshChrome,
} from '../../support/chrome-stubs';
import { endOf } from '../../support/fake-sip-stack';
import { savedPhone } from '../../support/saved-phone';

const OURS = { id: EXTENSION_ID, origin: EXTENSION_ORIGIN };
const A_PAGE = {
  id: EXTENSION_ID,
  origin: 'https://crm.example',
  url: 'https://crm.example/customers/7',
};
const NO_CLUES = { telHrefs: [], countryNames: [], lang: '' };

let revision: number;
let snapshot: PhoneSnapshot;
/** What the worker asked of the phone, in order. */
let asked: Request[];
/** What the phone answers to some requests instead of obeying. */
let refusals: Partial<Record<string, Reply>>;

beforeEach(async () => {
  freshChrome();
  revision = 0;
  snapshot = snapshotWith();
  asked = [];
  refusals = {};
  fakeChrome.runtime.sendMessage.mockImplementation(phoneAnswers);
  await fakeChrome.storage.local.set({ account: aliceAccount() });
  startWorker();
  await until(() => fakeChrome.action.look.title !== '');
});

function phoneAnswers(message: unknown): Promise<Reply> {
  const request = message as Request; // The worker sends nothing else.

  asked.push(request);

  const values: Record<string, unknown> = { snapshot, dial: { callId: 'new' } };

  return Promise.resolve(
    refusals[request.type] ?? { ok: true, value: values[request.type] ?? null },
  );
}

/** Runs the worker's script, as Chrome does each time it wakes it. */
function startWorker(): void {
  jest.resetModules();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a script that runs anew cannot be a static import
  require('../../../extension/service-worker/main');
}

/** Chrome stops the worker: its listeners and its memory are gone. */
function killWorker(): void {
  const { runtime, notifications, contextMenus, alarms, storage } = fakeChrome;

  for (const event of [
    runtime.onMessage,
    runtime.onUpdateAvailable,
    notifications.onButtonClicked,
    notifications.onClicked,
    notifications.onClosed,
    contextMenus.onClicked,
    fakeChrome.commands.onCommand,
    alarms.onAlarm,
    storage.local.onChanged,
  ]) {
    event.clear();
  }
}

function snapshotWith(...calls: Call[]): PhoneSnapshot {
  revision += 1;

  return {
    instanceId: 'phone-1',
    revision,
    account: { address: 'sip:alice@pbx.test', displayName: 'Alice', profile: DEFAULT_PROFILE },
    registration: {
      state: 'registered',
      expiresAtMs: 0,
      server: 'wss://pbx.example.com',
      isBackup: false,
    },
    microphone: 'granted',
    devices: UNKNOWN_DEVICES,
    calls,
    conference: [],
    consults: [],
    team: [],
    voicemail: null,
    parked: [],
    answers: [],
    update: null,
  };
}

function callFromBob(change: Partial<Call> = {}): Call {
  const remote = { uri: 'sip:+493023125000@pbx.test', displayName: 'Bob' };

  return { ...newCall('call-1', 'incoming', remote, 10_000), ...change };
}

function endedCall(reason: string | null): Call {
  return callFromBob({
    state: 'terminated',
    endedAtMs: 11_000,
    end: endOf({ cause: 'cancelled', reason: parseReason(reason) }),
  });
}

/** A message to the worker; undefined when it left it to others. */
async function ask(
  type: string,
  payload: unknown,
  sender: Partial<chrome.runtime.MessageSender> = OURS,
): Promise<Reply | undefined> {
  const [answer] = fakeChrome.runtime.onMessage.dispatch({ to: 'worker', type, payload }, sender);

  return answer as Promise<Reply> | undefined;
}

async function phoneSays(next: PhoneSnapshot): Promise<void> {
  snapshot = next;

  const reply = await ask('phoneChanged', { snapshot: next });

  expect(reply).toEqual({ ok: true, value: null });
}

/** Waits until the worker is done with what it was told by a browser event. */
async function until(condition: () => boolean): Promise<void> {
  for (let turns = 0; !condition(); turns += 1) {
    if (turns > 2_000) {
      throw new Error('the worker never did what the test waits for');
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const shown = () => [...fakeChrome.notifications.shown.keys()];
const commands = () => asked.filter(({ type }) => type === 'command').map(({ payload }) => payload);

describe('a worker that starts', () => {
  it('listens before anything else, so that no event that woke it is lost', () => {
    expect(fakeChrome.runtime.onMessage.hasListeners()).toBe(true);
    expect(fakeChrome.notifications.onButtonClicked.hasListeners()).toBe(true);
    expect(fakeChrome.contextMenus.onClicked.hasListeners()).toBe(true);
    expect(fakeChrome.runtime.onStartup.hasListeners()).toBe(true);
    expect(fakeChrome.alarms.onAlarm.hasListeners()).toBe(true);
  });

  it('brings the phone back and looks again each half minute', async () => {
    await until(() => fakeChrome.alarms.set.has('watchdog'));

    expect(fakeChrome.offscreen.createDocument).toHaveBeenCalledTimes(1);
    expect(fakeChrome.alarms.set.get('watchdog')).toEqual({ periodInMinutes: 0.5 });
  });

  it('makes one document however many ask at once', async () => {
    await Promise.all([ask('ensurePhone', null), ask('ensurePhone', null), ask('prepare', null)]);

    expect(fakeChrome.offscreen.createDocument).toHaveBeenCalledTimes(1);
  });

  it('keeps the password from content scripts', async () => {
    await until(() => fakeChrome.storage.local.accessLevel === 'TRUSTED_CONTEXTS');

    expect(fakeChrome.storage.local.accessLevel).toBe('TRUSTED_CONTEXTS');
  });

  it('shows the welcome page after an install, and not after an update', async () => {
    fakeChrome.runtime.onInstalled.dispatch({ reason: 'update' });
    expect(fakeChrome.tabs.create).not.toHaveBeenCalled();
    fakeChrome.runtime.onInstalled.dispatch({ reason: 'install' });
    await until(() => fakeChrome.tabs.create.mock.calls.length > 0);

    expect(fakeChrome.tabs.create).toHaveBeenCalledWith({
      url: `${EXTENSION_ORIGIN}/welcome.html`,
    });
  });
});

describe('an incoming call', () => {
  it('shows a notification that stays, with who calls, Answer and Decline', async () => {
    await phoneSays(snapshotWith(callFromBob()));

    expect(fakeChrome.notifications.shown.get('incoming-call:call-1')).toMatchObject({
      title: 'Incoming call',
      message: 'Bob\n+49 30 23125000',
      requireInteraction: true,
      buttons: [{ title: 'Answer' }, { title: 'Decline' }],
    });
  });

  it('says who sent the call on', async () => {
    const remote = { uri: 'sip:204@pbx.test', displayName: 'Carol', via: 'Sales' };

    await phoneSays(snapshotWith(callFromBob({ remote })));

    expect(fakeChrome.notifications.shown.get('incoming-call:call-1')?.message).toBe(
      'Carol\n204\nvia Sales',
    );
  });

  it('that was answered by itself says that the user can be heard, and ends at a press', async () => {
    await phoneSays(snapshotWith(callFromBob({ state: 'established', answersAtMs: 11_000 })));

    expect(fakeChrome.notifications.shown.get('intercom:call-1')).toMatchObject({
      title: 'You can be heard',
      message: 'Bob\n+49 30 23125000',
      requireInteraction: true,
      buttons: [{ title: 'Hang up' }],
    });
    fakeChrome.notifications.onButtonClicked.dispatch('intercom:call-1', 0);
    await until(() => commands().length > 0);

    expect(commands()).toEqual([{ callId: 'call-1', command: { type: 'hang-up' } }]);
  });

  it('in which somebody is not heard says so for as long as it is so', async () => {
    const lost = (lostSound: Call['lostSound']) =>
      snapshotWith(callFromBob({ state: 'established', lostSound }));

    await phoneSays(lost('ours'));
    expect(fakeChrome.notifications.shown.get('lost-sound:ours:call-1')).toMatchObject({
      title: 'They can’t hear you',
      message: 'Bob\n+49 30 23125000',
      buttons: [{ title: 'Hang up' }],
    });
    fakeChrome.notifications.onButtonClicked.dispatch('lost-sound:ours:call-1', 0);
    await until(() => commands().length > 0);
    expect(commands()).toEqual([{ callId: 'call-1', command: { type: 'hang-up' } }]);
    await phoneSays(lost(null));
    expect([...fakeChrome.notifications.shown.keys()]).not.toContain('lost-sound:ours:call-1');
  });

  it('of somebody who hides their number says so', async () => {
    await phoneSays(snapshotWith(callFromBob({ remote: ANONYMOUS })));

    expect(fakeChrome.notifications.shown.get('incoming-call:call-1')?.message).toBe(
      'Hidden number',
    );
  });

  it.each([
    [0, 'answer'],
    [1, 'decline'],
  ] as const)('is taken by button %i: %s', async (button, type) => {
    await phoneSays(snapshotWith(callFromBob()));
    fakeChrome.notifications.onButtonClicked.dispatch('incoming-call:call-1', button);
    await until(() => commands().length > 0);

    expect(commands()).toEqual([{ callId: 'call-1', command: { type } }]);
  });

  it('is still answered when the worker died after showing it', async () => {
    await phoneSays(snapshotWith(callFromBob()));
    killWorker();
    startWorker();
    fakeChrome.notifications.onButtonClicked.dispatch('incoming-call:call-1', 0);
    await until(() => commands().length > 0);

    expect(commands()).toEqual([{ callId: 'call-1', command: { type: 'answer' } }]);
  });

  it('shows in a worker that was dead when it came', async () => {
    killWorker();
    snapshot = snapshotWith(callFromBob());
    startWorker();
    await until(() => shown().length > 0);

    expect(shown()).toEqual(['incoming-call:call-1']);
  });

  it('leaves the screen when it is over, and an old click does nothing', async () => {
    await phoneSays(snapshotWith(callFromBob()));
    await phoneSays(snapshotWith(endedCall('SIP;cause=200')));
    expect(shown()).toEqual([]);
    fakeChrome.notifications.onButtonClicked.dispatch('incoming-call:call-1', 0);
    await until(() => asked.at(-1)?.type === 'snapshot');

    expect(commands()).toEqual([]);
  });

  it('does not come back after the user closed its notification', async () => {
    await phoneSays(snapshotWith(callFromBob()));
    await fakeChrome.notifications.clear('incoming-call:call-1');
    fakeChrome.notifications.onClosed.dispatch('incoming-call:call-1', true);
    await phoneSays(snapshotWith(callFromBob({ muted: true })));

    expect(shown()).toEqual([]);
  });

  it('shows a late message of an older state nothing', async () => {
    const older = snapshotWith(callFromBob());

    await phoneSays(snapshotWith());
    await ask('phoneChanged', { snapshot: older });

    expect(shown()).toEqual([]);
  });
});

describe('a missed call', () => {
  it('is logged once, counted on the icon, and offers to call back', async () => {
    await phoneSays(snapshotWith(endedCall(null)));
    await phoneSays(snapshotWith(endedCall(null)));

    const { history } = await fakeChrome.storage.local.get('history');

    expect(history).toMatchObject([{ id: 'call-1', outcome: 'missed' }]);
    expect(fakeChrome.action.look).toMatchObject({ badgeText: '1', title: '1 missed call' });
    expect(fakeChrome.notifications.shown.get('missed-call:call-1')).toMatchObject({
      title: 'Missed call',
      buttons: [{ title: 'Call back' }],
    });
  });

  it('calls back', async () => {
    await phoneSays(snapshotWith(endedCall(null)));
    fakeChrome.notifications.onButtonClicked.dispatch('missed-call:call-1', 0);
    await until(() => asked.some(({ type }) => type === 'redial'));

    expect(asked).toContainEqual({
      to: 'phone',
      type: 'redial',
      payload: { uri: 'sip:+493023125000@pbx.test' },
    });
  });

  it('is forgotten on the icon once the user has looked', async () => {
    await phoneSays(snapshotWith(endedCall(null)));
    await fakeChrome.storage.local.set({ missedSeenAtMs: 20_000 });
    await until(() => fakeChrome.action.look.badgeText === '');

    expect(shown()).toEqual([]);
  });

  it('is none when another phone took the call', async () => {
    await phoneSays(snapshotWith(endedCall('SIP;cause=200;text="Call completed elsewhere"')));

    expect(shown()).toEqual([]);
    expect(fakeChrome.action.look.badgeText).toBe('');
  });
});

describe('the computer', () => {
  it('is kept awake during a call, where the user allowed it, and after no longer', async () => {
    fakeChrome.permissions.granted.add('power');
    await phoneSays(snapshotWith(callFromBob({ state: 'established' })));
    expect(fakeChrome.power.keptAwake).toBe('system');

    await phoneSays(snapshotWith(endedCall(null)));
    expect(fakeChrome.power.keptAwake).toBeNull();
  });

  it('sleeps when it wants to, where the user allowed nothing else', async () => {
    await phoneSays(snapshotWith(callFromBob({ state: 'established' })));

    expect(fakeChrome.power.keptAwake).toBeNull();
  });

  it('is kept awake from the moment that the user allows it in a call', async () => {
    await phoneSays(snapshotWith(callFromBob({ state: 'established' })));
    fakeChrome.permissions.granted.add('power');
    fakeChrome.permissions.onAdded.dispatch({ permissions: ['power'] });

    await until(() => fakeChrome.power.keptAwake === 'system');
  });

  it('sleeps again when a call was lost with its document', async () => {
    fakeChrome.permissions.granted.add('power');
    await phoneSays(snapshotWith(callFromBob({ state: 'established' })));
    snapshot = { ...snapshotWith(), instanceId: 'phone-2' };
    fakeChrome.alarms.onAlarm.dispatch({ name: 'watchdog' });

    await until(() => fakeChrome.power.keptAwake === null);
  });
});

describe('a phone that is not registered', () => {
  const failing = (code: RegistrationFailureCode, retryAtMs: number | null): PhoneSnapshot => ({
    ...snapshotWith(),
    registration: { state: 'failed', failure: { code, response: null }, retryAtMs },
  });

  it('says so where only the user can mend it, with the way to it, until it is mended', async () => {
    await phoneSays(failing('wrong-password', null));

    const [id = ''] = shown();

    expect(fakeChrome.notifications.shown.get(id)).toMatchObject({
      title: 'Calls can’t reach you right now',
      message: 'Wrong password.',
      requireInteraction: true,
      buttons: [{ title: 'Settings' }],
    });
    fakeChrome.notifications.onButtonClicked.dispatch(id, 0);
    await until(() => fakeChrome.runtime.openOptionsPage.mock.calls.length === 1);
    await until(() => shown().length === 0);

    await phoneSays(failing('forbidden', null));
    expect(shown()).toHaveLength(1);
    await phoneSays(snapshotWith());
    expect(shown()).toEqual([]);
  });

  it('disturbs nobody while it mends itself', async () => {
    await phoneSays(failing('no-connection', 20_000));

    expect(shown()).toEqual([]);
  });
});

describe('a new version of Offhook', () => {
  const updates = () => asked.filter(({ type }) => type === 'updateWaits');
  const asking = (sinceMs: number) => ({ ...snapshotWith(), update: { sinceMs, asks: true } });

  it('waits at the phone, and with every later worker since the same time', async () => {
    fakeChrome.runtime.onUpdateAvailable.dispatch({ version: '9.9.9' });
    await until(() => updates().length === 1);
    killWorker();
    startWorker();
    await until(() => updates().length === 2);
    fakeChrome.runtime.onUpdateAvailable.dispatch({ version: '9.9.10' });
    await until(() => updates().length === 3);

    const [first, ...later] = updates().map(({ payload }) => payload);

    expect(first).toEqual({ sinceMs: expect.any(Number) as number });
    expect(later).toEqual([first, first]);
    expect(fakeChrome.runtime.reload).not.toHaveBeenCalled();
  });

  it('is installed when the phone says so, and nobody else', async () => {
    expect(await ask('restart', null, A_PAGE)).toBeUndefined();
    expect(fakeChrome.runtime.reload).not.toHaveBeenCalled();

    await ask('restart', null);

    expect(fakeChrome.runtime.reload).toHaveBeenCalledTimes(1);
  });

  it('is asked about after a week, and installed at a press', async () => {
    await phoneSays(asking(5));

    expect(fakeChrome.notifications.shown.get('update:5')).toMatchObject({
      title: 'Update ready',
      requireInteraction: true,
      buttons: [{ title: 'Restart now' }],
    });
    fakeChrome.notifications.onButtonClicked.dispatch('update:5', 0);
    await until(() => asked.some(({ type }) => type === 'restartNow'));
    await until(() => shown().length === 0);
  });

  it('is not asked about again once the user closed the question', async () => {
    await phoneSays(asking(5));
    await fakeChrome.notifications.clear('update:5');
    fakeChrome.notifications.onClosed.dispatch('update:5', true);
    await phoneSays(asking(5));

    expect(shown()).toEqual([]);
  });
});

describe('a page', () => {
  it('dials, and the phone shows itself', async () => {
    const reply = await ask('dial', { target: '+49 30 23125000' }, A_PAGE);

    expect(reply).toEqual({ ok: true, value: { callId: 'new' } });
    await until(() => fakeChrome.action.openPopup.mock.calls.length > 0);
  });

  it('dials once a second at most', async () => {
    await ask('dial', { target: '+49 30 23125000' }, A_PAGE);

    await expect(ask('dial', { target: '+49 30 23125000' }, A_PAGE)).resolves.toMatchObject({
      ok: false,
      error: { code: 'too-fast' },
    });
  });

  it.each(['*21*+19005550123#', 'sip:a@evil.example', '112', '1\r\n2', ''])(
    'cannot dial %j',
    async (target) => {
      await expect(ask('dial', { target }, A_PAGE)).resolves.toMatchObject({
        ok: false,
        error: { code: 'invalid-target' },
      });
      expect(asked.some(({ type }) => type === 'dial')).toBe(false);
    },
  );

  it.each([
    ['no target', 'dial', null],
    ['a target that is no text', 'dial', { target: 7 }],
    ['a target of 513 characters', 'dial', { target: '1'.repeat(513) }],
    ['texts that are no list', 'findNumbers', { texts: 'no list' }],
    ['texts that are numbers', 'findNumbers', { texts: [1] }],
    ['far too much text', 'findNumbers', { texts: ['1'.repeat(200_001)] }],
    ['no texts', 'findNumbers', null],
  ])('is refused for %s', async (_, type, payload) => {
    await expect(ask(type, payload, A_PAGE)).resolves.toMatchObject({ ok: false });
  });

  it.each([
    ['no number', { e164: '030 23125000' }],
    ['a number with something behind it', { e164: '+493023125000\n' }],
    ['nothing', null],
  ])('cannot say of %s that it is no number', async (_, payload) => {
    await expect(ask('refuseNumber', payload, A_PAGE)).resolves.toMatchObject({ ok: false });
  });

  it('is told which country each number calls', async () => {
    const texts = ['Call 030 23125000 or +1 212 555 2671'];

    await expect(
      ask('findNumbers', { texts, clues: { ...NO_CLUES, lang: 'de-DE' } }, A_PAGE),
    ).resolves.toMatchObject({
      ok: true,
      value: [
        [
          { e164: '+493023125000', country: 'DE' },
          { e164: '+12125552671', country: 'US' },
        ],
      ],
    });
  });

  it('is of the country that the user set for its site, whatever it says itself', async () => {
    await fakeChrome.storage.local.set({
      settings: { sites: [{ host: 'crm.example', country: 'GB' }] },
    });

    const clues = { ...NO_CLUES, telHrefs: ['tel:+49301234'], lang: 'de-DE' };

    await expect(
      ask('findNumbers', { texts: ['Tel. 020 7946 0018'], clues }, A_PAGE),
    ).resolves.toMatchObject({ value: [[{ e164: '+442079460018' }]] });
  });

  it.each([
    ['no clues', undefined],
    ['clues that are none', 7],
    ['lists that are none', { telHrefs: 'x', countryNames: { length: 9 }, lang: [] }],
    ['far too many clues', { ...NO_CLUES, telHrefs: Array(100_000).fill('tel:+4930') }],
  ])('gets its numbers with %s, too', async (_, clues) => {
    const texts = ['Call +49 30 23125000'];

    await expect(ask('findNumbers', { texts, clues }, A_PAGE)).resolves.toMatchObject({
      value: [[{ e164: '+493023125000' }]],
    });
  });

  it('hears no more of a number that the user said is none', async () => {
    const texts = ['Call +49 30 23125000'];

    await ask('refuseNumber', { e164: '+493023125000' }, A_PAGE);

    await expect(ask('findNumbers', { texts, clues: NO_CLUES }, A_PAGE)).resolves.toEqual({
      ok: true,
      value: [[]],
    });
  });

  it('learns what the user wants on it', async () => {
    await expect(ask('pageSettings', null, A_PAGE)).resolves.toEqual({
      ok: true,
      value: { mode: 'mark', dialLinks: true },
    });
  });

  it('is off for good once the user said so, and another site is not', async () => {
    await ask('refuseSite', null, A_PAGE);

    await expect(ask('pageSettings', null, A_PAGE)).resolves.toMatchObject({
      value: { mode: 'off' },
    });
    await expect(
      ask('pageSettings', null, { ...A_PAGE, url: 'https://shop.example/' }),
    ).resolves.toMatchObject({ value: { mode: 'mark' } });
  });

  it('cannot turn another site off: a frame speaks of the site that its tab shows', async () => {
    const frame = {
      ...A_PAGE,
      url: 'https://frame.example/',
      tab: { id: 4, url: 'https://crm.example/' } as chrome.tabs.Tab, // All that is looked at.
    };

    await ask('refuseSite', { host: 'bank.example' }, frame);

    const { settings } = await fakeChrome.storage.local.get('settings');

    expect(settings).toMatchObject({ sites: [{ host: 'crm.example', mode: 'off' }] });
  });

  it('loses none of two answers that the user gives at once', async () => {
    await Promise.all([
      ask('refuseNumber', { e164: '+493023125000' }, A_PAGE),
      ask('refuseNumber', { e164: '+493023125118' }, A_PAGE),
      ask('refuseSite', null, A_PAGE),
    ]);

    const { settings } = await fakeChrome.storage.local.get('settings');

    expect(settings).toMatchObject({
      notNumbers: ['+493023125000', '+493023125118'],
      sites: [{ host: 'crm.example' }],
    });
  });

  it('is told when settings change that concern it, and of no others', async () => {
    fakeChrome.tabs.query.mockResolvedValue([{ id: 3 }, { id: 5 }]);
    await fakeChrome.storage.local.set({ settings: { speakerId: 'headset' } });
    await fakeChrome.storage.local.set({ settings: { speakerId: 'headset', dialLinks: false } });
    await until(() => fakeChrome.tabs.sendMessage.mock.calls.length >= 2);

    const message = { to: 'page', type: 'settingsChanged', payload: null };

    expect(fakeChrome.tabs.sendMessage.mock.calls).toEqual([
      [3, message, {}],
      [5, message, {}],
    ]);
  });

  it.each(['configuration', 'ensurePhone', 'phoneChanged'])('cannot ask for %s', async (type) => {
    await expect(ask(type, { snapshot }, A_PAGE)).resolves.toBeUndefined();
  });
});

describe('the context menu', () => {
  it('calls the selection', async () => {
    fakeChrome.contextMenus.onClicked.dispatch({
      menuItemId: 'call-selection',
      selectionText: '+49 30 23125000',
    });
    await until(() => asked.some(({ type }) => type === 'dial'));

    expect(asked.at(-1)?.payload).toEqual({ target: '+49 30 23125000' });
  });

  it('says why a call was not made', async () => {
    refusals.dial = { ok: false, error: { code: 'invalid-target', message: '' } };
    fakeChrome.contextMenus.onClicked.dispatch({
      menuItemId: 'call-selection',
      selectionText: 'hello',
    });
    await until(() => shown().length > 0);

    expect(fakeChrome.notifications.shown.get('dial-refused')).toMatchObject({
      title: 'The call wasn’t made',
      message: 'This isn’t a number that can be called.',
    });

    fakeChrome.notifications.onClicked.dispatch('dial-refused');
    await until(() => fakeChrome.action.openPopup.mock.calls.length === 1);
    expect(shown()).toEqual([]);
  });
});

describe('the context menu of a field', () => {
  async function callFieldWith(value: string | null): Promise<void> {
    await fakeChrome.storage.local.set({ settings: { country: 'DE' } });
    fakeChrome.tabs.sendMessage.mockResolvedValue({ ok: true, value });
    fakeChrome.contextMenus.onClicked.dispatch({ menuItemId: 'call-field', frameId: 7 }, { id: 3 });
    await until(() => asked.some(({ type }) => type === 'dial') || shown().length > 0);
  }

  it('asks the frame that was clicked in, and calls what stands there', async () => {
    await callFieldWith(' 030 23125-000 ');

    expect(fakeChrome.tabs.sendMessage).toHaveBeenCalledWith(
      3,
      { to: 'page', type: 'fieldValue', payload: null },
      { frameId: 7 },
    );
    expect(asked.at(-1)).toMatchObject({ type: 'dial', payload: { target: '+493023125000' } });
  });

  it.each([
    ['', 'There is no phone number in this field.'],
    ['alice', 'There is no phone number in this field.'],
    ['*21*+19005550123#', 'There is no phone number in this field.'],
    ['112', 'There is no phone number in this field.'],
    ['+49 30 23125000, +49 30 23125118', 'There are several numbers in this field. Select the one'],
    [null, 'There is nothing in this field that Offhook may read.'],
  ])('says why there is no call for %j', async (value, why) => {
    await callFieldWith(value);

    expect(fakeChrome.notifications.shown.get('dial-refused')?.message).toContain(why);
    expect(asked.some(({ type }) => type === 'dial')).toBe(false);
  });

  it('says so where no script of ours is', async () => {
    fakeChrome.tabs.sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
    fakeChrome.contextMenus.onClicked.dispatch({ menuItemId: 'call-field' }, { id: 3 });
    await until(() => shown().length > 0);

    expect(shown()).toEqual(['dial-refused']);
  });
});

describe('the keys that go from number to number', () => {
  beforeEach(() => {
    fakeChrome.tabs.query.mockResolvedValue([{ id: 3, url: 'https://crm.example/' }]);
  });

  it.each([
    ['next-number', false],
    ['previous-number', true],
  ])('ask the page before the user: %s', async (command, isBack) => {
    fakeChrome.tabs.sendMessage.mockResolvedValue({ ok: true, value: { isFound: true } });
    fakeChrome.commands.onCommand.dispatch(command);
    await until(() => fakeChrome.notifications.clear.mock.calls.length > 0);

    expect(fakeChrome.tabs.sendMessage).toHaveBeenCalledWith(
      3,
      { to: 'page', type: 'stepNumber', payload: { isBack } },
      {},
    );
    expect(shown()).toEqual([]);
  });

  it('say when the page has none', async () => {
    fakeChrome.tabs.sendMessage.mockResolvedValue({ ok: true, value: { isFound: false } });
    fakeChrome.commands.onCommand.dispatch('next-number');
    await until(() => shown().length > 0);

    expect(fakeChrome.notifications.shown.get('no-number')).toMatchObject({
      title: 'No phone numbers on this page',
      silent: true,
    });
  });

  it('say when Offhook is off there', async () => {
    await fakeChrome.storage.local.set({
      settings: { sites: [{ host: 'crm.example', mode: 'off' }] },
    });
    fakeChrome.tabs.sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
    fakeChrome.commands.onCommand.dispatch('next-number');
    await until(() => shown().length > 0);

    expect(fakeChrome.notifications.shown.get('no-number')?.title).toBe(
      'Offhook is off on this site',
    );
  });
});

describe('what the phone leaves to the next one', () => {
  it('survives the worker, but not the browser', async () => {
    await ask('saveCalls', { saved: savedPhone() });
    killWorker();
    startWorker();

    expect(await ask('savedCalls', null)).toEqual({ ok: true, value: savedPhone() });
    expect(await fakeChrome.storage.local.get('savedPhone')).toEqual({});
  });

  it('is nothing once there is nothing', async () => {
    await ask('saveCalls', { saved: savedPhone() });
    await ask('saveCalls', { saved: null });

    expect(await ask('savedCalls', null)).toEqual({ ok: true, value: null });
  });

  it('is checked on its way back', async () => {
    await fakeChrome.storage.session.set({ savedPhone: { instanceId: 7 } });

    expect(await ask('savedCalls', null)).toEqual({ ok: true, value: null });
  });

  it('is no call that has ended meanwhile', async () => {
    await ask('saveCalls', { saved: savedPhone() });
    await phoneSays(snapshotWith(endedCall(null)));

    expect(await ask('savedCalls', null)).toMatchObject({ ok: true, value: { calls: [] } });
  });

  it('is nothing for pages to ask', async () => {
    expect(await ask('savedCalls', null, A_PAGE)).toBeUndefined();
    expect(await ask('saveCalls', { saved: null }, A_PAGE)).toBeUndefined();
  });
});

describe('a call that was lost', () => {
  const lost = () =>
    callFromBob({
      state: 'terminated',
      establishedAtMs: 10_500,
      endedAtMs: 11_500,
      end: endOf({ cause: 'error', problem: 'lost' }),
    });

  it('is told, with the way to call back, and is in the log once', async () => {
    await phoneSays(snapshotWith(lost()));
    await phoneSays(snapshotWith(lost()));

    expect(fakeChrome.notifications.shown.get('lost-call:call-1')).toMatchObject({
      title: 'The call with Bob was lost',
      requireInteraction: true,
      buttons: [{ title: 'Call back' }],
    });
    fakeChrome.notifications.onButtonClicked.dispatch('lost-call:call-1', 0);
    await until(() => asked.some(({ type }) => type === 'redial'));

    const { history } = await fakeChrome.storage.local.get('history');

    expect(history).toMatchObject([{ id: 'call-1', outcome: 'lost', durationMs: 1_000 }]);
    expect(asked.at(-1)).toMatchObject({ payload: { uri: 'sip:+493023125000@pbx.test' } });
  });

  it('is told no more once it is off the screen', async () => {
    await phoneSays(snapshotWith(lost()));
    await phoneSays(snapshotWith());

    expect(shown()).toEqual([]);
  });
});

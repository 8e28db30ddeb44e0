import type { RegistrationFailureCode } from '../../../src/phone/registration/registration';
import type { PhoneSnapshot } from '../../../src/protocol/snapshot';
import { EXTENSION_ORIGIN, fakeChrome } from '../../support/chrome-stubs';
import { savedPhone } from '../../support/saved-phone';
import {
  A_PAGE,
  ask,
  callFromBob,
  endedCall,
  killWorker,
  phoneIs,
  phoneSays,
  shown,
  snapshotWith,
  startWorker,
  until,
  useWorker,
} from './worker-bed';

useWorker();

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
    phoneIs({ ...snapshotWith(), instanceId: 'phone-2' });
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

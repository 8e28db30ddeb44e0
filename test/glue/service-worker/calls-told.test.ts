import type { Call } from '../../../src/call/call';
import { ANONYMOUS } from '../../../src/sip/anonymous';
import { fakeChrome } from '../../support/chrome-stubs';
import { endOf } from '../../support/fake-sip-stack';
import {
  ask,
  asked,
  callFromBob,
  commands,
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
    phoneIs(snapshotWith(callFromBob()));
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

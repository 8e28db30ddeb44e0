import { fakeChrome } from '../../support/chrome-stubs';
import {
  A_PAGE,
  ask,
  asked,
  killWorker,
  phoneSays,
  shown,
  snapshotWith,
  startWorker,
  until,
  useWorker,
} from './worker-bed';

useWorker();

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

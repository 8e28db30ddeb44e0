import { fakeChrome } from '../../support/chrome-stubs';
import { asked, refusals, shown, until, useWorker } from './worker-bed';

useWorker();

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

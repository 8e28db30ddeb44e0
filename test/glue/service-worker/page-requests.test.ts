import { fakeChrome } from '../../support/chrome-stubs';
import { A_PAGE, NO_CLUES, ask, asked, snapshotWith, until, useWorker } from './worker-bed';

useWorker();

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
    await expect(ask(type, { snapshot: snapshotWith() }, A_PAGE)).resolves.toBeUndefined();
  });
});

import { DEFAULT_SETTINGS, parseSettings, withNotNumber } from '../../../src/account/settings';

describe('settings from storage', () => {
  it.each([undefined, null, 'text', 7, [], {}])('are those of a fresh install for %j', (stored) => {
    expect(parseSettings(stored)).toEqual(DEFAULT_SETTINGS);
  });

  it('come back as they were saved', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      country: 'DE',
      microphoneId: 'headset',
      pageMode: 'links',
      dialLinks: false,
      sites: [{ host: 'crm.example', mode: 'off', country: 'CH' }],
      notNumbers: ['+493023125000'],
      team: [{ number: '204', name: 'Carol' }],
    };

    expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });

  it('of an older version that was turned off stay off', () => {
    expect(parseSettings({ clickToCall: false }).pageMode).toBe('off');
    expect(parseSettings({ clickToCall: true }).pageMode).toBe('mark');
    expect(parseSettings({ clickToCall: false, pageMode: 'hover' }).pageMode).toBe('hover');
  });

  it('keep nothing that is not a setting', () => {
    expect(
      parseSettings({
        country: 'Germany',
        pageMode: 'everything',
        notNumbers: ['030 1', 7, '+493023125000', '+0'],
        sites: 'none',
        evil: true,
      }),
    ).toEqual({ ...DEFAULT_SETTINGS, notNumbers: ['+493023125000'] });
  });
});

describe('numbers that are none', () => {
  it('are kept once, the last one at the end', () => {
    expect(withNotNumber(['+4930111', '+4930222'], '+4930111')).toEqual(['+4930222', '+4930111']);
  });

  it('are a thousand at most: the oldest goes', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => `+49301${10_000 + index}`);
    const now = withNotNumber(many, '+4930222');

    expect(now).toHaveLength(1_000);
    expect(now[0]).toBe(many[1]);
    expect(now.at(-1)).toBe('+4930222');
    expect(parseSettings({ notNumbers: [...many, '+4930222'] }).notNumbers).toEqual(now);
  });
});

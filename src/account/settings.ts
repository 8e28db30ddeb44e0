/** What the user chose for this browser, apart from the account. */
export interface Settings {
  /** Two-letter country whose national numbers are dialled as they stand (ISO 3166-1). */
  readonly country: string;
  /** Device ids of `enumerateDevices`; null for the system's default. */
  readonly microphoneId: string | null;
  readonly speakerId: string | null;
  /** Where the ringtone plays: often the loudspeaker while calls use a headset. */
  readonly ringerId: string | null;
  /** Whether phone numbers on pages can be clicked. */
  readonly clickToCall: boolean;
}

/** The settings of a fresh install. */
export const DEFAULT_SETTINGS: Settings = {
  country: 'US',
  microphoneId: null,
  speakerId: null,
  ringerId: null,
  clickToCall: true,
};

/** Settings from storage: unknown keys dropped, missing or wrong ones at their default. */
export function parseSettings(stored: unknown): Settings {
  const found = typeof stored === 'object' && stored !== null ? stored : {};
  const text = (key: keyof Settings): string | null => {
    const value: unknown = Object.hasOwn(found, key) ? Reflect.get(found, key) : null;

    return typeof value === 'string' && value !== '' && value.length <= 256 ? value : null;
  };
  const country = text('country');

  return {
    country: country !== null && /^[A-Z]{2}$/.test(country) ? country : DEFAULT_SETTINGS.country,
    microphoneId: text('microphoneId'),
    speakerId: text('speakerId'),
    ringerId: text('ringerId'),
    clickToCall: Reflect.get(found, 'clickToCall') !== false,
  };
}

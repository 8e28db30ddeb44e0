import { getCountries } from 'libphonenumber-js';
import { useMemo } from 'preact/hooks';
import type { Settings } from '../../src/account/settings';
import { Field } from './field';
import { ModeSelect } from './mode-select';
import { useSurroundings, useWords } from './words';

interface NumberSectionProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}

/** How numbers are read and found. */
export function NumberSection({ settings, onChange }: NumberSectionProps) {
  const t = useWords();
  const { locale } = useSurroundings();
  const countries = useMemo(() => countriesByName(locale), [locale]);

  return (
    <div class="fields">
      <Field label={t('numbersCountry')} help={t('numbersCountryHelp')}>
        {(control) => (
          <select
            id={control.id}
            aria-describedby={control['aria-describedby']}
            value={settings.country}
            onChange={(event) => {
              onChange({ country: event.currentTarget.value });
            }}
          >
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('pagesMode')} help={t('pagesModeHelp')}>
        {(control) => (
          <ModeSelect
            control={control}
            mode={settings.pageMode}
            onChange={(pageMode) => {
              onChange({ pageMode });
            }}
          />
        )}
      </Field>
      <div class="field check">
        <label>
          <input
            type="checkbox"
            checked={settings.dialLinks}
            aria-describedby="dial-links-help"
            onChange={(event) => {
              onChange({ dialLinks: event.currentTarget.checked });
            }}
          />
          <span>{t('pagesDialLinks')}</span>
        </label>
        <p class="field-help" id="dial-links-help">
          {t('pagesDialLinksHelp')}
        </p>
      </div>
    </div>
  );
}

interface Country {
  readonly code: string;
  readonly name: string;
}

function countriesByName(locale: string): readonly Country[] {
  const names = new Intl.DisplayNames([locale, 'en'], { type: 'region' });

  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

import { getCountries } from 'libphonenumber-js/min/es6';
import { useMemo } from 'preact/hooks';
import type { ControlProps } from './field';
import { useSurroundings } from '../words/words';

interface CountrySelectProps {
  readonly control: Pick<ControlProps, 'id' | 'aria-describedby'>;
  /** Null where none is chosen and `none` says what that means. */
  readonly country: string | null;
  /** The words for no country; without them one must be chosen. */
  readonly none?: string;
  readonly onChange: (country: string | null) => void;
}

/** Chooses a country by its name in the user's language. */
export function CountrySelect({ control, country, none, onChange }: CountrySelectProps) {
  const { locale } = useSurroundings();
  const countries = useMemo(() => countriesByName(locale), [locale]);

  return (
    <select
      id={control.id}
      aria-describedby={control['aria-describedby']}
      value={country ?? ''}
      onChange={({ currentTarget: { value } }) => {
        onChange(value === '' ? null : value);
      }}
    >
      {none !== undefined && <option value="">{none}</option>}
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** A country's name in a language, for a two-letter code. */
export function countryName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale, 'en'], { type: 'region' }).of(code) ?? code;
  } catch {
    return code; // No region code: what is stored may be older than what is known.
  }
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

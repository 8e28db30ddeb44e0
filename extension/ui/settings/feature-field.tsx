import { useId, useState } from 'preact/hooks';
import { codesOf } from '../../../src/account/parse-profile';
import {
  isCode,
  LONGEST_CODE,
  WAYS,
  type CodeName,
  type Feature,
  type Profile,
} from '../../../src/account/profile';
import { CODE_WORDS, FEATURE_WORDS, wayWord } from './feature-words';
import { FieldError } from '../controls/field-error';
import { useWords, type WordKey } from '../words/words';

/** A way as it is typed: its name, empty for none, and what stands in the fields of its codes. */
export type TypedWay = Readonly<Partial<Record<CodeName, string>>> & { readonly by: string };

interface FeatureFieldProps {
  readonly feature: Feature;
  readonly profile: Profile;
  /** Hears of every way that is whole and right; null for a feature that is not there. */
  readonly onChange: (way: TypedWay | null) => void;
}

/** One feature of the phone system: whether it is there, how it is asked for, and by which codes. */
export function FeatureField({ feature, profile, onChange }: FeatureFieldProps) {
  const t = useWords();
  const id = useId();
  const [typed, setTyped] = useState<TypedWay>(profile[feature] ?? { by: '' });
  const codes = codesOf(feature, typed.by) ?? [];
  const problem = problemOf(typed, codes);
  const { name, help } = FEATURE_WORDS[feature];
  const change = (next: TypedWay) => {
    setTyped(next);
    if (next.by === '') {
      onChange(null);
    } else if (problemOf(next, codesOf(feature, next.by) ?? []) === null) {
      onChange(next);
    }
  };

  return (
    <fieldset class="feature field" aria-describedby={`${id}-help`}>
      <legend>{t(name)}</legend>
      <div class="feature-parts">
        <label class="feature-way">
          <span class="visually-hidden">{t('featureHow')}</span>
          <select
            value={typed.by}
            onChange={({ currentTarget: { value } }) => {
              change({ ...typed, by: value });
            }}
          >
            <option value="">{t('wayNone')}</option>
            {Object.keys(WAYS[feature]).map((by) => (
              <option key={by} value={by}>
                {t(wayWord(by, codesOf(feature, by) ?? []))}
              </option>
            ))}
          </select>
        </label>
        {codes.map((code) => (
          <label key={code} class="feature-code">
            <span>{t(CODE_WORDS[code])}</span>
            <input
              type="text"
              dir="ltr"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              maxLength={LONGEST_CODE}
              aria-invalid={!isCode(code, typed[code] ?? '')}
              aria-describedby={`${id}-error`}
              value={typed[code] ?? ''}
              onInput={({ currentTarget: { value } }) => {
                change({ ...typed, [code]: value.trim() });
              }}
            />
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} text={problem && t(problem)} />
      <p class="field-help" id={`${id}-help`}>
        {t(help)}
      </p>
    </fieldset>
  );
}

/** What keeps a way from being saved; null when nothing does. */
function problemOf(typed: TypedWay, codes: readonly CodeName[]): WordKey | null {
  const wrong = codes.find((code) => !isCode(code, typed[code] ?? ''));

  if (wrong === undefined) {
    return null;
  }
  if ((typed[wrong] ?? '') === '') {
    return 'problemCodeMissing';
  }

  return wrong === 'digits' || wrong === 'suffix'
    ? 'problemToneDigitsInvalid'
    : 'problemCodeInvalid';
}

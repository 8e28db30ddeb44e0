import {
  extensionDigitsProblem,
  NUMBER_FORMS,
  prefixProblem,
  type DialRules,
} from '../../../src/account/dial-rules';
import type { Settings } from '../../../src/account/settings';
import { internationalPrefixOf } from '../../../src/number/international-prefix';
import { CountrySelect } from '../controls/country-select';
import { DialPreview } from './dial-preview';
import { Field } from '../controls/field';
import { Icon } from '../controls/icon';
import { Replacements } from './replacements';
import { RuleField } from './rule-field';
import { FORM_WORDS } from '../words/wording';
import { useWords } from '../words/words';

interface DiallingSectionProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}

/** How numbers are read, and how the phone system gets them. */
export function DiallingSection({ settings, onChange }: DiallingSectionProps) {
  const t = useWords();
  const { country, dialRules } = settings;
  const changeRules = (change: Partial<DialRules>) => {
    onChange({ dialRules: { ...dialRules, ...change } });
  };

  return (
    <div class="fields">
      <Field label={t('diallingCountry')} help={t('diallingCountryHelp')}>
        {(control) => (
          <CountrySelect
            control={control}
            country={country}
            onChange={(chosen) => {
              onChange({ country: chosen ?? country });
            }}
          />
        )}
      </Field>
      <Field label={t('diallingForm')} help={t('diallingFormHelp')}>
        {(control) => (
          <select
            id={control.id}
            aria-describedby={control['aria-describedby']}
            value={dialRules.form}
            onChange={({ currentTarget: { value } }) => {
              changeRules({ form: NUMBER_FORMS.find((form) => form === value) ?? dialRules.form });
            }}
          >
            {NUMBER_FORMS.map((form) => (
              <option key={form} value={form}>
                {t(FORM_WORDS[form])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div class="field-pair">
        <RuleField
          label={t('diallingOutside')}
          help={t('diallingOutsideHelp')}
          value={dialRules.outsidePrefix}
          problemOf={prefixProblem}
          onChange={(outsidePrefix) => {
            changeRules({ outsidePrefix });
          }}
        />
        <RuleField
          label={t('diallingExtension')}
          help={t('diallingExtensionHelp')}
          value={String(dialRules.extensionDigits)}
          problemOf={extensionDigitsProblem}
          onChange={(digits) => {
            changeRules({ extensionDigits: Number(digits) });
          }}
        />
      </div>
      <details class="details advanced">
        <summary>
          <Icon name="more" small />
          {t('diallingMore')}
        </summary>
        <div class="fields">
          <RuleField
            label={t('diallingAbroad')}
            help={t('diallingAbroadHelp', internationalPrefixOf(country))}
            value={dialRules.internationalPrefix}
            problemOf={prefixProblem}
            onChange={(internationalPrefix) => {
              changeRules({ internationalPrefix });
            }}
          />
          <Replacements
            stored={dialRules.replacements}
            onChange={(replacements) => {
              changeRules({ replacements });
            }}
          />
        </div>
      </details>
      <DialPreview country={country} rules={dialRules} />
    </div>
  );
}

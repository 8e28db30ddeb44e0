import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { parseProfile } from '../../../src/account/parse-profile';
import { PRESETS, type Profile } from '../../../src/account/profile';
import { FeatureField } from './feature-field';
import { CALLER_ID_WORDS, DECLINE_WORDS, FEATURE_GROUPS } from './feature-words';
import { Field } from '../controls/field';
import { Icon } from '../controls/icon';
import { useWords, type WordKey } from '../words/words';
import { SYSTEM_WORDS } from '../words/wording';

interface FeaturesSectionProps {
  readonly profile: Profile;
  readonly onChange: (profile: Profile) => void;
}

/** What the phone system can do, and by which codes: each as its administrator has set it. */
export function FeaturesSection({ profile: stored, onChange }: FeaturesSectionProps) {
  const t = useWords();
  const [profile, setProfile] = useState(stored);
  const [resets, setResets] = useState(0);
  const preset = PRESETS[profile.preset];
  const isUsual = JSON.stringify(profile) === JSON.stringify(parseProfile(preset));
  // What was typed is read as what is stored is: nothing gets in that could not be read back.
  const change = (changed: object) => {
    const next = parseProfile({ ...profile, ...changed });

    setProfile(next);
    onChange(next);
  };

  return (
    <div class="fields">
      {/* After a reset the fields begin anew with what they have now. */}
      <div key={resets} class="feature-groups">
        {FEATURE_GROUPS.map(({ title, features }) => (
          <Group key={title} title={title}>
            {title === 'featuresRinging' && (
              <ChoiceField
                label="declineAs"
                help="declineAsHelp"
                options={DECLINE_WORDS}
                value={profile.declineAs}
                onChange={(declineAs) => {
                  change({ declineAs });
                }}
              />
            )}
            {features.map((feature) => (
              <FeatureField
                key={feature}
                feature={feature}
                profile={profile}
                onChange={(way) => {
                  change({ [feature]: way });
                }}
              />
            ))}
          </Group>
        ))}
        <Group title="featuresIdentity">
          <div class="check">
            <label>
              <input
                type="checkbox"
                checked={profile.trustsIdentity}
                aria-describedby="trusts-help"
                onChange={({ currentTarget: { checked } }) => {
                  change({ trustsIdentity: checked });
                }}
              />
              {t('trustsIdentity')}
            </label>
            <p class="field-help" id="trusts-help">
              {t('trustsIdentityHelp')}
            </p>
          </div>
          <div class="check">
            <label>
              <input
                type="checkbox"
                checked={profile.ringsForCaller}
                aria-describedby="rings-help"
                onChange={({ currentTarget: { checked } }) => {
                  change({ ringsForCaller: checked });
                }}
              />
              {t('ringsForCaller')}
            </label>
            <p class="field-help" id="rings-help">
              {t('ringsForCallerHelp')}
            </p>
          </div>
          <ChoiceField
            label="callerIdBy"
            help="callerIdByHelp"
            options={CALLER_ID_WORDS}
            value={profile.callerIdBy}
            onChange={(callerIdBy) => {
              change({ callerIdBy });
            }}
          />
        </Group>
      </div>
      <div class="field">
        <button
          type="button"
          class="button quiet reset"
          aria-disabled={isUsual}
          aria-describedby="reset-help"
          onClick={() => {
            if (!isUsual) {
              change(preset);
              setResets(resets + 1);
            }
          }}
        >
          {t('featuresReset')}
        </button>
        <p class="field-help" id="reset-help" role="status">
          {t(isUsual ? 'featuresUsual' : 'featuresChanged', t(SYSTEM_WORDS[profile.preset]))}
        </p>
      </div>
    </div>
  );
}

function Group({ title, children }: { title: WordKey; children: ComponentChildren }) {
  const t = useWords();

  return (
    <details class="details advanced">
      <summary>
        <Icon name="more" small />
        {t(title)}
      </summary>
      <div class="fields">{children}</div>
    </details>
  );
}

interface ChoiceFieldProps {
  readonly label: WordKey;
  readonly help: WordKey;
  readonly options: Readonly<Record<string, WordKey>>;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function ChoiceField({ label, help, options, value, onChange }: ChoiceFieldProps) {
  const t = useWords();

  return (
    <Field label={t(label)} help={t(help)}>
      {(control) => (
        <select
          id={control.id}
          aria-describedby={control['aria-describedby']}
          value={value}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value);
          }}
        >
          {Object.entries(options).map(([option, word]) => (
            <option key={option} value={option}>
              {t(word)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

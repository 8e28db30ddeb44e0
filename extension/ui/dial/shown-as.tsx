import { useId } from 'preact/hooks';
import { parseShown, type OutgoingRules, type Shown } from '../../../src/account/outgoing';
import type { Words } from '../words/words';
import { useWords } from '../words/words';

/** What can be shown to those who are called, in words. */
export function shownChoices(
  { numbers, shown }: OutgoingRules,
  canHide: boolean,
  t: Words,
): readonly { readonly value: Shown; readonly text: string }[] {
  return [
    { value: 'own', text: t('shownOwn') },
    ...numbers.map((number) => ({ value: number, text: number })),
    // Who has chosen it and cannot have it must see that.
    ...(canHide || shown === 'hidden'
      ? [{ value: 'hidden' as const, text: t('shownHidden') }]
      : []),
  ];
}

interface ShownAsProps {
  readonly rules: OutgoingRules;
  readonly canHide: boolean;
  readonly shown: Shown;
  readonly onChange: (shown: Shown) => void;
}

/** Which number the next call shows; nothing where there is nothing to choose. */
export function ShownAs({ rules, canHide, shown, onChange }: ShownAsProps) {
  const t = useWords();
  const id = useId();
  const choices = shownChoices(rules, canHide, t);

  return choices.length < 2 ? null : (
    <p class="shown-as">
      <label for={id}>{t('shownLabel')}</label>
      <select
        id={id}
        value={shown}
        onChange={({ currentTarget: { value } }) => {
          onChange(parseShown(value, rules.numbers));
        }}
      >
        {choices.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}

import { useState } from 'preact/hooks';
import type { DialRuleProblem } from '../../../src/account/dial-rules';
import { Field } from '../controls/field';
import { RULE_PROBLEM_WORDS } from '../words/wording';
import { useWords } from '../words/words';

interface RuleFieldProps {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly problemOf: (text: string) => DialRuleProblem | null;
  /** Hears of every text that is right, as it is typed. */
  readonly onChange: (text: string) => void;
}

/** A few digits of the dial rules. What is wrong with them is said beside and not saved. */
export function RuleField({ label, help, value, problemOf, onChange }: RuleFieldProps) {
  const t = useWords();
  const [typed, setTyped] = useState(value);
  const problem = problemOf(typed);

  return (
    <Field label={label} help={help} error={problem && t(RULE_PROBLEM_WORDS[problem])}>
      {(control) => (
        <input
          {...control}
          class="short"
          type="text"
          inputMode="tel"
          autocomplete="off"
          maxLength={8}
          value={typed}
          onInput={({ currentTarget }) => {
            const text = currentTarget.value.trim();

            setTyped(text);
            if (problemOf(text) === null) {
              onChange(text);
            }
          }}
        />
      )}
    </Field>
  );
}

import { useEffect, useRef, useState } from 'preact/hooks';
import {
  MOST_REPLACEMENTS,
  replacementProblem,
  type Replacement,
} from '../../../src/account/dial-rules';
import { FieldError } from '../controls/field-error';
import { Icon } from '../controls/icon';
import { IconButton } from '../controls/icon-button';
import { RULE_PROBLEM_WORDS } from '../words/wording';
import { useWords } from '../words/words';

interface ReplacementsProps {
  readonly stored: readonly Replacement[];
  /** Hears of those that are right. */
  readonly onChange: (replacements: readonly Replacement[]) => void;
}

const EMPTY: Replacement = { from: '', to: '' };

/** What numbers begin with, and what stands there instead. */
export function Replacements({ stored, onChange }: ReplacementsProps) {
  const t = useWords();
  const [rows, setRows] = useState(stored);
  const [isNew, setNew] = useState(false);
  const last = useRef<HTMLInputElement>(null);
  const take = (next: readonly Replacement[]) => {
    setRows(next);
    onChange(next.filter((row) => replacementProblem(row) === null));
  };

  useEffect(() => {
    if (isNew) {
      last.current?.focus();
    }
  }, [isNew, rows.length]);

  return (
    <fieldset class="replacements">
      <legend>{t('replaceTitle')}</legend>
      <p class="field-help">{t('replaceHelp')}</p>
      {rows.map((row, index) => (
        <ReplacementRow
          key={index}
          row={row}
          place={index + 1}
          input={index === rows.length - 1 ? last : null}
          onChange={(changed) => {
            take(rows.map((other) => (other === row ? changed : other)));
          }}
          onRemove={() => {
            setNew(false);
            take(rows.filter((other) => other !== row));
          }}
        />
      ))}
      {rows.length < MOST_REPLACEMENTS && (
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            setNew(true);
            setRows([...rows, { ...EMPTY }]); // Nothing to save before something stands in it.
          }}
        >
          <Icon name="add" small />
          {t('replaceAdd')}
        </button>
      )}
    </fieldset>
  );
}

interface ReplacementRowProps {
  readonly row: Replacement;
  readonly place: number;
  readonly input: { current: HTMLInputElement | null } | null;
  readonly onChange: (row: Replacement) => void;
  readonly onRemove: () => void;
}

function ReplacementRow({ row, place, input, onChange, onRemove }: ReplacementRowProps) {
  const t = useWords();
  const problem = replacementProblem(row);
  const isEmpty = row.from === '' && row.to === '';
  const error = problem === null || isEmpty ? null : t(RULE_PROBLEM_WORDS[problem]);
  const errorId = `replacement-${place}-error`;
  const common = {
    type: 'text',
    inputMode: 'tel',
    autocomplete: 'off',
    maxLength: 17,
    'aria-invalid': error !== null,
    'aria-describedby': errorId,
  } as const;

  return (
    <div class="replacement field">
      <div class="replacement-parts">
        <label>
          <span>{t('replaceFrom')}</span>
          <input
            {...common}
            ref={input}
            value={row.from}
            onInput={({ currentTarget: { value } }) => {
              onChange({ ...row, from: value.trim() });
            }}
          />
        </label>
        <label>
          <span>{t('replaceTo')}</span>
          <input
            {...common}
            value={row.to}
            onInput={({ currentTarget: { value } }) => {
              onChange({ ...row, to: value.trim() });
            }}
          />
        </label>
        <IconButton
          icon="close"
          name={t('replaceRemove', row.from === '' ? String(place) : row.from)}
          hint={t('remove')}
          onClick={onRemove}
        />
      </div>
      <FieldError id={errorId} text={error} />
    </div>
  );
}

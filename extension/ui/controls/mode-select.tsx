import { PAGE_MODES, type PageMode } from '../../../src/account/page-mode';
import type { ControlProps } from './field';
import { MODE_WORDS } from '../words/wording';
import { useWords } from '../words/words';

interface ModeSelectProps {
  readonly control: Pick<ControlProps, 'id' | 'aria-describedby'>;
  /** Null where none is chosen and `none` says what that means. */
  readonly mode: PageMode | null;
  /** The words for no mode; without them one must be chosen. */
  readonly none?: string;
  readonly onChange: (mode: PageMode | null) => void;
}

/** Chooses what Offhook does on pages. */
export function ModeSelect({ control, mode, none, onChange }: ModeSelectProps) {
  const t = useWords();

  return (
    <select
      id={control.id}
      aria-describedby={control['aria-describedby']}
      value={mode ?? ''}
      onChange={({ currentTarget: { value } }) => {
        onChange(PAGE_MODES.find((known) => known === value) ?? null);
      }}
    >
      {none !== undefined && <option value="">{none}</option>}
      {PAGE_MODES.map((known) => (
        <option key={known} value={known}>
          {t(MODE_WORDS[known])}
        </option>
      ))}
    </select>
  );
}

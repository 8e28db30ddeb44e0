import { PAGE_MODES, type PageMode } from '../../src/account/page-mode';
import type { ControlProps } from './field';
import { MODE_WORDS } from './wording';
import { useWords } from './words';

interface ModeSelectProps {
  readonly control: Pick<ControlProps, 'id' | 'aria-describedby'>;
  readonly mode: PageMode;
  readonly onChange: (mode: PageMode) => void;
}

/** Chooses what Offhook does on pages. */
export function ModeSelect({ control, mode, onChange }: ModeSelectProps) {
  const t = useWords();

  return (
    <select
      id={control.id}
      aria-describedby={control['aria-describedby']}
      value={mode}
      onChange={({ currentTarget: { value } }) => {
        onChange(PAGE_MODES.find((known) => known === value) ?? mode);
      }}
    >
      {PAGE_MODES.map((known) => (
        <option key={known} value={known}>
          {t(MODE_WORDS[known])}
        </option>
      ))}
    </select>
  );
}

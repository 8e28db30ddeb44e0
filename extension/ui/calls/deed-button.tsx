import { Icon, type IconName } from '../controls/icon';
import { useWords } from '../words/words';

interface DeedButtonProps {
  readonly icon: IconName;
  readonly word: string;
  /** A second line: what comes of it. */
  readonly hint?: string;
  readonly shortcut?: string;
  /** Why it can't be done now; null when it can. */
  readonly reason?: string | null;
  readonly danger?: boolean;
  readonly onClick: () => void;
}

/** One line of a list of further things to do: a drawing and words. */
export function DeedButton({
  icon,
  word,
  hint,
  shortcut,
  reason = null,
  danger = false,
  onClick,
}: DeedButtonProps) {
  const t = useWords();
  const second = reason ?? hint;

  return (
    <button
      type="button"
      class={danger ? 'deed danger' : 'deed'}
      aria-keyshortcuts={shortcut}
      title={shortcut === undefined ? undefined : t('keyNamed', word, shortcut)}
      disabled={reason !== null}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span class="deed-words">
        <bdi>{word}</bdi>
        {second !== undefined && <span class="deed-hint">{second}</span>}
      </span>
    </button>
  );
}

import { Icon, type IconName } from './icon';
import { useWords } from '../words/words';

interface ControlProps {
  readonly icon: IconName;
  readonly word: string;
  readonly shortcut: string;
  readonly pressed?: boolean;
  /** What it opens: the focus comes back here when that is closed. */
  readonly opens?: string;
  /** Why it can't be used now; null when it can. */
  readonly reason?: string | null;
  readonly onClick: () => void;
}

/**
 * A round button with its word below. The word changes with the state, so `aria-pressed` would say
 * it twice: it is for the looks only where the word already tells.
 */
export function Control({
  icon,
  word,
  shortcut,
  pressed = false,
  opens,
  reason = null,
  onClick,
}: ControlProps) {
  const t = useWords();

  return (
    <button
      type="button"
      class={pressed ? 'control on' : 'control'}
      data-opens={opens}
      aria-expanded={opens === undefined ? undefined : false}
      aria-keyshortcuts={shortcut}
      aria-description={reason ?? undefined}
      title={reason ?? t('keyNamed', word, shortcut)}
      disabled={reason !== null}
      onClick={onClick}
    >
      <span class="control-disc">
        <Icon name={icon} />
      </span>
      <span class="control-word">{word}</span>
    </button>
  );
}

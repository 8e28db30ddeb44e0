import { Icon, type IconName } from './icon';
import { useWords } from '../words/words';

interface ActProps {
  readonly icon: IconName;
  /** Whom it is done to stands in it: there are several of its kind on the screen. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly danger?: boolean;
  readonly isOn?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A small round button of one call among several. */
export function Act({
  icon,
  label,
  shortcut,
  danger = false,
  isOn = false,
  disabled = false,
  onClick,
}: ActProps) {
  const t = useWords();
  const look = danger ? ' hang-up' : isOn ? ' on' : '';

  return (
    <button
      type="button"
      class={`icon-button${look}`}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      title={shortcut === undefined ? label : t('keyNamed', label, shortcut)}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

import { Icon, type IconName } from './icon';

interface IconButtonProps {
  readonly icon: IconName;
  readonly small?: boolean;
  /** What it does, and to what: read aloud, as nothing on it can be read. */
  readonly name: string;
  /** The same for who sees what it stands beside; the whole name without one. */
  readonly hint?: string;
  /** A class that sets it apart from the others. */
  readonly look?: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A button that shows a picture instead of a word. */
export function IconButton({
  icon,
  small = false,
  name,
  hint = name,
  look = '',
  disabled = false,
  onClick,
}: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button ${look}`.trim()}
      aria-label={name}
      title={hint}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} small={small} />
    </button>
  );
}

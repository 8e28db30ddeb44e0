import { Icon, type IconName } from '../controls/icon';
import { IconButton } from '../controls/icon-button';
import { useWords } from '../words/words';

interface CallNewsProps {
  readonly icon: IconName;
  readonly text: string;
  readonly hasFailed: boolean;
  /** The user has read of a failure; without it the news leave by themselves. */
  readonly onRead?: () => void;
}

/** On a call's card: how something goes that was asked for, or that it failed. */
export function CallNews({ icon, text, hasFailed, onRead }: CallNewsProps) {
  const t = useWords();

  return (
    <p class={hasFailed ? 'call-news failed' : 'call-news'}>
      <Icon name={hasFailed ? 'warning' : icon} small />
      <span>{text}</span>
      {hasFailed && onRead !== undefined && (
        <IconButton icon="close" small name={t('callDismiss')} onClick={onRead} />
      )}
    </p>
  );
}

import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../controls/icon';

interface NewsLineProps {
  readonly icon: IconName;
  readonly what: string;
  /** What that means, and what to do. */
  readonly hint?: string | null;
  readonly isTrouble?: boolean;
  /** The way to mend it. */
  readonly children?: ComponentChildren;
}

/** On a call's card: something that has happened to it by itself. */
export function NewsLine({ icon, what, hint = null, isTrouble = false, children }: NewsLineProps) {
  return (
    <div class={isTrouble ? 'call-news failed' : 'call-news'}>
      <Icon name={icon} small />
      <div class="call-news-words">
        <p class={hint === null ? undefined : 'call-news-what'}>{what}</p>
        {hint !== null && <p class="call-news-hint">{hint}</p>}
        {children}
      </div>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

interface NoticeProps {
  readonly icon: IconName;
  readonly title: string;
  readonly trouble?: boolean;
  /** Nothing goes on without the user: it is read at once, whatever is being read. */
  readonly isUrgent?: boolean;
  readonly children: ComponentChildren;
}

/** Something the user should know or mend, with the way to do it. */
export function Notice({ icon, title, trouble = false, isUrgent = false, children }: NoticeProps) {
  return (
    <section class={trouble ? 'notice trouble' : 'notice'} aria-label={title}>
      <Icon name={icon} />
      <div class="notice-body" role={isUrgent ? 'alert' : undefined}>
        <h2 class="notice-title">{title}</h2>
        {children}
      </div>
    </section>
  );
}

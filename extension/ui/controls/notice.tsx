import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

interface NoticeProps {
  readonly icon: IconName;
  readonly title: string;
  readonly trouble?: boolean;
  readonly children: ComponentChildren;
}

/** Something the user should know or mend, with the way to do it. */
export function Notice({ icon, title, trouble = false, children }: NoticeProps) {
  return (
    <section class={trouble ? 'notice trouble' : 'notice'} aria-label={title}>
      <Icon name={icon} />
      <div class="notice-body">
        <h2 class="notice-title">{title}</h2>
        {children}
      </div>
    </section>
  );
}

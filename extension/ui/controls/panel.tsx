import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icon';
import { useWords } from '../words/words';

interface PanelProps {
  readonly title: string;
  readonly closeWord?: string;
  /** The key that opened it closes it too. */
  readonly shortcut?: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

/** What takes the place of a call's buttons for a while. It has the focus, and Escape closes it. */
export function Panel({ title, closeWord, shortcut, close, children }: PanelProps) {
  const t = useWords();
  const body = useRef<HTMLDivElement>(null);
  const word = closeWord ?? t('panelClose');

  useLayoutEffect(() => {
    body.current
      ?.querySelector<HTMLElement>('input, textarea, button:enabled')
      ?.focus({ preventScroll: true });
  }, []);

  return (
    <section
      class="call-panel"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault(); // Chrome would close the popup.
          close();
        }
      }}
    >
      <div class="panel-head">
        <h3>{title}</h3>
        <button
          type="button"
          class="icon-button"
          aria-label={word}
          aria-keyshortcuts={shortcut}
          title={shortcut === undefined ? word : t('keyNamed', word, shortcut)}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="panel-body" ref={body}>
        {children}
      </div>
    </section>
  );
}

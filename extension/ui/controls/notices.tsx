import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useKeptFocus } from './use-kept-focus';

/** Where notices come and go. It is there before they are: else nobody would hear of the first. */
export function Notices({ children }: { children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);

  useKeptFocus(place);

  return (
    <div ref={place} class="notices" aria-live="polite">
      {children}
    </div>
  );
}

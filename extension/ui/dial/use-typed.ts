import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatErased, formatTyped, insertInto, type Typed } from './typed-number';

/** A field in which a number is typed, grouped while it grows. */
export interface TypedField {
  readonly typed: Typed;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly edit: (next: Typed) => void;
  /** Puts this text in place of it all. */
  readonly set: (text: string) => void;
  /** Puts this where the caret is. */
  readonly insert: (text: string) => void;
  /** Backspace. */
  readonly erase: () => void;
  readonly onInput: (event: Event & { readonly currentTarget: HTMLInputElement }) => void;
}

/** Keeps what is typed into a number field; `onEdit` hears of every change. */
export function useTyped(country: string, onEdit: () => void): TypedField {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<Typed>({ text: '', caret: 0 });

  // Grouping moves the text under the caret; the browser would leave it at the end.
  useLayoutEffect(() => {
    if (input.current !== null && document.activeElement === input.current) {
      input.current.setSelectionRange(typed.caret, typed.caret);
    }
  }, [typed]);

  const edit = (next: Typed) => {
    onEdit();
    setTyped(next);
  };

  return {
    typed,
    input,
    edit,
    set: (text) => {
      edit(formatTyped({ text, caret: text.length }, country));
    },
    insert: (text) => {
      const [start, end] = selectionOf(input.current, typed);

      edit(insertInto(typed.text, start, end, text, country));
    },
    erase: () => {
      const [start, end] = selectionOf(input.current, typed);
      const from = start === end ? Math.max(start - 1, 0) : start;
      const text = typed.text.slice(0, from) + typed.text.slice(end);

      edit(formatErased(typed.text, { text, caret: from }, country));
    },
    onInput: (event) => {
      const { value, selectionStart } = event.currentTarget;
      const next = { text: value, caret: selectionStart ?? value.length };
      const erased = event instanceof InputEvent && event.inputType === 'deleteContentBackward';

      edit(erased ? formatErased(typed.text, next, country) : formatTyped(next, country));
    },
  };
}

function selectionOf(input: HTMLInputElement | null, typed: Typed): [number, number] {
  // Before it ever had the focus, a field's selection says 0 whatever stands in it.
  return input === null || document.activeElement !== input
    ? [typed.caret, typed.caret]
    : [input.selectionStart ?? typed.caret, input.selectionEnd ?? typed.caret];
}

import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { DialPad } from './dial-pad';
import { Icon } from './icon';
import { Refusal } from './refusal';
import { formatErased, formatTyped, insertInto, type Typed } from './typed-number';
import { useRequest } from './use-request';
import { useWords } from './words';

interface DialBoxProps {
  readonly country: string;
  /** Comes back when Call is pressed on an empty field, as on every telephone. */
  readonly lastDialled: string | null;
  readonly padAtFirst: boolean;
  readonly onDial: (target: string) => Promise<unknown>;
}

/** Where a number or address is typed and called. */
export function DialBox({ country, lastDialled, padAtFirst, onDial }: DialBoxProps) {
  const t = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<Typed>({ text: '', caret: 0 });
  const [padShown, setPadShown] = useState(padAtFirst);
  const [emptyCall, setEmptyCall] = useState(false);
  const { refusal, request, forget } = useRequest();

  // Grouping moves the text under the caret; the browser would leave it at the end.
  useLayoutEffect(() => {
    if (input.current !== null && document.activeElement === input.current) {
      input.current.setSelectionRange(typed.caret, typed.caret);
    }
  }, [typed]);
  // Typing starts at once, but what stands above must stay in sight.
  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
  }, []);

  const edit = (next: Typed) => {
    forget();
    setEmptyCall(false);
    setTyped(next);
  };
  const insert = (text: string) => {
    const [start, end] = selectionOf(input.current, typed);

    edit(insertInto(typed.text, start, end, text, country));
  };
  const erase = () => {
    const [start, end] = selectionOf(input.current, typed);
    const from = start === end ? Math.max(start - 1, 0) : start;
    const text = typed.text.slice(0, from) + typed.text.slice(end);

    edit(formatErased(typed.text, { text, caret: from }, country));
  };
  const call = async () => {
    const target = typed.text.trim();

    if (target === '') {
      const last = lastDialled ?? '';

      edit(formatTyped({ text: last, caret: last.length }, country));
      setEmptyCall(last === '');
      input.current?.focus();
    } else if (await request(() => onDial(target))) {
      setTyped({ text: '', caret: 0 });
    } else {
      input.current?.focus();
    }
  };

  return (
    <form
      class="dial-box"
      onSubmit={(event) => {
        event.preventDefault();
        void call(); // Its refusal is shown below the field.
      }}
    >
      <label class="visually-hidden" for={id}>
        {t('dialLabel')}
      </label>
      <div class="dial-field">
        <input
          ref={input}
          id={id}
          type="text"
          inputMode="tel"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={256}
          placeholder={t('dialPlaceholder')}
          value={typed.text}
          aria-invalid={refusal === 'invalid-target'}
          aria-describedby={`${id}-refusal`}
          onInput={(event) => {
            const { value, selectionStart } = event.currentTarget;
            const next = { text: value, caret: selectionStart ?? value.length };
            const erased =
              event instanceof InputEvent && event.inputType === 'deleteContentBackward';

            edit(erased ? formatErased(typed.text, next, country) : formatTyped(next, country));
          }}
        />
        {typed.text !== '' && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('dialErase')}
            title={t('dialErase')}
            onPointerDown={(event) => {
              event.preventDefault();
            }}
            onClick={erase}
          >
            <Icon name="erase" />
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          aria-expanded={padShown}
          aria-label={t(padShown ? 'dialHidePad' : 'dialShowPad')}
          title={t(padShown ? 'dialHidePad' : 'dialShowPad')}
          onClick={() => {
            setPadShown(!padShown);
          }}
        >
          <Icon name="keypad" />
        </button>
      </div>
      <div id={`${id}-refusal`}>
        {emptyCall ? (
          <p class="field-error" role="alert">
            {t('dialEmpty')}
          </p>
        ) : (
          <Refusal code={refusal} />
        )}
      </div>
      {padShown && <DialPad plus onKey={insert} />}
      <button type="submit" class="button call wide">
        <Icon name="phone" />
        {t('dialCall')}
      </button>
    </form>
  );
}

function selectionOf(input: HTMLInputElement | null, typed: Typed): [number, number] {
  // Before it ever had the focus, a field's selection says 0 whatever stands in it.
  return input === null || document.activeElement !== input
    ? [typed.caret, typed.caret]
    : [input.selectionStart ?? typed.caret, input.selectionEnd ?? typed.caret];
}

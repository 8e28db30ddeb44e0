import { useId, useLayoutEffect, useState } from 'preact/hooks';
import { DialPad } from './dial-pad';
import { Icon } from './icon';
import { NumberField } from './number-field';
import { Refusal } from './refusal';
import { useRequest } from './use-request';
import { useTyped } from './use-typed';
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
  const [padShown, setPadShown] = useState(padAtFirst);
  const [emptyCall, setEmptyCall] = useState(false);
  const { refusal, request, forget } = useRequest();
  const field = useTyped(country, () => {
    forget();
    setEmptyCall(false);
  });

  // Typing starts at once, but what stands above must stay in sight.
  useLayoutEffect(() => {
    field.input.current?.focus({ preventScroll: true });
  }, [field.input]);

  const call = async () => {
    const target = field.typed.text.trim();

    if (target === '') {
      const last = lastDialled ?? '';

      field.set(last);
      setEmptyCall(last === '');
      field.input.current?.focus();
    } else if (await request(() => onDial(target))) {
      field.set('');
    } else {
      field.input.current?.focus();
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
      <NumberField
        id={id}
        label={t('dialLabel')}
        field={field}
        isInvalid={refusal === 'invalid-target'}
      >
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
      </NumberField>
      <div id={`${id}-refusal`}>
        {emptyCall ? (
          <p class="field-error" role="alert">
            {t('dialEmpty')}
          </p>
        ) : (
          <Refusal code={refusal} />
        )}
      </div>
      {padShown && <DialPad plus onKey={field.insert} />}
      <button type="submit" class="button call wide">
        <Icon name="phone" />
        {t('dialCall')}
      </button>
    </form>
  );
}

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { FailureCode } from '../../../src/protocol/envelope';
import { Icon } from '../controls/icon';
import { Refusal } from '../controls/refusal';
import type { TypedField } from './use-typed';
import { useWords, type WordKey } from '../words/words';

interface NumberFieldProps {
  readonly label: string;
  readonly field: TypedField;
  /** Why what was asked for with the number was refused. */
  readonly refusal: FailureCode | null;
  /** What to say to who asked for it with no number typed; null when nobody did. */
  readonly missing: WordKey | null;
  /** Further buttons inside the field. */
  readonly children?: ComponentChildren;
}

/** The field for a number or address, with a key that erases, and below it why it did not do. */
export function NumberField({ label, field, refusal, missing, children }: NumberFieldProps) {
  const t = useWords();
  const id = useId();

  return (
    <>
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <div class="dial-field">
        <input
          ref={field.input}
          id={id}
          type="text"
          inputMode="tel"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={256}
          placeholder={t('dialPlaceholder')}
          value={field.typed.text}
          aria-invalid={refusal === 'invalid-target'}
          aria-describedby={`${id}-refusal`}
          onInput={field.onInput}
        />
        {field.typed.text !== '' && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('dialErase')}
            title={t('dialErase')}
            onPointerDown={(event) => {
              event.preventDefault();
            }}
            onClick={field.erase}
          >
            <Icon name="erase" />
          </button>
        )}
        {children}
      </div>
      <div id={`${id}-refusal`}>
        {missing === null ? (
          <Refusal code={refusal} />
        ) : (
          <p class="field-error" role="alert">
            {t(missing)}
          </p>
        )}
      </div>
    </>
  );
}

import type { ComponentChildren } from 'preact';
import { Icon } from './icon';
import type { TypedField } from './use-typed';
import { useWords } from './words';

interface NumberFieldProps {
  readonly id: string;
  readonly label: string;
  readonly field: TypedField;
  readonly isInvalid: boolean;
  /** Further buttons inside the field. */
  readonly children?: ComponentChildren;
}

/** The field for a number or address, with a key that erases. */
export function NumberField({ id, label, field, isInvalid, children }: NumberFieldProps) {
  const t = useWords();

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
          aria-invalid={isInvalid}
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
    </>
  );
}

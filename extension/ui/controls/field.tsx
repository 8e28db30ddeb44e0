import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { FieldError } from './field-error';

/** What a field's control needs to belong to its label, its help and its error. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
}

interface FieldProps {
  readonly label: string;
  readonly help: string;
  readonly error?: string | null;
  readonly children: (control: ControlProps) => ComponentChildren;
}

/** A labelled control that says what it wants, and beside it what is wrong with what it got. */
export function Field({ label, help, error = null, children }: FieldProps) {
  const id = useId();

  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-describedby': `${id}-help ${id}-error`,
        'aria-invalid': error !== null,
      })}
      <FieldError id={`${id}-error`} text={error} />
      <p class="field-help" id={`${id}-help`}>
        {help}
      </p>
    </div>
  );
}

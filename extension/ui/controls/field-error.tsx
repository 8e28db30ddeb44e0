import { Icon } from './icon';

interface FieldErrorProps {
  /** What the field it belongs to is described by. */
  readonly id: string;
  /** What is wrong with what was typed; null for nothing. */
  readonly text: string | null;
}

/** What is wrong below a field; it stands there empty, so that the field always has its description. */
export function FieldError({ id, text }: FieldErrorProps) {
  return (
    <p class="field-error" id={id}>
      {text !== null && (
        <>
          <Icon name="warning" small />
          <span>{text}</span>
        </>
      )}
    </p>
  );
}

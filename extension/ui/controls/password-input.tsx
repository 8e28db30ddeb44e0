import { useState } from 'preact/hooks';
import type { ControlProps } from './field';
import { Icon } from './icon';
import { useWords } from '../words/words';

interface PasswordInputProps extends ControlProps {
  readonly name: string;
  readonly value: string;
  readonly onInput: (event: { currentTarget: HTMLInputElement }) => void;
}

/** A password that can be looked at: most wrong ones are typing errors. */
export function PasswordInput(props: PasswordInputProps) {
  const t = useWords();
  const [shown, setShown] = useState(false);
  // Chrome must not offer to save it, nor fill in another site's.
  const input = { ...props, autocomplete: 'new-password', spellcheck: false };
  const word = t(shown ? 'accountPasswordHide' : 'accountPasswordShow');

  return (
    <div class="password">
      {shown ? <input {...input} type="text" /> : <input {...input} type="password" />}
      <button
        type="button"
        class="icon-button"
        aria-label={word}
        title={word}
        onClick={() => {
          setShown(!shown);
        }}
      >
        <Icon name={shown ? 'hide' : 'show'} />
      </button>
    </div>
  );
}

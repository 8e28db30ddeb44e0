import type { Call } from '../../../src/call/call';
import { useWords } from '../words/words';

interface CallMessageProps {
  readonly call: Call;
  /** Who wrote, by the name on the card. */
  readonly from: string;
}

/** What the other side last wrote in the call, said aloud: text, and nothing that could be pressed. */
export function CallMessage({ call: { message }, from }: CallMessageProps) {
  const t = useWords();

  return (
    <div aria-live="polite">
      {message !== null && (
        <p class="call-message">
          <span class="call-message-from">{t('callWrote', from)}</span> <bdi>{message}</bdi>
        </p>
      )}
    </div>
  );
}

import { useState } from 'preact/hooks';
import type { Call } from '../../src/call/call';
import { Icon } from './icon';
import { transferText } from './transfer-text';
import { useWords } from './words';

interface TransferNewsProps {
  readonly call: Call;
  readonly others: readonly Call[];
  readonly country: string;
}

/** How the transfer goes, said aloud; a failure stays until the user has read it. */
export function TransferNews({ call, others, country }: TransferNewsProps) {
  const t = useWords();
  const [read, setRead] = useState<string | null>(null);
  const text = transferText(call, others, country, t);
  const hasFailed = call.transfer?.state === 'failed';
  const isShown = text !== null && text !== read;

  return (
    <div role="status">
      {isShown && (
        <p class={hasFailed ? 'call-news failed' : 'call-news'}>
          <Icon name={hasFailed ? 'warning' : 'transfer'} small />
          <span>{text}</span>
          {hasFailed && (
            <button
              type="button"
              class="icon-button"
              aria-label={t('callDismiss')}
              title={t('callDismiss')}
              onClick={() => {
                setRead(text);
              }}
            >
              <Icon name="close" small />
            </button>
          )}
        </p>
      )}
    </div>
  );
}

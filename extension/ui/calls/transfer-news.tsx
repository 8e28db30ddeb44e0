import { useState } from 'preact/hooks';
import type { Call } from '../../../src/call/call';
import { CallNews } from './call-news';
import { transferText } from './transfer-text';
import { useWords } from '../words/words';

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

  return (
    <div role="status" class="transfer-status">
      {text !== null && text !== read && (
        <CallNews
          icon="transfer"
          text={text}
          hasFailed={call.transfer?.state === 'failed'}
          onRead={() => {
            setRead(text);
          }}
        />
      )}
    </div>
  );
}

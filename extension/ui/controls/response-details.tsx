import type { SipResponse } from '../../../src/call/call';
import { Icon } from './icon';
import { useWords } from '../words/words';

/** What the wire said, for those who look after the phone system. */
export function ResponseDetails({ response }: { response: SipResponse }) {
  const t = useWords();

  return <Details text={t('callResponse', String(response.statusCode), response.reasonPhrase)} />;
}

/** What only an expert wants to read, out of the way of everybody else. */
export function Details({ text }: { text: string }) {
  const t = useWords();

  return (
    <details class="details">
      <summary>
        {t('callDetails')}
        <Icon name="more" small />
      </summary>
      <code>{text}</code>
    </details>
  );
}

import type { Call } from '../../../src/call/call';
import { CallNews } from './call-news';
import { partyOf } from '../words/party';
import { useWords } from '../words/words';

/** What became of the words for the caller, or that the call rings unheard. */
export function IncomingNews({ call, country }: { call: Call; country: string }) {
  const t = useWords();
  const { name } = partyOf(call.remote, country, t);
  const text = call.reply === null ? (call.isSilenced ? t('incomingSilenced') : null) : newsOf();

  function newsOf(): string | null {
    switch (call.reply?.state) {
      case 'sending':
        return t('replySending');
      case 'failed':
        return t('replyFailed', name);
      default:
        return null;
    }
  }

  return (
    <div role="status">
      {text !== null && (
        <CallNews
          icon={call.reply === null ? 'silence' : 'message'}
          text={text}
          hasFailed={call.reply?.state === 'failed'}
        />
      )}
    </div>
  );
}

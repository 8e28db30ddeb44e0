import { useId, useState } from 'preact/hooks';
import { isReply, LONGEST_REPLY } from '../../../src/call/turn-away';
import { Icon } from '../controls/icon';
import type { IncomingDeed } from './call-deed';
import { Panel } from '../controls/panel';
import { partyOf } from '../words/party';
import { useWords, type WordKey } from '../words/words';

/** What most people say who can't answer. */
const READY_MADE: readonly WordKey[] = ['replyLater', 'replyMinutes', 'replyMeeting', 'replyWrite'];

/** Answers a caller with words: ready-made ones at a click, or the user's own. */
export function ReplyForm({ call, account, country, send, close, done }: IncomingDeed) {
  const t = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const { name } = partyOf(call.remote, country, t);
  const reply = (words: string) => {
    send({ type: 'reply', text: words });
    done();
  };

  return (
    <Panel title={t('replyTitle', name)} close={close}>
      <div class="deeds">
        {READY_MADE.map((key) => (
          <button
            key={key}
            type="button"
            class="deed"
            onClick={() => {
              reply(t(key));
            }}
          >
            <Icon name="message" small />
            <span class="deed-words">{t(key)}</span>
          </button>
        ))}
      </div>
      <form
        class="reply-form"
        onSubmit={(event) => {
          event.preventDefault();
          reply(text.trim());
        }}
      >
        <label class="visually-hidden" for={id}>
          {t('replyOwn')}
        </label>
        <input
          id={id}
          type="text"
          autocomplete="off"
          maxLength={LONGEST_REPLY}
          placeholder={t('replyOwn')}
          value={text}
          onInput={(event) => {
            if (text === '' && account?.profile.reply?.by === 'ringcentral') {
              send({ type: 'begin-reply' });
            }
            setText(event.currentTarget.value);
          }}
        />
        <button
          type="submit"
          class="icon-button"
          aria-label={t('replySend')}
          title={t('replySend')}
          disabled={!isReply(text)}
        >
          <Icon name="send" />
        </button>
      </form>
    </Panel>
  );
}

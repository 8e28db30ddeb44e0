import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import { canReply } from '../../../src/call/turn-away';
import type { HistoryEntry } from '../../../src/history/entry';
import type { CallDeed, IncomingDeed } from './call-deed';
import { DeedButton } from './deed-button';
import { ForwardForm } from './forward-form';
import { Panel } from '../controls/panel';
import { ReplyForm } from './reply-form';
import { KEYS } from '../controls/shortcuts';
import { useWords } from '../words/words';

/** One thing more to do with a call that rings. */
interface IncomingEntry {
  readonly isOffered: (deed: CallDeed) => boolean;
  readonly Entry: FunctionComponent<IncomingDeed>;
}

/** In the order in which they stand there. */
const ENTRIES: readonly IncomingEntry[] = [
  { isOffered: ({ account }) => (account?.profile.forward ?? null) !== null, Entry: Forward },
  {
    isOffered: ({ account }) => (account?.profile.toVoicemail ?? null) !== null,
    Entry: ToVoicemail,
  },
  { isOffered: canReplyTo, Entry: ReplyWithWords },
  { isOffered: () => true, Entry: DeclineOtherwise },
];

/** True when there is more to do with a ringing call than to answer or decline it. */
export function hasIncomingMore(deed: CallDeed): boolean {
  return ENTRIES.some(({ isOffered }) => isOffered(deed));
}

/** What else one can do with a call that rings. */
export function IncomingMore(props: CallDeed & { readonly history: readonly HistoryEntry[] }) {
  const t = useWords();
  const [form, setForm] = useState<{ readonly Form: FunctionComponent<IncomingDeed> } | null>(null);
  const deed: IncomingDeed = {
    ...props,
    done: props.close,
    show: (Form) => {
      setForm({ Form });
    },
  };

  return form === null ? (
    <Panel title={t('callMore')} shortcut={KEYS.more} close={props.close}>
      <div class="deeds">
        {ENTRIES.map(({ isOffered, Entry }, index) =>
          isOffered(deed) ? <Entry key={index} {...deed} /> : null,
        )}
      </div>
    </Panel>
  ) : (
    <form.Form
      {...deed}
      close={() => {
        setForm(null);
      }}
    />
  );
}

/** Nobody can be written to who does not say who they are. */
function canReplyTo({ call, account }: CallDeed): boolean {
  return (
    (account?.profile.reply ?? null) !== null &&
    canReply(call) &&
    !/^sips?:(?:anonymous@|[^@]*$)/i.test(call.remote.uri)
  );
}

function ToVoicemail({ send }: IncomingDeed) {
  const t = useWords();

  return (
    <DeedButton
      icon="voicemail"
      word={t('incomingVoicemail')}
      shortcut={KEYS.voicemail}
      onClick={() => {
        send({ type: 'to-voicemail' });
      }}
    />
  );
}

function ReplyWithWords({ show }: IncomingDeed) {
  const t = useWords();

  return (
    <DeedButton
      icon="message"
      word={t('incomingReply')}
      shortcut={KEYS.reply}
      onClick={() => {
        show(ReplyForm);
      }}
    />
  );
}

function Forward({ show }: IncomingDeed) {
  const t = useWords();

  return (
    <DeedButton
      icon="forward"
      word={t('incomingForward')}
      shortcut={KEYS.forward}
      onClick={() => {
        show(ForwardForm);
      }}
    />
  );
}

function DeclineOtherwise({ send }: IncomingDeed) {
  const t = useWords();

  return (
    <>
      <DeedButton
        icon="stop"
        word={t('incomingBusy')}
        shortcut={KEYS.busy}
        onClick={() => {
          send({ type: 'decline', as: 'busy' });
        }}
      />
      <DeedButton
        icon="stop"
        word={t('incomingUnavailable')}
        shortcut={KEYS.unavailable}
        onClick={() => {
          send({ type: 'decline', as: 'unavailable' });
        }}
      />
    </>
  );
}

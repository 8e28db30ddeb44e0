import { isLive, isRingingIn, type Call } from '../../../src/call/call';
import { isTransferring } from '../../../src/call/transfer';
import { isRecorded } from '../../../src/call/recording';
import type { CallCommand } from '../../../src/call/command';
import { isMember, type ConferenceMember } from '../../../src/phone/conference';
import type { AccountView } from '../../../src/protocol/snapshot';
import { Act } from '../controls/act';
import type { PhoneActions } from '../phone/actions';
import { CallQuestions } from './call-questions';
import { CallTimer } from './call-timer';
import { mergeableWith } from './merge-calls';
import { partyOf } from '../words/party';
import { Refusal } from '../controls/refusal';
import { KEYS } from '../controls/shortcuts';
import { lostSoundWord } from './sound-news';
import { transferText } from './transfer-text';
import { outcomeWord, stateWord } from '../words/wording';
import { useRequest } from '../controls/use-request';
import { useWords } from '../words/words';

interface CompactCardProps {
  readonly call: Call;
  readonly others: readonly Call[];
  readonly members: readonly ConferenceMember[];
  readonly account: AccountView | null;
  readonly country: string;
  readonly actions: PhoneActions;
}

/** One of the calls beside the one in front: who, what, and the buttons that matter. */
export function CompactCard({
  call,
  others,
  members,
  account,
  country,
  actions,
}: CompactCardProps) {
  const t = useWords();
  const { refusal, request } = useRequest();
  const party = partyOf(call.remote, country, t);
  const send = (command: CallCommand) => {
    void request(() => actions.command(call.id, command)); // Its refusal is shown on the card.
  };
  const news = isTransferring(call) ? transferText(call, others, country, t) : null;
  const isSwap = call.hold.local && others.some(isTalking);
  const mergeable = mergeableWith(call, others, members, account);
  const named = (word: string) => t('callNamed', word, party.name);

  return (
    <li class="card compact-card">
      <p class="compact-name">
        <bdi>{party.name}</bdi>
      </p>
      <p class="compact-state">
        <span>{news ?? t(outcomeWord(call) ?? lostSoundWord(call) ?? stateWord(call))}</span>
        {isRecorded(call) && <span class="compact-recording">{t('stateRecording')}</span>}
        <CallTimer call={call} />
      </p>
      <div class="compact-buttons">
        {mergeable !== null && (
          <Act
            icon="merge"
            label={named(t(isMember(members, mergeable.id) ? 'mergeIn' : 'merge'))}
            shortcut={KEYS.merge}
            onClick={() => {
              void request(() =>
                actions.conference({ type: 'merge', callIds: [mergeable.id, call.id] }),
              ); // As above.
            }}
          />
        )}
        {call.state === 'established' && (
          <Act
            icon={call.hold.local ? 'resume' : 'pause'}
            label={named(t(call.hold.local ? 'callResume' : 'callHold'))}
            disabled={call.hold.requested !== null}
            shortcut={isSwap ? KEYS.swap : undefined}
            onClick={() => {
              if (isSwap) {
                void request(() => actions.several({ type: 'swap', callId: call.id })); // As above.
              } else {
                send({ type: 'hold', on: !call.hold.local });
              }
            }}
          />
        )}
        {isLive(call) ? (
          <Act
            icon="hang-up"
            danger
            label={named(t(isRingingIn(call) ? 'callDecline' : 'callHangUp'))}
            disabled={call.state === 'terminating'}
            onClick={() => {
              send({ type: isRingingIn(call) ? 'decline' : 'hang-up' });
            }}
          />
        ) : (
          <Act
            icon="close"
            label={named(t('callDismiss'))}
            onClick={() => void request(() => actions.dismiss(call.id))} // As above.
          />
        )}
      </div>
      <CallQuestions call={call} country={country} send={send} />
      {refusal !== null && <Refusal code={refusal} />}
    </li>
  );
}

function isTalking({ state, hold }: Call): boolean {
  return state === 'established' && !hold.local;
}

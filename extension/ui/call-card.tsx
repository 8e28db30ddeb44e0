import { useEffect, useState } from 'preact/hooks';
import type { Call } from '../../src/call/call';
import type { CallCommand } from '../../src/call/transition';
import type { PhoneActions } from './actions';
import { CallTimer } from './call-timer';
import { DtmfPad } from './dtmf-pad';
import { Icon, type IconName } from './icon';
import { partyOf } from './party';
import { PartyLines, Portrait } from './portrait';
import { ReferralQuestion } from './referral-question';
import { Refusal } from './refusal';
import { useRequest } from './use-request';
import { useWords } from './words';
import { stateWord } from './wording';

interface CallCardProps {
  readonly call: Call;
  readonly country: string;
  readonly actions: PhoneActions;
}

/** The call the user is in, or is making. Every button shows what the snapshot says. */
export function CallCard({ call, country, actions }: CallCardProps) {
  const t = useWords();
  const { refusal, request, forget } = useRequest();
  const [padShown, setPadShown] = useState(false);
  const party = partyOf(call.remote, country, t);
  const send = (command: CallCommand) => {
    void request(() => actions.command(call.id, command)); // Its refusal is shown on the card.
  };
  const canPress = call.state === 'established' || call.state === 'early';

  // A refusal speaks of the state it met.
  useEffect(forget, [call.state, forget]);

  return (
    <article
      class={padShown && canPress ? 'card call-card with-pad' : 'card call-card'}
      aria-label={party.name}
    >
      <Portrait party={party} ringing={call.state === 'calling' || call.state === 'ringing'} />
      <PartyLines party={party} />
      <p class={call.hold.local || call.hold.remote ? 'call-state waiting' : 'call-state'}>
        <span>{t(stateWord(call))}</span>
        <CallTimer call={call} />
      </p>
      {call.muted && <p class="call-muted">{t('stateMuted')}</p>}
      {call.referral !== null && (
        <ReferralQuestion from={party.name} target={call.referral} country={country} send={send} />
      )}
      <div class="call-controls">
        <Control
          icon={call.muted ? 'microphone-off' : 'microphone'}
          word={t(call.muted ? 'callUnmute' : 'callMute')}
          pressed={call.muted}
          disabled={call.state === 'terminating'}
          onClick={() => {
            send({ type: 'mute', on: !call.muted });
          }}
        />
        <Control
          icon="keypad"
          word={t(padShown && canPress ? 'callHideKeypad' : 'callKeypad')}
          expanded={padShown && canPress}
          disabled={!canPress}
          onClick={() => {
            setPadShown(!padShown);
          }}
        />
        <Control
          icon={call.hold.local ? 'resume' : 'pause'}
          word={t(call.hold.local ? 'callResume' : 'callHold')}
          pressed={call.hold.local}
          disabled={call.state !== 'established' || call.hold.requested !== null}
          onClick={() => {
            send({ type: 'hold', on: !call.hold.local });
          }}
        />
      </div>
      {canPress && (padShown || call.dtmf.received !== '') && (
        <DtmfPad
          dtmf={call.dtmf}
          padShown={padShown}
          onKey={(tones) => {
            send({ type: 'send-dtmf', tones });
          }}
        />
      )}
      <Refusal code={refusal} />
      <button
        type="button"
        class="button hang-up wide"
        disabled={call.state === 'terminating'}
        onClick={() => {
          send({ type: 'hang-up' });
        }}
      >
        <Icon name="hang-up" />
        {t('callHangUp')}
      </button>
    </article>
  );
}

interface ControlProps {
  readonly icon: IconName;
  readonly word: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

/**
 * A round button with its word below. The word changes with the state, so `aria-pressed` would say
 * it twice: it is for the looks only where the word already tells.
 */
function Control({ icon, word, pressed = false, expanded, disabled, onClick }: ControlProps) {
  return (
    <button
      type="button"
      class={pressed || expanded === true ? 'control on' : 'control'}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onClick}
    >
      <span class="control-disc">
        <Icon name={icon} />
      </span>
      <span class="control-word">{word}</span>
    </button>
  );
}

import type { Ref } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Call } from '../../../src/call/call';
import type { CallCommand } from '../../../src/call/command';
import type { CardProps } from './call-card';
import type { CallDeed } from './call-deed';
import { DeviceLines } from './device-lines';
import { Icon, type IconName } from '../controls/icon';
import { IncomingNews } from './incoming-news';
import { hasIncomingMore, IncomingMore } from './incoming-more';
import { partyOf } from '../words/party';
import { PartyLines, Portrait } from './portrait';
import { Refusal } from '../controls/refusal';
import { ServerNews } from './server-news';
import { KEYS } from '../controls/shortcuts';
import { useRequest } from '../controls/use-request';
import { useSettled } from '../controls/use-settled';
import { useWords } from '../words/words';

/** A call that rings for the user. */
export function IncomingCard(props: CardProps) {
  const { call, others, account, country, actions, history } = props;
  const t = useWords();
  const { refusal, request } = useRequest();
  const [isMoreShown, setIsMoreShown] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const isSettled = useSettled();
  const party = partyOf(call.remote, country, t);
  const run = (ask: () => Promise<unknown>) => {
    if (isSettled()) {
      void request(ask); // Its refusal is shown on the card.
    }
  };
  const send = (command: CallCommand) => {
    run(() => actions.command(call.id, command));
  };
  const deed: CallDeed = {
    ...props,
    send,
    run,
    close: () => {
      setIsMoreShown(false);
    },
  };
  // It declines for us and goes on ringing at the caller, as nobody would expect.
  const ringsOn = account?.profile.preset === 'ringcentral' && !others.some(isTalking);
  const wasMoreShown = useRef(false);

  useLayoutEffect(() => {
    if (wasMoreShown.current && !isMoreShown) {
      more.current?.focus();
    }
    wasMoreShown.current = isMoreShown;
  }, [isMoreShown]);

  return (
    <article
      class={isMoreShown ? 'card call-card with-panel' : 'card call-card'}
      aria-label={party.name}
    >
      <p class="call-state">
        {t(call.answersAtMs === null ? 'stateIncoming' : 'stateAnswersItself')}
      </p>
      <Portrait party={party} ringing={!call.isSilenced} />
      <PartyLines party={party} />
      <ServerNews call={call} />
      <IncomingNews call={call} country={country} />
      <DeviceLines
        call={call}
        devices={props.devices}
        openWelcome={actions.openWelcome}
        run={run}
      />
      {isMoreShown && <IncomingMore {...deed} history={history} />}
      <Refusal code={refusal} />
      <div class="call-decision">
        <Decision
          icon="hang-up"
          word={t('callDecline')}
          shortcut={KEYS.decline}
          look="hang-up"
          onClick={() => {
            send({ type: 'decline' });
          }}
        />
        <Decision
          icon="phone"
          word={t('callAnswer')}
          shortcut={KEYS.answer}
          look="call"
          onClick={() => {
            send({ type: 'answer' });
          }}
        />
      </div>
      {ringsOn && !isMoreShown && <p class="call-hint">{t('declineRingsOn')}</p>}
      {others.some(isTalking) && !isMoreShown && (
        <>
          <p class="call-hint">{t('callAnswerHolding')}</p>
          <button
            type="button"
            class="button quiet wide"
            aria-keyshortcuts={KEYS.answerEnding}
            title={t('keyNamed', t('callAnswerEnding'), KEYS.answerEnding)}
            onKeyDown={ignoreRepeats}
            onClick={() => {
              send({ type: 'answer', others: 'hang-up' });
            }}
          >
            {t('callAnswerEnding')}
          </button>
        </>
      )}
      {!isMoreShown && (
        <div class="call-asides">
          {!call.isSilenced && (
            <Aside
              icon="silence"
              word={t('incomingSilence')}
              shortcut={KEYS.silence}
              onClick={() => {
                send({ type: 'silence' });
              }}
            />
          )}
          {hasIncomingMore(deed) && (
            <Aside
              inner={more}
              icon="more"
              word={t('callMore')}
              shortcut={KEYS.more}
              isOpener
              onClick={() => {
                setIsMoreShown(true);
              }}
            />
          )}
        </div>
      )}
    </article>
  );
}

interface AsideProps {
  readonly inner?: Ref<HTMLButtonElement>;
  readonly icon: IconName;
  readonly word: string;
  readonly shortcut: string;
  readonly isOpener?: boolean;
  readonly onClick: () => void;
}

/** Something beside the decision itself. */
function Aside({ inner = null, icon, word, shortcut, isOpener = false, onClick }: AsideProps) {
  const t = useWords();

  return (
    <button
      ref={inner}
      type="button"
      class="button text"
      aria-expanded={isOpener ? false : undefined}
      aria-keyshortcuts={shortcut}
      title={t('keyNamed', word, shortcut)}
      onClick={onClick}
    >
      <Icon name={icon} small />
      {word}
    </button>
  );
}

interface DecisionProps {
  readonly icon: IconName;
  readonly word: string;
  readonly shortcut: string;
  readonly look: 'call' | 'hang-up';
  readonly onClick: () => void;
}

function Decision({ icon, word, shortcut, look, onClick }: DecisionProps) {
  const t = useWords();

  return (
    <button
      type="button"
      class={`button ${look} wide`}
      aria-keyshortcuts={shortcut}
      title={t('keyNamed', word, shortcut)}
      onKeyDown={ignoreRepeats}
      onClick={onClick}
    >
      <Icon name={icon} />
      {word}
    </button>
  );
}

function isTalking({ state, hold }: Call): boolean {
  return state === 'established' && !hold.local;
}

/** A key held down since before the call came goes on clicking. */
function ignoreRepeats(event: KeyboardEvent): void {
  if (event.repeat) {
    event.preventDefault();
  }
}

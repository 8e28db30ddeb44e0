import { useRef } from 'preact/hooks';
import type { Call } from '../../src/call/call';
import type { PhoneActions } from './actions';
import { Icon } from './icon';
import { partyOf } from './party';
import { PartyLines, Portrait } from './portrait';
import { Refusal } from './refusal';
import { useRequest } from './use-request';
import { useSurroundings } from './words';

interface IncomingCardProps {
  readonly call: Call;
  readonly country: string;
  /** Another call is up, which answering puts on hold. */
  readonly holdsOther: boolean;
  readonly actions: PhoneActions;
}

/** A key or click that was on its way to something else must not open the microphone. */
const INERT_MS = 300;

/** A call that rings for the user. */
export function IncomingCard({ call, country, holdsOther, actions }: IncomingCardProps) {
  const { t, nowMs } = useSurroundings();
  const { refusal, request } = useRequest();
  const appearedAtMs = useRef(nowMs());
  const party = partyOf(call.remote, country, t);
  const decide = (type: 'answer' | 'decline') => {
    const shownForMs = nowMs() - appearedAtMs.current;

    // Less than nothing: the machine's clock was set back meanwhile.
    if (shownForMs >= INERT_MS || shownForMs < 0) {
      void request(() => actions.command(call.id, { type })); // Its refusal is shown on the card.
    }
  };

  return (
    <article class="card call-card" aria-label={party.name}>
      <p class="call-state">{t('stateIncoming')}</p>
      <Portrait party={party} ringing />
      <PartyLines party={party} />
      <Refusal code={refusal} />
      <div class="call-decision">
        <button
          type="button"
          class="button hang-up wide"
          onKeyDown={ignoreRepeats}
          onClick={() => {
            decide('decline');
          }}
        >
          <Icon name="hang-up" />
          {t('callDecline')}
        </button>
        <button
          type="button"
          class="button call wide"
          onKeyDown={ignoreRepeats}
          onClick={() => {
            decide('answer');
          }}
        >
          <Icon name="phone" />
          {t('callAnswer')}
        </button>
      </div>
      {holdsOther && <p class="call-hint">{t('callAnswerHolding')}</p>}
    </article>
  );
}

/** A key held down since before the call came goes on clicking. */
function ignoreRepeats(event: KeyboardEvent): void {
  if (event.repeat) {
    event.preventDefault();
  }
}

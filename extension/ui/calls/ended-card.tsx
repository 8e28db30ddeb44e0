import type { Call } from '../../../src/call/call';
import type { Service } from '../../../src/call/service';
import { outcomeOf, type CallOutcome } from '../../../src/call/outcome';
import type { PhoneActions } from '../phone/actions';
import { CallMessage } from './call-message';
import { Icon } from '../controls/icon';
import { IconButton } from '../controls/icon-button';
import { partyOf } from '../words/party';
import { PartyLines } from './portrait';
import { Refusal } from '../controls/refusal';
import { ResponseDetails } from '../controls/response-details';
import { durationText } from '../words/time-text';
import { transferText } from './transfer-text';
import { useRequest } from '../controls/use-request';
import { useWords } from '../words/words';
import { outcomeWord } from '../words/wording';

interface EndedCardProps {
  readonly call: Call;
  readonly others: readonly Call[];
  readonly country: string;
  readonly actions: PhoneActions;
}

/** A call that ended a moment ago: how it turned out, and what one may do now. */
export function EndedCard({ call, others, country, actions }: EndedCardProps) {
  const t = useWords();
  const { refusal, request } = useRequest();
  const party = partyOf(call.remote, country, t);
  const outcome = outcomeOf(call);
  const word = outcomeWord(call);
  const isLost = outcome === 'lost';
  const failed = isLost || (call.direction === 'outgoing' && !ORDINARY.includes(outcome));
  const [moved] = call.movedTo;

  return (
    <article class="card ended-card" aria-label={party.name}>
      <div class="ended-words">
        <PartyLines party={party} />
        <p class={failed || outcome === 'missed' ? 'ended-outcome failed' : 'ended-outcome'}>
          {isParked(call)
            ? call.service.place === null
              ? t('parkedSomewhere')
              : t('parkedAt', call.service.place)
            : call.transfer?.state === 'done'
              ? transferText(call, others, country, t)
              : word !== null && t(word)}
          {call.establishedAtMs !== null && call.endedAtMs !== null && (
            <span class="call-timer">{durationText(call.endedAtMs - call.establishedAtMs)}</span>
          )}
        </p>
        {isLost && <p class="ended-why">{t('callLostWhy')}</p>}
      </div>
      <IconButton
        icon="close"
        name={t('callDismiss')}
        look="ended-close"
        onClick={() => void request(() => actions.dismiss(call.id))} // Its refusal is shown below.
      />
      <div class="ended-actions">
        <button
          type="button"
          class="button"
          onClick={() => void request(() => actions.redial((moved ?? call.remote).uri))} // As above.
        >
          <Icon name="phone" small />
          {moved === undefined
            ? t(isLost || call.direction === 'incoming' ? 'callBack' : 'callAgain')
            : // By the number: the name is what somebody else gave it.
              t('callMoved', partyOf({ ...moved, displayName: null }, country, t).name)}
        </button>
        {failed && call.end?.response && <ResponseDetails response={call.end.response} />}
      </div>
      <CallMessage call={call} from={party.name} />
      <Refusal code={refusal} />
    </article>
  );
}

/** Ends that are nothing to be told about in red. */
const ORDINARY: readonly (CallOutcome | null)[] = ['talked', 'cancelled'];

function isParked(call: Call): call is Call & { readonly service: Service } {
  return call.service?.name === 'park' && call.service.state === 'done';
}

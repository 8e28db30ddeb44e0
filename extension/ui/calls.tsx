import { isLive, isRingingIn, type Call } from '../../src/call/call';
import type { PhoneActions } from './actions';
import { CallCard } from './call-card';
import { callsOnScreen } from './call-order';
import { CompactCard } from './compact-card';
import { EndedCard } from './ended-card';
import { IncomingCard } from './incoming-card';
import { partyOf } from './party';
import { useWords } from './words';
import { outcomeWord, stateWord } from './wording';

interface CallsProps {
  readonly calls: readonly Call[];
  readonly country: string;
  readonly actions: PhoneActions;
}

/** Every call on the phone: the one that needs the user large, the others small below. */
export function Calls({ calls, country, actions }: CallsProps) {
  const t = useWords();
  const { main, others } = callsOnScreen(calls);

  return (
    <>
      <Announcer calls={calls} country={country} />
      {main !== null && (
        <MainCard
          key={main.id}
          call={main}
          country={country}
          holdsOther={others.some(isUp)}
          actions={actions}
        />
      )}
      {others.length > 0 && (
        <ul class="other-calls" aria-label={t('callOther')}>
          {others.map((call) => (
            <CompactCard key={call.id} call={call} country={country} actions={actions} />
          ))}
        </ul>
      )}
    </>
  );
}

interface MainCardProps {
  readonly call: Call;
  readonly country: string;
  readonly holdsOther: boolean;
  readonly actions: PhoneActions;
}

function MainCard({ call, country, holdsOther, actions }: MainCardProps) {
  if (!isLive(call)) {
    return <EndedCard call={call} country={country} actions={actions} />;
  }

  return isRingingIn(call) ? (
    <IncomingCard call={call} country={country} holdsOther={holdsOther} actions={actions} />
  ) : (
    <CallCard call={call} country={country} actions={actions} />
  );
}

/** Says every change of every call aloud, once. */
function Announcer({ calls, country }: { calls: readonly Call[]; country: string }) {
  const t = useWords();

  return (
    <div class="visually-hidden" role="log" aria-live="assertive">
      {calls.map((call) => {
        const word = outcomeWord(call) ?? stateWord(call);

        return (
          <p key={`${call.id} ${word}`}>
            {t('callAnnounce', partyOf(call.remote, country, t).name, t(word))}
          </p>
        );
      })}
    </div>
  );
}

function isUp(call: Call): boolean {
  return call.state === 'established' && !call.hold.local;
}

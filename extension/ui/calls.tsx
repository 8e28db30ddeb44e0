import { isLive, isRingingIn, type Call } from '../../src/call/call';
import { CallCard, type CardProps } from './call-card';
import { callsOnScreen } from './call-order';
import { CompactCard } from './compact-card';
import { EndedCard } from './ended-card';
import { IncomingCard } from './incoming-card';
import { partyOf } from './party';
import { useWords } from './words';
import { outcomeWord, stateWord } from './wording';

interface CallsProps extends Omit<CardProps, 'call' | 'others'> {
  readonly calls: readonly Call[];
  /** All of them small: something else needs the place. */
  readonly isAside: boolean;
}

/** Every call on the phone: the one that needs the user large, the others small below. */
export function Calls({ calls, isAside, ...props }: CallsProps) {
  const t = useWords();
  const { country, actions } = props;
  const { main, others } = callsOnScreen(calls);
  const isMainAside = main !== null && isAside && isLive(main);
  const besides = (call: Call) => calls.filter(({ id }) => id !== call.id);
  const small = isMainAside ? [main, ...others] : others;

  return (
    <>
      <Announcer calls={calls} country={country} />
      {main !== null && !isMainAside && (
        <MainCard key={main.id} call={main} others={besides(main)} {...props} />
      )}
      {small.length > 0 && (
        <ul class="other-calls" aria-label={t(isMainAside ? 'callsAll' : 'callOther')}>
          {small.map((call) => (
            <CompactCard
              key={call.id}
              call={call}
              others={besides(call)}
              country={country}
              actions={actions}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function MainCard(props: CardProps) {
  const { call, others, country, actions } = props;

  if (!isLive(call)) {
    return <EndedCard call={call} others={others} country={country} actions={actions} />;
  }

  return isRingingIn(call) ? <IncomingCard {...props} /> : <CallCard {...props} />;
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

import { isLive, isRingingIn, type Call } from '../../../src/call/call';
import type { ConferenceMember } from '../../../src/phone/conference';
import { CallCard, type CardProps } from './call-card';
import { callsOnScreen } from './call-order';
import { CompactCard } from './compact-card';
import { CompactConference, ConferenceCard } from './conference-card';
import { EndedCard } from './ended-card';
import { IncomingCard } from './incoming-card';
import { partyOf } from '../words/party';
import { useWords } from '../words/words';
import { outcomeWord, stateWord } from '../words/wording';

interface CallsProps extends Omit<CardProps, 'call' | 'others'> {
  readonly calls: readonly Call[];
  readonly members: readonly ConferenceMember[];
  /** All of them small: something else needs the place. */
  readonly isAside: boolean;
}

/** Every call on the phone: the one that needs the user large, the others small below. */
export function Calls({ calls, members, isAside, ...props }: CallsProps) {
  const t = useWords();
  const { account, country, devices, actions } = props;
  const { main, conference, others } = callsOnScreen(calls, members);
  const isInFront = !isAside || (main !== null && !isLive(main));
  const besides = (call: Call) => calls.filter(({ id }) => id !== call.id);
  const merged = conference && { calls: conference, members, account, country, devices, actions };
  const small = isInFront || main === null ? others : [main, ...others];
  const isConferenceSmall = merged !== null && (main !== null || !isInFront);

  return (
    <>
      <Announcer calls={calls} country={country} />
      {main !== null && isInFront && (
        <MainCard key={main.id} call={main} others={besides(main)} {...props} />
      )}
      {merged !== null && !isConferenceSmall && (
        <ConferenceCard {...merged} addCall={props.addCall} />
      )}
      {(small.length > 0 || isConferenceSmall) && (
        <ul class="other-calls" aria-label={t(isInFront ? 'callOther' : 'callsAll')}>
          {isConferenceSmall && <CompactConference {...merged} />}
          {small.map((call) => (
            <CompactCard
              key={call.id}
              call={call}
              others={besides(call)}
              members={members}
              account={account}
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

import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { codeTarget } from '../../../src/account/profile';
import type { TeamMember } from '../../../src/phone/team/team';
import type { AccountView } from '../../../src/protocol/snapshot';
import type { PhoneActions } from '../phone/actions';
import { Icon } from '../controls/icon';
import { Refusal } from '../controls/refusal';
import { TeamMemberRow, type MemberDeeds } from './team-member';
import { memberName } from './team-words';
import { useRequest } from '../controls/use-request';
import { useWords } from '../words/words';

interface TeamProps {
  readonly team: readonly TeamMember[];
  readonly account: AccountView;
  readonly country: string;
  readonly actions: PhoneActions;
}

/** More than a glance takes in; the rest comes on request, and who rings at once. */
const FIRST_SHOWN = 5;
/** A list that is longer than a window is searched, not read. */
const LONG_LIST = 12;

/** The colleagues: who is free, who talks, and whose phone rings for anybody to answer. */
export function Team({ team, account, country, actions }: TeamProps) {
  const t = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(true);
  const [isWhole, setWhole] = useState(false);
  const [filter, setFilter] = useState('');
  const { refusal, request } = useRequest();
  const deeds = useDeeds(actions, request);
  const group = account.profile.groupPickUp;
  const shown = shownOf(team, isOpen, isWhole, filter);

  if (team.length === 0 && group === null) {
    return null;
  }

  return (
    <section class="team" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <button
          type="button"
          class="section-toggle"
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {t('teamTitle')}
          <Icon name="more" small />
        </button>
      </h2>
      {team.length > 0 && (
        <button
          type="button"
          class="team-change"
          onClick={() => void actions.openOptions()} // A tab that does not open shows itself.
        >
          {t('teamChange')}
        </button>
      )}
      <Refusal code={refusal} />
      {isOpen && isWhole && team.length > LONG_LIST && (
        <input
          class="team-filter"
          type="search"
          aria-label={t('teamFilter')}
          placeholder={t('teamFilter')}
          autocomplete="off"
          value={filter}
          onInput={({ currentTarget: { value } }) => {
            setFilter(value);
          }}
        />
      )}
      {shown.length > 0 && (
        <ul>
          {shown.map((member) => (
            <TeamMemberRow key={member.number} member={member} country={country} deeds={deeds} />
          ))}
        </ul>
      )}
      {isOpen && filter !== '' && shown.length === 0 && (
        <p class="team-none" role="status">
          {t('teamNobody')}
        </p>
      )}
      {isOpen && !isWhole && team.length > FIRST_SHOWN && (
        <button
          type="button"
          class="button text wide"
          onClick={() => {
            setWhole(true);
          }}
        >
          {t('teamAll', String(team.length))}
        </button>
      )}
      {isOpen && group !== null && (
        <button
          type="button"
          class="button quiet wide"
          title={t('teamPickUpGroupHelp')}
          onClick={
            () => void request(() => actions.dial(codeTarget(group.target))) // Shown above.
          }
        >
          <Icon name="incoming" small />
          {t('teamPickUpGroup')}
        </button>
      )}
    </section>
  );
}

/** Who is in sight: those that were found or come first, and below them whoever rings. */
function shownOf(
  team: readonly TeamMember[],
  isOpen: boolean,
  isWhole: boolean,
  filter: string,
): readonly TeamMember[] {
  const wanted = filter.trim().toLocaleLowerCase();

  if (isOpen && isWhole) {
    return team.filter((member) =>
      `${memberName(member)} ${member.number}`.toLocaleLowerCase().includes(wanted),
    );
  }
  const first = isOpen ? FIRST_SHOWN : 0;

  return team.filter(({ state }, index) => index < first || state === 'ringing');
}

/** The same functions in every round, so that a row need not be made anew for them. */
function useDeeds(
  actions: PhoneActions,
  request: (run: () => Promise<unknown>) => Promise<boolean>,
): MemberDeeds {
  const latest = useRef({ actions, request });

  latest.current = { actions, request };

  return useMemo(
    () => ({
      call: (number) => {
        const now = latest.current;

        void now.request(() => now.actions.dial(number)); // Its refusal is shown above the list.
      },
      pickUp: (number) => {
        const now = latest.current;

        void now.request(() => now.actions.pickUp(number)); // As above.
      },
    }),
    [],
  );
}

import { useMemo } from 'preact/hooks';
import type { Remote } from '../../../src/call/call';
import type { TeamMember } from '../../../src/phone/team/team';
import { Icon } from '../controls/icon';
import { KEYS } from '../controls/shortcuts';
import { memberName, memberText, STATE_LOOKS } from './team-words';
import { useWords } from '../words/words';

/** What can be done with a colleague of the list; each is the same function as long as it shows. */
export interface MemberDeeds {
  readonly call: (number: string) => void;
  readonly pickUp: (number: string) => void;
}

interface TeamMemberProps {
  readonly member: TeamMember;
  readonly country: string;
  readonly deeds: MemberDeeds;
}

/**
 * One colleague of the list. Every snapshot is a new object all through, so it is looked at what
 * stands in it: of two hundred rows only those that changed are made anew.
 */
export function TeamMemberRow({ member, country, deeds }: TeamMemberProps) {
  const { number, name, state, activity, note, canPickUp } = member;
  const callerUri = member.caller?.uri ?? null;
  const callerName = member.caller?.displayName ?? null;

  return useMemo(() => {
    const caller: Remote | null =
      callerUri === null ? null : { uri: callerUri, displayName: callerName };

    return (
      <MemberRow
        member={{ number, name, state, caller, activity, note, canPickUp }}
        country={country}
        deeds={deeds}
      />
    );
  }, [number, name, state, callerUri, callerName, activity, note, canPickUp, country, deeds]);
}

function MemberRow({ member, country, deeds }: TeamMemberProps) {
  const t = useWords();
  const { number, state, canPickUp } = member;
  const name = memberName(member);
  const text = memberText(member, country, t);

  return (
    <li class={`colleague ${state}`}>
      <button
        type="button"
        class="colleague-call"
        aria-label={[t('teamCall', name), text].join(', ')}
        title={t('teamCall', name)}
        onClick={() => {
          deeds.call(number);
        }}
      >
        <span class="colleague-state">
          <Icon name={STATE_LOOKS[state].icon} small />
        </span>
        <bdi class="colleague-name">{name}</bdi>
        {name !== number && !canPickUp && <bdi class="colleague-number">{number}</bdi>}
        <span class="colleague-text">{text}</span>
      </button>
      {canPickUp && (
        <button
          type="button"
          class="button call small"
          aria-label={t('teamPickUpNamed', name)}
          aria-keyshortcuts={KEYS.pickUp}
          title={t('keyNamed', t('teamPickUp'), KEYS.pickUp)}
          onClick={() => {
            deeds.pickUp(number);
          }}
        >
          {t('teamPickUp')}
        </button>
      )}
    </li>
  );
}

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { TeamMember } from '../../../src/phone/team/team';
import { Icon } from '../controls/icon';
import { memberName, memberText, STATE_LOOKS } from './team-words';
import { useWords } from '../words/words';

/** The colleagues, for whoever lets the user say whom to send a call to. */
export const TeamContext = createContext<readonly TeamMember[]>([]);

interface TeamSuggestionsProps {
  /** What was typed so far: a name finds a number. */
  readonly typed: string;
  readonly country: string;
  readonly onPick: (number: string) => void;
}

const MOST_SUGGESTED = 4;

/** The colleagues whose name or number begins as typed: a click puts the number into the field. */
export function TeamSuggestions({ typed, country, onPick }: TeamSuggestionsProps) {
  const t = useWords();
  const wanted = typed.trim().toLocaleLowerCase();
  const found = useContext(TeamContext)
    .filter(
      (member) =>
        member.number !== typed.trim() &&
        [member.number, ...memberName(member).split(' ')].some((part) =>
          part.toLocaleLowerCase().startsWith(wanted),
        ),
    )
    .slice(0, MOST_SUGGESTED);

  if (found.length === 0) {
    return null;
  }

  return (
    <ul class="suggestions" aria-label={t('teamTitle')}>
      {found.map((member) => (
        <li key={member.number}>
          <button
            type="button"
            class="deed"
            onClick={() => {
              onPick(member.number);
            }}
          >
            <span class={`colleague-state ${member.state}`}>
              <Icon name={STATE_LOOKS[member.state].icon} small />
            </span>
            <span class="deed-words">
              <bdi>{memberName(member)}</bdi>
              <span class="deed-hint">{memberText(member, country, t)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

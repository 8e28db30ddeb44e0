import type { MemberState, TeamMember } from '../../../src/phone/team/team';
import type { Activity } from '../../../src/sip/presence';
import type { IconName } from '../controls/icon';
import { partyOf } from '../words/party';
import type { WordKey, Words } from '../words/words';

interface StateLook {
  readonly word: WordKey;
  /** Another shape for each, so that no state is told by colour alone. */
  readonly icon: IconName;
}

/** What somebody's phone does, in a word and a shape. */
export const STATE_LOOKS: Readonly<Record<MemberState, StateLook>> = {
  idle: { word: 'teamIdle', icon: 'ready' },
  ringing: { word: 'teamRinging', icon: 'incoming' },
  busy: { word: 'teamBusy', icon: 'stop' },
  offline: { word: 'teamOffline', icon: 'offline' },
  unknown: { word: 'teamUnknown', icon: 'unknown' },
};

const ACTIVITY_WORDS: Readonly<Record<Activity, WordKey>> = {
  'on-the-phone': 'teamBusy',
  busy: 'teamActivityBusy',
  meeting: 'teamActivityMeeting',
  away: 'teamActivityAway',
  vacation: 'teamActivityVacation',
};

/** What a colleague is called on screen. */
export function memberName({ name, number }: Pick<TeamMember, 'name' | 'number'>): string {
  return name === '' ? number : name;
}

/** What there is to say of a colleague now: the state, who rings, and what they say themselves. */
export function memberText(
  { state, caller, activity, note }: Pick<TeamMember, 'state' | 'caller' | 'activity' | 'note'>,
  country: string,
  t: Words,
): string {
  const word = t(STATE_LOOKS[state].word);

  if (state === 'ringing') {
    return caller === null ? word : t('teamCalledBy', partyOf(caller, country, t).name);
  }
  const doing = activity === null ? null : t(ACTIVITY_WORDS[activity]);
  const further = doing === word || state === 'offline' ? note : (doing ?? note);

  // Phone systems like to say the state once more as a note, in a language of their own.
  return further === null || further === word || REPEATED.test(further)
    ? word
    : `${word} · ${further}`;
}

const REPEATED =
  /^(?:ready|available|open|online|on the phone|in a call|busy|unavailable|not online|unregistered|offline|closed|registered|unknown)$/i;

import type { Profile } from '../../account/profile';
import type { Remote } from '../../call/call';
import type { InviteWish } from '../sip-stack';
import type { RingingCall, TeamMember } from './team';

/** The call by which the user takes up one that rings at a colleague's. */
export interface PickUp {
  /** With whom the user will talk, as far as it is known. */
  readonly remote: Remote;
  readonly wireUri: string;
  readonly wish: InviteWish;
}

/**
 * How a call that rings at a colleague's is taken up on this phone system: by its name, or by a
 * code before the colleague's number. Null where nothing rings that could be.
 */
export function pickUpOf(
  { pickUp }: Profile,
  member: TeamMember,
  uri: string,
  ringing: RingingCall | null,
): PickUp | null {
  if (pickUp === null || member.state !== 'ringing') {
    return null;
  }
  if (pickUp.by === 'replaces') {
    return (
      ringing && {
        remote: ringing.caller,
        wireUri: ringing.uri,
        wish: { replaces: ringing.replaces },
      }
    );
  }

  return {
    remote: member.caller ?? { uri, displayName: member.name === '' ? null : member.name },
    wireUri: uri.replace(/^sips?:/, (scheme) => scheme + pickUp.prefix.replaceAll('#', '%23')),
    wish: {},
  };
}

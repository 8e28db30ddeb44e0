import type { Colleague } from '../../account/team';
import type { Remote } from '../../call/call';
import type { KnownDialogs, WatchedDialog } from '../../sip/dialog-info';
import type { Activity, Presence } from '../../sip/presence';
import type { ReplacedDialog } from '../../sip/replaces';

/** What somebody's phone does; `offline` where it takes no calls, `unknown` where nobody says. */
export type MemberState = 'idle' | 'ringing' | 'busy' | 'offline' | 'unknown';

/** Somebody of the team, as the screen shows them. JSON only. */
export interface TeamMember extends Colleague {
  readonly state: MemberState;
  /** Who rings them now, where it is known. */
  readonly caller: Remote | null;
  /** What they do, where the phone system or they themselves say so. */
  readonly activity: Activity | null;
  readonly note: string | null;
  /** True while a call rings there that we can take up. */
  readonly canPickUp: boolean;
}

/** All that was told of somebody; null where nothing was. */
export interface KnownOfMember {
  readonly dialogs: KnownDialogs | null;
  readonly presence: Presence | null;
}

/** A call that rings at somebody's, and how it is taken up (RFC 3891). */
export interface RingingCall {
  readonly caller: Remote;
  /** Whom the INVITE goes to: the other end of the call that rings. */
  readonly uri: string;
  readonly replaces: ReplacedDialog;
}

/** Nothing was told of them, or not any more. */
export const NOTHING_KNOWN: KnownOfMember = { dialogs: null, presence: null };

/** What is shown of a colleague. `byCode` says that a code takes up whatever rings there. */
export function memberOf(
  colleague: Colleague,
  known: KnownOfMember,
  pickUp: 'code' | 'replaces' | null,
): TeamMember {
  const state = stateOf(known);
  const ringing = known.dialogs?.dialogs.find(isRinging);
  const rings = state === 'ringing';

  return {
    ...colleague,
    state,
    caller: ringing?.remote ?? null,
    activity: known.presence?.activity ?? null,
    note: known.presence?.note ?? null,
    canPickUp:
      rings && (pickUp === 'code' || (pickUp === 'replaces' && ringingCallOf(known) !== null)),
  };
}

/** The call at somebody's that can be taken up by its name; null where none can. */
export function ringingCallOf({ dialogs }: KnownOfMember): RingingCall | null {
  for (const dialog of dialogs?.dialogs ?? []) {
    const { callId, localTag, remoteTag, remote, remoteTarget } = dialog;
    const uri = remoteTarget ?? remote?.uri ?? null;

    if (
      isRinging(dialog) &&
      callId !== null &&
      localTag !== null &&
      remoteTag !== null &&
      uri !== null
    ) {
      // The INVITE goes to the caller, to whom the caller's tag is the local one (RFC 3891 §3).
      return {
        uri,
        caller: remote ?? { uri, displayName: null },
        replaces: { callId, toTag: remoteTag, fromTag: localTag, isEarlyOnly: true },
      };
    }
  }

  return null;
}

/**
 * Calls say more than presence: a phone system that tells of them knows. A call that rings comes
 * before one that is up, because somebody may want to take it.
 */
function stateOf({ dialogs, presence }: KnownOfMember): MemberState {
  if (dialogs?.dialogs.some(isRinging) === true) {
    return 'ringing';
  }
  if (dialogs !== null && dialogs.dialogs.length > 0) {
    return 'busy';
  }
  if (presence?.isOpen === false) {
    return 'offline';
  }
  if (
    dialogs === null &&
    (presence?.activity === 'on-the-phone' || presence?.activity === 'busy')
  ) {
    return 'busy';
  }

  return dialogs !== null || presence?.isOpen === true ? 'idle' : 'unknown';
}

/** Who calls somebody is not rung: `early` is then how their call is, and they are busy with it. */
function isRinging({ state, direction }: WatchedDialog): boolean {
  return state !== 'confirmed' && state !== 'terminated' && direction !== 'initiator';
}

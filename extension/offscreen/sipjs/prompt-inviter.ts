import { Bye, Inviter, SessionState, type Core, type URI, type UserAgent } from 'sip.js';
import type { InviteWish } from '../../../src/phone/sip-stack';
import type { SavedDialog } from '../../../src/sip/dialog';
import { WANTED_SESSION_S } from '../../../src/sip/session-timer';
import { quotable } from './message';
import { hideOwnAddress } from './own-address';

/** An Inviter that also takes a BYE that follows on the heels of the 2xx. */
export class PromptInviter extends Inviter {
  readonly isOfferTheirs: boolean;
  /** The user holds the other side from the first word on. */
  readonly isHeld: boolean;

  constructor(
    userAgent: UserAgent,
    target: URI,
    extraHeaders: readonly string[] = [],
    { isOfferTheirs = false, from, recovers }: InviteWish = {},
  ) {
    // SIP.js takes the first fork's description for the answer, and ends the call with 488 when
    // another one answers. What comes before the answer is ours to play.
    super(userAgent, target, {
      earlyMedia: false,
      inviteWithoutSdp: isOfferTheirs,
      extraHeaders: [`Session-Expires: ${WANTED_SESSION_S}`, ...extraHeaders],
      params: {
        ...(from === undefined
          ? {}
          : { fromUri: from.uri, fromDisplayName: quotable(from.displayName ?? '') }),
        ...(recovers === undefined ? {} : wayTo(recovers.dialog)),
      },
    });
    this.isOfferTheirs = isOfferTheirs;
    this.isHeld = recovers?.isHeld === true;
    if (from !== undefined) {
      contactOf(this)._contact = hideOwnAddress(userAgent, this.request);
    }
  }

  protected override onByeRequest(request: Core.IncomingByeRequest): void {
    // SIP.js drops it unanswered while the answer in the 2xx is being applied.
    if (this.state === SessionState.Establishing) {
      this.delegate?.onBye?.(new Bye(request));
      this.stateTransition(SessionState.Terminated);
      return;
    }
    super.onByeRequest(request);
  }
}

/** To whom it is, and by which proxies: as in the dialog before (RFC 3261 §12.2.1.1). */
function wayTo({ remoteUri, routeSet }: SavedDialog) {
  return { toUri: remoteUri, ...(routeSet.length === 0 ? {} : { routeSet: [...routeSet] }) };
}

/** What stands in the re-INVITEs of the call as well; SIP.js keeps it to its own classes. */
function contactOf(session: Inviter): { _contact: string } {
  return session as unknown as { _contact: string }; // Looked up in SIP.js 0.21.2.
}

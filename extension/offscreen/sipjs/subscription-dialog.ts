import { Core, type URI, type UserAgent } from 'sip.js';
import type { SubscribeWish } from '../../../src/phone/sip-stack';
import { CONTENT_TYPES } from './event-packages';

/** One subscription's side of its dialog (RFC 6665 §4.4.1): a NOTIFY begins it, not the 2xx. */
export interface SubscriptionDialog {
  readonly id: string;
  wish: SubscribeWish;
  readonly callId: string;
  readonly localTag: string;
  cseq: number;
  remoteTag: string | null;
  remoteTarget: URI | null;
  routeSet: readonly string[];
  remoteCseq: number;
  /** What is out; a newer one makes the older silent. */
  request: Core.OutgoingRequestMessage | null;
}

/** A subscription of which the server knows nothing yet. */
export function newSubscription(id: string, wish: SubscribeWish): SubscriptionDialog {
  return {
    id,
    wish,
    callId: crypto.randomUUID(),
    localTag: crypto.randomUUID().slice(0, 8),
    cseq: 0,
    remoteTag: null,
    remoteTarget: null,
    routeSet: [],
    remoteCseq: -1,
    request: null,
  };
}

/** The dialog that a NOTIFY is in: the first begins it, and each may move its other end (target refresh). */
export function keepDialog(
  subscription: SubscriptionDialog,
  request: Core.IncomingRequestMessage,
): void {
  const contact: unknown = request.parseHeader('contact');

  if (subscription.remoteTag === null) {
    subscription.remoteTag = request.fromTag;
    subscription.routeSet = request.getHeaders('record-route');
  }
  subscription.remoteCseq = request.cseq;
  if (contact instanceof Core.NameAddrHeader) {
    subscription.remoteTarget = contact.uri;
  }
}

/** The next SUBSCRIBE of a subscription: what begins its dialog, or the next request in it. */
export function nextSubscribe(
  subscription: SubscriptionDialog,
  options: {
    readonly userAgent: UserAgent;
    readonly aor: URI;
    readonly to: URI;
    readonly expiresS: number;
  },
): Core.OutgoingRequestMessage {
  const { userAgent, aor, to, expiresS } = options;
  const { wish, callId, localTag, remoteTag, remoteTarget, routeSet } = subscription;

  subscription.cseq += 1;

  return userAgent.userAgentCore.makeOutgoingRequestMessage(
    'SUBSCRIBE',
    remoteTarget ?? to,
    aor,
    to,
    {
      callId,
      cseq: subscription.cseq,
      fromTag: localTag,
      // In a dialog only its own route counts (RFC 3261 §12.2.1.1).
      ...(remoteTag === null ? {} : { toTag: remoteTag, routeSet: [...routeSet] }),
    },
    [
      `Contact: ${userAgent.contact.toString()}`,
      `Event: ${wish.event}`,
      `Accept: ${CONTENT_TYPES[wish.event]}`,
      `Expires: ${expiresS}`,
    ],
  );
}

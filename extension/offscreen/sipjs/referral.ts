import { Core, SessionState, type Referral, type Session } from 'sip.js';
import type { SipResponse } from '../../../src/call/call';
import type { CallEvent } from '../../../src/call/event';
import { parseReferTo, type ReferTarget } from '../../../src/sip/refer-to';
import { sipfragOf } from '../../../src/sip/sipfrag';
import { isUnsent } from './flow';
import type { After } from './options';

/** A call that was placed because the other side of another one wanted it. */
export interface FollowedReferral {
  readonly uri: string;
  /** Header fields of its INVITE. */
  readonly headers: readonly string[];
  /** Tells whoever wanted it how it goes. */
  readonly tell: (event: CallEvent) => void;
}

/** What taking a REFER needs of the call around it. */
export interface ReferralOptions {
  readonly session: Session;
  readonly after: After;
  readonly report: (event: CallEvent) => void;
}

/** Who is asked to call somebody and does not say a word does not want to. */
const LONGEST_QUESTION_MS = 30_000;

/** Takes a REFER of the other side: never followed before the user said so (RFC 3515 §2.4.2). */
export class SipJsReferral {
  #pending: ReferTarget | null = null;

  #callOff: () => void = () => undefined;
  /** What we last told whoever asked, until they say that they heard. */
  #unheard: SipResponse | null = null;

  constructor(private readonly options: ReferralOptions) {}

  /** 202 means no more than that somebody is being asked. */
  async receive(referral: Referral): Promise<void> {
    const asked = parseReferTo(referral.request.getHeader('refer-to'));

    if (asked === null || this.#pending !== null) {
      await referral.reject({ statusCode: 603 });
      return;
    }
    this.#pending = asked;
    await referral.accept({ statusCode: 202 });
    this.#notify({ statusCode: 100, reasonPhrase: 'Trying' });
    this.#callOff = this.options.after(LONGEST_QUESTION_MS, () => {
      this.refuse();
      this.options.report({ type: 'referral-expired' });
    });
    this.options.report({ type: 'referred', target: asked.target });
  }

  /** The call is over, and the question with it. */
  stop(): void {
    this.#callOff();
  }

  /** The server can be reached again. */
  repeat(): void {
    if (this.#unheard !== null) {
      this.#notify(this.#unheard);
    }
  }

  refuse(): void {
    this.#callOff();
    if (this.#pending !== null) {
      this.#pending = null;
      this.#notify({ statusCode: 603, reasonPhrase: 'Decline' });
    }
  }

  /** What to call, now that the user wants it; null when nobody asked. */
  follow(): FollowedReferral | null {
    const asked = this.#pending;
    let isOver = false;

    this.#callOff();
    this.#pending = null;

    return asked === null
      ? null
      : {
          uri: asked.uri,
          headers: asked.replaces === null ? [] : [`Replaces: ${asked.replaces}`],
          tell: (event) => {
            const response = newsIn(event);

            // The first final word is the last (RFC 3515 §2.4.7).
            if (response !== null && !isOver) {
              isOver = response.statusCode >= 200;
              this.#notify(response);
            }
          },
        };
  }

  #notify(response: SipResponse): void {
    const { dialog, state, userAgent } = this.options.session;

    if (dialog instanceof Core.SessionDialog && state === SessionState.Established) {
      const heard = ({ message }: Core.IncomingResponse) => {
        if (this.#unheard === response && !isUnsent(message)) {
          this.#unheard = null;
        }
      };
      const subscription =
        response.statusCode < 200 ? 'active;expires=180' : 'terminated;reason=noresource';

      this.#unheard = response;
      dialog.notify(
        { onAccept: heard, onRedirect: heard, onReject: heard },
        {
          extraHeaders: [
            'Event: refer',
            `Subscription-State: ${subscription}`,
            `Contact: ${userAgent.contact.toString()}`,
          ],
          body: {
            contentDisposition: 'render',
            contentType: 'message/sipfrag;version=2.0',
            content: sipfragOf(response),
          },
        },
      );
    }
  }
}

/** What an event of the new call is to the one who wanted it; null for what is not theirs to know. */
function newsIn(event: CallEvent): SipResponse | null {
  switch (event.type) {
    case 'provisional-received':
      return { statusCode: event.statusCode, reasonPhrase: 'Ringing' };
    case 'confirmed':
      return { statusCode: 200, reasonPhrase: 'OK' };
    case 'ended':
      return event.end.response ?? { statusCode: 503, reasonPhrase: 'Service Unavailable' };
    default:
      return null;
  }
}

import { Core, type Invitation } from 'sip.js';
import type { After } from './options';

/** What ringing takes from the call around it. */
export interface RingingOptions {
  readonly invitation: Invitation;
  readonly after: After;
  /** The caller leaves with a BYE before we answered (RFC 3261 §15). */
  readonly left: (bye: Core.IncomingByeRequest) => void;
  /** The caller never acknowledged what it insisted on acknowledging. */
  readonly unacknowledged: () => void;
  readonly failed: (error: unknown) => void;
}

/** A proxy may give up a call of which it hears nothing for three minutes (RFC 3261 §13.3.1.1). */
const AGAIN_AFTER_MS = 60_000;
/** T1 and 64*T1 of RFC 3261 §17.1.1.1. */
const FIRST_REPEAT_MS = 500;
const LAST_REPEAT_MS = 32_000;

/** Tells the caller that the phone rings, by 180, until the call is taken, refused or given up. */
export class Ringing {
  readonly #options: RingingOptions;
  readonly #way: 'plain' | 'reliable' | 'silent';
  #rseq = 0;
  #isStopped = false;
  #isAcknowledged = false;
  #callOff: () => void = () => undefined;

  constructor(options: RingingOptions) {
    this.#options = options;
    this.#way = wayOf(options.invitation);
  }

  start(): void {
    const { invitation } = this.#options;

    if (this.#way === 'plain') {
      this.#send(() => {
        invitation.progress().catch(this.#options.failed);
        this.#listen(invitation.dialog);
      });
      this.#after(AGAIN_AFTER_MS, () => {
        this.start();
      });
    } else if (this.#way === 'reliable') {
      this.#rseq += 1;
      this.#isAcknowledged = false;
      this.#ringReliably(FIRST_REPEAT_MS);
    }
  }

  /** Whether the caller may hear the phone ring: who wants that acknowledged hears no sound of it. */
  get takesSound(): boolean {
    return this.#way === 'plain' && !this.#isStopped;
  }

  /** Says where the ringing is to be heard from (RFC 3960 §3.2). */
  sound(sdp: string): void {
    if (this.takesSound) {
      this.#send(() => {
        const sent = requests.get(this.#options.invitation.request)?.progress({
          statusCode: 183,
          body: {
            contentDisposition: 'session',
            contentType: 'application/sdp',
            content: sdp,
          },
        });

        this.#listen(sent?.session);
      });
    }
  }

  stop(): void {
    this.#isStopped = true;
    this.#callOff();
  }

  /** Without a description: SIP.js would put the answer in it, and open the microphone for that. */
  #ringReliably(repeatAfterMs: number): void {
    if (repeatAfterMs > LAST_REPEAT_MS) {
      this.#options.unacknowledged();
      return;
    }
    this.#send(() => {
      const sent = requests.get(this.#options.invitation.request)?.progress({
        statusCode: 180,
        extraHeaders: ['Require: 100rel', `RSeq: ${this.#rseq}`],
      });

      this.#listen(sent?.session);
    });
    this.#after(repeatAfterMs, () => {
      this.#ringReliably(repeatAfterMs * 2);
    });
  }

  #listen(dialog: Core.Session | undefined): void {
    if (dialog !== undefined) {
      dialog.delegate = {
        onBye: this.#options.left,
        onPrack: (prack) => {
          this.#acknowledged(prack);
        },
      };
    }
  }

  /** RFC 3262 §3. */
  #acknowledged(prack: Core.IncomingPrackRequest): void {
    const { message } = prack;
    const [rseq, cseq] = (message.getHeader('rack') ?? '').split(/\s+/);
    const isOurs =
      Number(rseq) === this.#rseq && Number(cseq) === this.#options.invitation.request.cseq;

    if (!isOurs || this.#isAcknowledged) {
      prack.reject({ statusCode: 481 });
      return;
    }
    this.#isAcknowledged = true;
    if (message.body === '') {
      prack.accept();
    } else {
      prack.reject({ statusCode: 488 }); // A second offer before the first has its answer.
    }
    this.#after(AGAIN_AFTER_MS, () => {
      this.start();
    });
  }

  #after(delayMs: number, run: () => void): void {
    this.#callOff();
    if (!this.#isStopped) {
      this.#callOff = this.#options.after(delayMs, run);
    }
  }

  #send(send: () => void): void {
    try {
      send();
    } catch (error) {
      this.#options.failed(error);
    }
  }
}

/** The request behind an invitation, as SIP.js's core knows it. */
export function requestBehind({ request }: Invitation): Core.InviteUserAgentServer | null {
  const known = requests.get(request);

  return known instanceof Core.InviteUserAgentServer ? known : null;
}

const requests = new WeakMap<Core.IncomingRequestMessage, Core.IncomingInviteRequest>();

/** Keeps the requests behind the invitations, which SIP.js keeps to itself. */
export function keepRequests({ delegate }: Core.UserAgentCore): void {
  const onInvite = delegate.onInvite?.bind(delegate);

  delegate.onInvite = (request) => {
    requests.set(request.message, request);
    onInvite?.(request);
  };
}

/**
 * How the caller is told. Whoever requires acknowledged responses gets those or none (RFC 3262 §3);
 * none where the offer is ours to make: it would stand in the first 180, before anybody answered.
 */
function wayOf({ request, body }: Invitation): 'plain' | 'reliable' | 'silent' {
  if (!/(?:^|,)\s*100rel\s*(?:,|$)/i.test(request.getHeaders('require').join(','))) {
    return 'plain';
  }

  return body !== undefined && body !== '' && requests.has(request) ? 'reliable' : 'silent';
}

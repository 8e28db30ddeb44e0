import type { Core } from 'sip.js';
import { URI } from 'sip.js';
import type { CallMedia } from './call-media';
import { sdpBody } from './bodies';
import { PbxCall, type CallContext, type Party } from './pbx-call';
import type { Contact } from './registrar';
import type { Sound } from './sound-source';

/** RFC 3326: why the other phones stop ringing when one has answered. */
export const ANSWERED_ELSEWHERE = 'SIP;cause=200;text="Call completed elsewhere"';

interface Leg {
  readonly contact: Contact;
  readonly media: CallMedia;
  readonly request: Core.OutgoingInviteRequest;
  final: number | null;
  /** The phone said before its answer what sound there is; the answer only repeats it (RFC 3960). */
  early: Promise<void> | null;
}

/** How the extension is rung. */
export interface RingOptions {
  readonly from: Party;
  readonly to: Party;
  readonly sound: Sound;
  /** Further headers of the INVITE, complete lines such as `Alert-Info: ...`. */
  readonly headers: readonly string[];
}

/** A call from the PBX to every contact of an account. The first contact that answers has it. */
export class CallToExtension extends PbxCall {
  readonly direction = 'to-extension';
  readonly callId: string;
  readonly extension: Party;
  readonly peer: Party;
  readonly #legs: Leg[] = [];
  readonly #context: CallContext;
  readonly #domain: string;
  readonly #options: RingOptions;
  /** Every branch of one call has the same (RFC 3261 section 16.6). */
  readonly #fromTag = Math.random().toString(36).slice(2);
  #cancelReason: string | null = null;

  private constructor(context: CallContext, domain: string, options: RingOptions) {
    super(context);
    this.#context = context;
    this.#domain = domain;
    this.#options = options;
    this.callId = Math.random().toString(36).slice(2) + Date.now().toString(36);
    this.extension = options.to;
    this.peer = options.from;
  }

  static async place(
    context: CallContext,
    contacts: readonly Contact[],
    domain: string,
    options: RingOptions,
  ): Promise<CallToExtension> {
    const call = new CallToExtension(context, domain, options);
    // All media first, so that all phones ring in the same moment.
    const media = await Promise.all(contacts.map(() => call.openMedia()));
    contacts.forEach((contact, i) => {
      const legMedia = media[i];
      if (legMedia !== undefined) {
        call.#ring(contact, legMedia);
      }
    });
    return call;
  }

  /** Stops ringing, with a Reason header where one is given. */
  cancel({ reason }: { reason?: string } = {}): void {
    if (this.state === 'established' || this.state === 'ended') {
      return;
    }
    this.#cancelReason = reason ?? null;
    for (const leg of this.#legs) {
      this.#cancelLeg(leg, reason);
    }
    this.end('pbx', 487, reason ?? null);
  }

  /** Stops ringing the way a PBX does when another phone took the call. */
  cancelAsAnsweredElsewhere(): void {
    this.cancel({ reason: ANSWERED_ELSEWHERE });
  }

  /** Rings a phone once more that has come back over another socket. */
  async ringAgain(contact: Contact): Promise<void> {
    const rings = this.#legs.some(
      (leg) =>
        leg.final === null &&
        leg.contact.instance === contact.instance &&
        leg.contact.connection !== contact.connection,
    );
    if (!rings || !this.#isOpen()) {
      return;
    }

    const media = await this.openMedia();

    if (this.#isOpen()) {
      this.#ring(contact, media);
    } else {
      await media.close(); // It was answered in the meantime.
    }
  }

  /** True while nobody has answered or given up. */
  #isOpen(): boolean {
    return this.state !== 'established' && this.state !== 'ended';
  }

  #ring(contact: Contact, media: CallMedia): void {
    const options = this.#options;
    media.play(options.sound);
    const { core, contact: own } = contact.connection;
    const message = core.makeOutgoingRequestMessage(
      'INVITE',
      contact.uri,
      new URI('sip', options.from.user, this.#domain),
      new URI('sip', options.to.user, this.#domain),
      {
        callId: this.callId,
        fromTag: this.#fromTag,
        fromDisplayName: options.from.displayName,
      },
      [`Contact: ${own}`, 'Allow: ACK,BYE,CANCEL,INFO,INVITE,NOTIFY,REFER', ...options.headers],
      sdpBody(media.offer()),
    );
    const request = core.invite(message, {
      onProgress: ({ message: { statusCode, body } }) => {
        if (statusCode !== undefined && statusCode >= 180) {
          this.moveTo('ringing');
        }
        if (body !== '' && leg.early === null && leg.final === null) {
          this.useMedia(media);
          this.moveTo('early');
          leg.early = media.accept(body);
          leg.early.catch(() => undefined);
        }
      },
      onAccept: (response) => {
        void this.#accepted(leg, response);
      },
      onReject: (response) => {
        this.#refused(leg, response.message.statusCode ?? 480);
      },
      onRedirect: (response) => {
        const contact = response.message.getHeader('contact') ?? '';
        const user = decodeURIComponent(/sips?:([^@;>?]+)@/i.exec(contact)?.[1] ?? '');

        this.useMedia(leg.media);
        this.#context.onRedirect(this, user);
        this.#refused(leg, response.message.statusCode ?? 302);
      },
    });
    const leg: Leg = { contact, media, request, final: null, early: null };
    this.#legs.push(leg);
  }

  async #accepted(leg: Leg, response: Core.AckableIncomingResponseWithSession): Promise<void> {
    response.ack();
    leg.final = 200;
    if (this.state === 'established' || this.state === 'ended') {
      // It answered while the CANCEL was on its way (RFC 3261 section 9.1): the call is ended the ordinary way.
      const reason = this.state === 'established' ? ANSWERED_ELSEWHERE : this.#cancelReason;
      response.session.bye(undefined, {
        extraHeaders: reason === null ? [] : [`Reason: ${reason}`],
      });
      await leg.media.close();
      return;
    }
    this.adopt(response.session, leg.contact.connection);
    this.useMedia(leg.media);
    for (const other of this.#legs) {
      if (other !== leg) {
        this.#cancelLeg(other, ANSWERED_ELSEWHERE);
      }
    }
    this.establish(response.message.statusCode ?? 200);
    await (leg.early ?? leg.media.accept(response.message.body)).catch(() => this.hangUp());
  }

  #refused(leg: Leg, status: number): void {
    leg.final = status;
    void leg.media.close();
    if (this.state === 'established' || this.state === 'ended') {
      return;
    }
    // RFC 3261 section 16.7: a 6xx decides for all, otherwise the lowest class of all answers does.
    if (status >= 600) {
      for (const other of this.#legs) {
        this.#cancelLeg(other, undefined);
      }
      this.end('extension', status, null);
    } else if (this.#legs.every(({ final }) => final !== null)) {
      const finals = this.#legs.map(({ final }) => final ?? status);
      this.end('extension', Math.min(...finals), null);
    }
  }

  #cancelLeg(leg: Leg, reason: string | undefined): void {
    if (leg.final !== null) {
      return;
    }
    leg.request.cancel(reason);
    if (!leg.contact.connection.isReachable) {
      leg.request.dispose(); // Nobody will say 487.
    }
    void leg.media.close();
  }

  override lose(connection: Contact['connection']): void {
    super.lose(connection);
    for (const leg of this.#legs) {
      if (leg.contact.connection === connection && leg.final === null) {
        this.#refused(leg, 408);
      }
    }
  }
}

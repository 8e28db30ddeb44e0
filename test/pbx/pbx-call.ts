import { Core } from 'sip.js';
import type { CallMedia } from './call-media';
import type { Connection } from './connection';
import { nowMs } from './message-log';
import type { ReceivedAudio } from './received-audio';
import { digitsOfInfo } from './rtp-dtmf';
import type { Sound } from './sound-source';
import type { Waiting } from './waiting';

/** Where a call of the PBX stands. `early`: sound is exchanged before the answer. */
export type PbxCallState = 'calling' | 'ringing' | 'early' | 'established' | 'ended';

/** Who the other side of a call is. */
export interface Party {
  readonly user: string;
  readonly displayName: string;
}

/** A key that the extension pressed, and how it was told. */
export interface HeardDigit {
  readonly digit: string;
  readonly via: 'rtp' | 'info';
  readonly atMs: number;
}

/** What a call needs from its PBX. */
export interface CallContext {
  readonly waiting: Waiting;
  /** Opens the media of a call; the digits go to `onDigit`. */
  openMedia(onDigit: (digit: string) => void): Promise<CallMedia>;
  /** The extension asks the PBX's side of the call to call someone else (RFC 3515). */
  onRefer(call: PbxCall, referTo: string, report: (sipfrag: string, isLast: boolean) => void): void;
}

const SDP = 'application/sdp';

/** A call between the extension and the PBX, seen from the PBX. */
export abstract class PbxCall {
  abstract readonly callId: string;
  /** `from-extension`: the extension placed it. */
  abstract readonly direction: 'from-extension' | 'to-extension';
  /** The extension's side. */
  abstract readonly extension: Party;
  /** The side that the PBX plays. */
  abstract readonly peer: Party;
  /** Keys that were heard so far. */
  readonly heardDigits: HeardDigit[] = [];
  readonly #context: CallContext;
  #state: PbxCallState = 'calling';
  #response: number | null = null;
  #endedBy: 'extension' | 'pbx' | null = null;
  #endReason: string | null = null;
  #session: Core.Session | null = null;
  #connection: Connection | null = null;
  #media: CallMedia | null = null;
  #onDigits: ((digits: string) => void) | null = null;

  constructor(context: CallContext) {
    this.#context = context;
  }

  get state(): PbxCallState {
    return this.#state;
  }

  /** Final status of the INVITE, null before it. */
  get response(): number | null {
    return this.#response;
  }

  /** Which side ended it, null while it lives. */
  get endedBy(): 'extension' | 'pbx' | null {
    return this.#endedBy;
  }

  /** The Reason header of the BYE or CANCEL that ended it (RFC 3326). */
  get endReason(): string | null {
    return this.#endReason;
  }

  /** What the extension says. */
  get audio(): ReceivedAudio {
    return this.media.audio;
  }

  /** The sound of the call in both directions. */
  get media(): CallMedia {
    if (this.#media === null) throw new Error('PBX: this call has no media yet');
    return this.#media;
  }

  get hasMedia(): boolean {
    return this.#media !== null;
  }

  /** True while the extension has the PBX on hold: it doesn't want to hear it. */
  get isHeldByExtension(): boolean {
    const direction = this.#media?.direction;
    return direction === 'recvonly' || direction === 'inactive';
  }

  /** The keys heard so far, in a row. */
  get digits(): string {
    return this.heardDigits.map(({ digit }) => digit).join('');
  }

  /** Resolves when the call is, or is already past, that state; rejects when it ended before. */
  until(state: PbxCallState, { timeoutMs }: { timeoutMs?: number } = {}): Promise<this> {
    const order: readonly PbxCallState[] = ['calling', 'ringing', 'early', 'established', 'ended'];
    const what = `call ${this.peer.user} <-> ${this.extension.user} to be ${state}`;
    return this.waiting
      .until(what, () => order.indexOf(this.#state) >= order.indexOf(state), timeoutMs)
      .then(() => {
        if (this.#state === 'ended' && state !== 'ended') {
          throw new Error(`PBX: ${what}, but it ended with ${String(this.#response)}`);
        }
        return this;
      });
  }

  /** Resolves when those keys, in a row, are the last ones heard. */
  async untilDigits(digits: string, { timeoutMs }: { timeoutMs?: number } = {}): Promise<void> {
    await this.waiting.until(`the digits ${digits}`, () => this.digits.endsWith(digits), timeoutMs);
  }

  /** Resolves when the extension holds the call (or no longer does). */
  async untilHeldByExtension(
    isHeld: boolean,
    { timeoutMs }: { timeoutMs?: number } = {},
  ): Promise<void> {
    await this.waiting.until(
      `the call to be ${isHeld ? 'held' : 'resumed'} by the extension`,
      () => this.isHeldByExtension === isHeld,
      timeoutMs,
    );
  }

  /** Lets the extension hear this from now on. */
  play(sound: Sound): void {
    this.media.play(sound);
  }

  /** Ends an established call with BYE, as soon as SIP allows it. */
  async hangUp({ reason }: { reason?: string } = {}): Promise<void> {
    // RFC 3261 section 15: no BYE before the ACK.
    await this.until('established');
    const session = this.requireSession();
    const extraHeaders = reason === undefined ? [] : [`Reason: ${reason}`];
    this.end('pbx', this.#response ?? 200, reason ?? null);
    session.bye(undefined, { extraHeaders });
  }

  /** Holds or resumes the extension by re-INVITE; resolves when it has agreed. */
  async hold(on: boolean): Promise<void> {
    this.media.want(on ? 'sendonly' : 'sendrecv');
    const { session, contact } = { session: this.requireSession(), contact: this.#contact() };
    await new Promise<void>((resolve, reject) => {
      session.invite(
        {
          onAccept: (response) => {
            response.ack();
            this.media.accept(response.message.body).then(resolve, reject);
          },
          onReject: ({ message }) => {
            reject(new Error(`PBX: re-INVITE refused with ${String(message.statusCode)}`));
          },
        },
        { extraHeaders: [contact], body: sdpBody(this.media.offer()) },
      );
    });
  }

  /** Tells the extension a key by SIP INFO (application/dtmf-relay); resolves with its answer's status. */
  sendDtmfInfo(digit: string, durationMs = 160): Promise<number> {
    const session = this.requireSession();
    return new Promise((resolve) => {
      const done = ({ message }: Core.IncomingResponse): void => {
        resolve(message.statusCode ?? 0);
      };
      session.info(
        { onAccept: done, onReject: done },
        {
          body: {
            contentDisposition: 'render',
            contentType: 'application/dtmf-relay',
            content: `Signal=${digit}\r\nDuration=${String(durationMs)}\r\n`,
          },
        },
      );
    });
  }

  /** Calls back for the keys of each INFO and each telephone-event. */
  onDigits(listener: ((digits: string) => void) | null): void {
    this.#onDigits = listener;
  }

  protected get waiting(): Waiting {
    return this.#context.waiting;
  }

  protected async openMedia(): Promise<CallMedia> {
    return this.#context.openMedia((digit) => {
      this.#hear(digit, 'rtp');
    });
  }

  protected useMedia(media: CallMedia): void {
    this.#media = media;
  }

  protected moveTo(state: PbxCallState): void {
    if (this.#state === 'ended' || this.#state === state) return;
    this.#state = state;
    this.waiting.changed();
  }

  protected end(by: 'extension' | 'pbx', response: number, reason: string | null): void {
    if (this.#state === 'ended') return;
    this.#response = response;
    this.#endedBy = by;
    this.#endReason = reason;
    void this.#media?.close();
    this.moveTo('ended');
  }

  /** The connection under the call is gone; so is the call, as nobody can say anything about it any more. */
  lose(connection: Connection): void {
    if (connection === this.#connection) this.end('extension', this.#response ?? 408, null);
  }

  /** Ends whatever is left of the call, without a word to the extension. */
  async dispose(): Promise<void> {
    this.end('pbx', this.#response ?? 503, null);
    await this.#media?.close();
  }

  protected establish(status: number): void {
    this.#response = status;
    this.moveTo('established');
  }

  protected adopt(session: Core.Session, connection: Connection): void {
    this.#session = session;
    this.#connection = connection;
    session.delegate = {
      onBye: (request) => {
        request.accept();
        this.end('extension', this.#response ?? 200, request.message.getHeader('reason') ?? null);
      },
      onInfo: (request) => {
        this.#receiveInfo(request);
      },
      onInvite: (request) => {
        void this.#receiveReInvite(request);
      },
      onRefer: (request) => {
        this.#receiveRefer(request, session);
      },
      onAck: (request) => this.onAck(request),
      onAckTimeout: () => {
        this.end('pbx', this.#response ?? 408, null);
      },
    };
  }

  /** Hook for the side that waits for an ACK. */
  protected onAck(request: Core.IncomingAckRequest): Promise<void> | void {
    const answer = request.message.body;
    // A re-INVITE without an offer is answered with one; the ACK then brings the answer.
    if (answer !== '') return this.media.accept(answer);
  }

  protected requireSession(): Core.Session {
    if (this.#session === null || this.#state !== 'established') {
      throw new Error(`PBX: the call is ${this.#state}, not established`);
    }
    return this.#session;
  }

  #contact(): string {
    return `Contact: ${this.#connection?.contact ?? ''}`;
  }

  #hear(digits: string, via: 'rtp' | 'info'): void {
    for (const digit of digits) this.heardDigits.push({ digit, via, atMs: nowMs() });
    this.#onDigits?.(digits);
    this.waiting.changed();
  }

  #receiveInfo(request: Core.IncomingInfoRequest): void {
    const { message } = request;
    const digits = digitsOfInfo(message.getHeader('content-type') ?? '', message.body);
    if (digits === null) {
      request.reject({ statusCode: 415 });
      return;
    }
    request.accept();
    this.#hear(digits, 'info');
  }

  async #receiveReInvite(request: Core.IncomingInviteRequest): Promise<void> {
    const offer = request.message.body;
    try {
      const sdp = offer === '' ? this.media.offer() : await this.media.answer(offer);
      request.accept({ statusCode: 200, body: sdpBody(sdp) });
    } catch {
      request.reject({ statusCode: 488 });
    }
  }

  #receiveRefer(request: Core.IncomingReferRequest, session: Core.Session): void {
    const referTo = request.message.getHeader('refer-to');
    if (referTo === undefined) {
      request.reject({ statusCode: 400 });
      return;
    }
    request.accept({ statusCode: 202 });
    this.#context.onRefer(this, referTo, (sipfrag, isLast) => {
      if (this.#state !== 'established') return;
      // RFC 3515 section 2.4.4: the last NOTIFY ends the subscription.
      const state = isLast ? 'terminated;reason=noresource' : 'active;expires=60';
      session.notify(undefined, {
        extraHeaders: ['Event: refer', `Subscription-State: ${state}`, this.#contact()],
        body: {
          contentDisposition: 'render',
          contentType: 'message/sipfrag;version=2.0',
          content: `${sipfrag}\r\n`,
        },
      });
    });
  }
}

/** A body of SDP as SIP.js wants it. */
export function sdpBody(content: string): Core.Body {
  return { contentDisposition: 'session', contentType: SDP, content };
}

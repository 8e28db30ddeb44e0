import type { Core } from 'sip.js';
import { sdpBody } from './bodies';
import type { CallMedia } from './call-media';
import type { Connection } from './connection';
import { HeardKeys, type HeardDigit } from './heard-keys';
import {
  notifyTransfer,
  reInvite,
  repeatUntilAcknowledged,
  tellDigit,
  untilNoneIsOpen,
} from './in-dialog';
import type { ReceivedAudio } from './received-audio';
import { digitsOfInfo } from './rtp-dtmf';
import type { Sound } from './sound-source';
import type { Waiting } from './waiting';

/** Where a call of the PBX stands. `early`: sound is exchanged before the answer. */
export type PbxCallState = 'calling' | 'ringing' | 'early' | 'established' | 'ended';

/** Who a side of a call is. */
export interface Party {
  readonly user: string;
  readonly displayName: string;
}

/** What a call needs from its PBX. */
export interface CallContext {
  readonly waiting: Waiting;
  /** Opens the media of a call; the digits go to `onDigit`. */
  openMedia(onDigit: (digit: string) => void): Promise<CallMedia>;
  /** The extension sends the caller elsewhere (302), to the user part that its Contact names. */
  onRedirect(call: PbxCall, user: string): void;
  /** The extension asks the PBX's side of the call to call someone else (RFC 3515). */
  onRefer(
    transferee: PbxCall,
    referTo: string,
    report: (statusLine: string, isLast: boolean) => void,
  ): Promise<void>;
}

const ORDER: readonly PbxCallState[] = ['calling', 'ringing', 'early', 'established', 'ended'];

/** A call between the extension and the PBX, seen from the PBX. */
export abstract class PbxCall {
  abstract readonly callId: string;
  /** `from-extension`: the extension placed it. */
  abstract readonly direction: 'from-extension' | 'to-extension';
  /** The extension's side. */
  abstract readonly extension: Party;
  /** The side that the PBX plays. */
  abstract readonly peer: Party;
  protected readonly waiting: Waiting;
  readonly #context: CallContext;
  readonly #keys: HeardKeys;
  #state: PbxCallState = 'calling';
  #response: number | null = null;
  #endedBy: 'extension' | 'pbx' | null = null;
  #endReason: string | null = null;
  #session: Core.Session | null = null;
  #connection: Connection | null = null;
  #media: CallMedia | null = null;
  #callOffRepeating: () => void = () => undefined;

  constructor(context: CallContext) {
    this.#context = context;
    this.waiting = context.waiting;
    this.#keys = new HeardKeys(context.waiting);
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

  /** The Replaces field of a call to the extension that is to take this one's place (RFC 3891). */
  get replaces(): string {
    const { callId, localTag, remoteTag } = this.#establishedSession();

    return `Replaces: ${callId};to-tag=${remoteTag};from-tag=${localTag}`;
  }

  /** The sound of the call in both directions. */
  get media(): CallMedia {
    if (this.#media === null) {
      throw new Error('PBX: this call has no media yet');
    }
    return this.#media;
  }

  /** True while the extension has the PBX on hold: it doesn't want to hear it. */
  get isHeldByExtension(): boolean {
    const direction = this.#media?.direction;
    return direction === 'recvonly' || direction === 'inactive';
  }

  /** The keys heard so far, each with the way it came. */
  get heardDigits(): readonly HeardDigit[] {
    return this.#keys.all;
  }

  /** The keys heard so far, in a row. */
  get digits(): string {
    return this.#keys.digits;
  }

  /** Resolves when the call is, or is already past, that state; rejects when it ended before. */
  async until(state: PbxCallState, { timeoutMs }: { timeoutMs?: number } = {}): Promise<this> {
    const what = `the call ${this.extension.user} <-> ${this.peer.user} to be ${state}`;
    const probe = (): boolean => ORDER.indexOf(this.#state) >= ORDER.indexOf(state);
    await this.waiting.until(what, probe, timeoutMs);
    if (this.#state === 'ended' && state !== 'ended') {
      throw new Error(`PBX: waited for ${what}, but it ended with ${String(this.#response)}`);
    }
    return this;
  }

  /** Resolves when those keys, in a row, are the last ones heard. */
  untilDigits(digits: string, { timeoutMs }: { timeoutMs?: number } = {}): Promise<void> {
    return this.#keys.until(digits, timeoutMs);
  }

  /** Calls back for the keys of each INFO and each telephone-event. */
  onDigits(listener: ((digits: string) => void) | null): void {
    this.#keys.listen(listener);
  }

  /** Resolves when the extension holds the call (or no longer does). */
  async untilHeldByExtension(
    isHeld: boolean,
    { timeoutMs }: { timeoutMs?: number } = {},
  ): Promise<void> {
    const what = `the call to be ${isHeld ? 'held' : 'resumed'} by the extension`;
    await this.waiting.until(what, () => this.isHeldByExtension === isHeld, timeoutMs);
  }

  /** Lets the extension hear this from now on. */
  play(sound: Sound): void {
    this.media.play(sound);
  }

  /** Ends an established call with BYE, as soon as SIP allows it. */
  async hangUp({ reason }: { reason?: string } = {}): Promise<void> {
    // RFC 3261 section 15: no BYE before the ACK.
    await this.until('established');
    const session = this.#establishedSession();
    const extraHeaders = reason === undefined ? [] : [`Reason: ${reason}`];
    this.end('pbx', this.#response ?? 200, reason ?? null);
    session.bye(undefined, { extraHeaders });
  }

  /** Holds or resumes the extension by re-INVITE; resolves when it has agreed. */
  async hold(on: boolean): Promise<void> {
    const session = this.#establishedSession();
    await untilNoneIsOpen(session);
    this.media.want(on ? 'sendonly' : 'sendrecv');
    const answer = await reInvite(session, this.media.offer(), this.#contact);
    await this.media.accept(answer);
  }

  /** Looks for a new way for the sound, by re-INVITE with an ICE restart (RFC 8445 section 2.4). */
  async renewSound(): Promise<void> {
    const session = this.#establishedSession();
    await untilNoneIsOpen(session);
    await this.media.restart();
    await this.media.accept(await reInvite(session, this.media.offer(), this.#contact));
  }

  /** The machine that has the sound is gone, without a word. */
  failSound(): Promise<void> {
    return this.media.fail();
  }

  /** Tells the extension a key by SIP INFO (application/dtmf-relay); resolves with its answer's status. */
  sendDtmfInfo(digit: string, durationMs = 160): Promise<number> {
    return tellDigit(this.#establishedSession(), digit, durationMs);
  }

  /** The connection under the call is gone: one that is up goes on, as with any server that only learns of its end by a BYE. */
  lose(connection: Connection): void {
    if (connection === this.#connection && this.#state !== 'established') {
      this.end('extension', this.#response ?? 408, null);
    }
  }

  /** True where a Replaces field of the extension means this call (RFC 3891 section 3). */
  isNamedBy(replaces: string): boolean {
    if (this.#session === null || this.#state !== 'established') {
      return false;
    }
    const { callId, localTag, remoteTag } = this.#session;
    const [named, ...params] = replaces.split(';');
    return (
      named === callId &&
      params.includes(`to-tag=${localTag}`) &&
      params.includes(`from-tag=${remoteTag}`)
    );
  }

  /** Another call has taken this one's place: says goodbye in the old dialog. */
  giveWay(): void {
    const session = this.#establishedSession();
    this.end('pbx', this.#response ?? 200, null);
    session.bye();
  }

  /** Ends whatever is left of the call, without a word to the extension. */
  async dispose(): Promise<void> {
    this.end('pbx', this.#response ?? 503, null);
    await this.#media?.close();
  }

  protected openMedia(): Promise<CallMedia> {
    return this.#context.openMedia((digit) => {
      this.#keys.hear(digit, 'rtp');
    });
  }

  protected useMedia(media: CallMedia): void {
    this.#media = media;
  }

  protected moveTo(state: PbxCallState): void {
    // Late and doubled responses never take a call back.
    if (ORDER.indexOf(state) <= ORDER.indexOf(this.#state)) {
      return;
    }
    this.#state = state;
    this.waiting.changed();
  }

  protected establish(status: number): void {
    this.#response ??= status;
    this.moveTo('established');
  }

  protected end(by: 'extension' | 'pbx', response: number, reason: string | null): void {
    if (this.#state === 'ended') {
      return;
    }
    this.#response = response;
    this.#endedBy = by;
    this.#endReason = reason;
    this.#callOffRepeating();
    void this.#media?.close();
    this.moveTo('ended');
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

  /** An INVITE without an offer is answered with one; the ACK then brings the answer (RFC 3261 section 13.2.1). */
  protected async onAck({ message }: Core.IncomingAckRequest): Promise<void> {
    if (message.body !== '') {
      await this.media.accept(message.body).catch(() => undefined);
    }
  }

  #establishedSession(): Core.Session {
    if (this.#session === null || this.#state !== 'established') {
      throw new Error(`PBX: the call is ${this.#state}, not established`);
    }
    return this.#session;
  }

  get #contact(): string {
    return this.#connection?.contact ?? '';
  }

  #receiveInfo(request: Core.IncomingInfoRequest): void {
    const { message } = request;
    const digits = digitsOfInfo(message.getHeader('content-type') ?? '', message.body);
    if (digits === null) {
      request.reject({ statusCode: 415 });
      return;
    }
    request.accept();
    this.#keys.hear(digits, 'info');
  }

  async #receiveReInvite(request: Core.IncomingInviteRequest): Promise<void> {
    const offer = request.message.body;
    const sdp = await (offer === ''
      ? Promise.resolve(this.media.offer())
      : this.media.answer(offer).catch(() => null));
    // The call may have ended while the answer was made; its transactions are gone with it.
    if (this.#state !== 'established') {
      return;
    }
    if (sdp === null) {
      request.reject({ statusCode: 488 });
    } else {
      request.accept({ statusCode: 200, body: sdpBody(sdp) });
      this.#callOffRepeating = repeatUntilAcknowledged(this.#session);
    }
  }

  #receiveRefer(request: Core.IncomingReferRequest, session: Core.Session): void {
    const referTo = request.message.getHeader('refer-to');
    if (referTo === undefined) {
      request.reject({ statusCode: 400 });
      return;
    }
    request.accept({ statusCode: 202 });
    void this.#context.onRefer(this, referTo, (statusLine, isLast) => {
      if (this.#state === 'established') {
        notifyTransfer(session, this.#contact, statusLine, isLast);
      }
    });
  }
}

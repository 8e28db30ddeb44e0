import type { Core } from 'sip.js';
import type { Connection } from './connection';
import { sdpBody } from './bodies';
import type { CallMedia } from './call-media';
import { PbxCall, type CallContext, type Party } from './pbx-call';
import type { Direction } from './sdp';
import type { Sound } from './sound-source';

/** A call that the extension placed to one of the PBX's targets. */
export class CallFromExtension extends PbxCall {
  readonly direction = 'from-extension';
  readonly callId: string;
  readonly extension: Party;
  readonly peer: Party;
  /** The INVITE as it came. */
  readonly invite: Core.IncomingRequestMessage;
  /** Name of the target it reached, null when there is none. */
  readonly target: string | null;
  readonly #request: Core.IncomingInviteRequest;
  readonly #connection: Connection;
  #isAnswering = false;
  #negotiating: CallMedia | null = null;
  /** Who was on hold stays so. */
  #wanted: Direction = 'sendrecv';

  constructor(
    context: CallContext,
    request: Core.IncomingInviteRequest,
    connection: Connection,
    peer: Party,
    target: string | null,
  ) {
    super(context);
    const { message } = request;
    this.#request = request;
    this.#connection = connection;
    this.callId = message.callId;
    this.invite = message;
    this.peer = peer;
    this.target = target;
    this.extension = {
      user: message.from.uri.user ?? '',
      displayName: message.from.displayName,
    };
    request.trying();
    request.delegate = {
      onCancel: (cancel) => {
        if (this.state === 'ended' || this.state === 'established' || this.#isAnswering) {
          return;
        }
        request.reject({ statusCode: 487 });
        this.end('extension', 487, cancel.getHeader('reason') ?? null);
      },
    };
  }

  /** 180: it rings at the target. */
  ring(): void {
    if (this.state !== 'calling') {
      return;
    }
    this.#request.progress({ statusCode: 180 });
    this.moveTo('ringing');
  }

  /** 183 with SDP: the caller hears something before the answer (RFC 3960). */
  async early(sound: Sound): Promise<void> {
    const sdp = await this.#negotiate(sound);
    if (sdp === null) {
      return;
    }
    this.#request.progress({ statusCode: 183, body: sdpBody(sdp) });
    this.moveTo('early');
  }

  /** 200: the target takes the call. Resolves when the extension has acknowledged, or the call is over. */
  async answer(sound: Sound): Promise<void> {
    if (this.state === 'early') {
      this.play(sound);
    }
    const sdp = this.state === 'early' ? undefined : await this.#negotiate(sound);
    if (sdp === null || this.state === 'ended') {
      return;
    }
    this.#isAnswering = true;
    const { session } = this.#request.accept({
      statusCode: 200,
      ...(sdp === undefined ? {} : { body: sdpBody(sdp) }),
    });
    this.adopt(session, this.#connection);
    await this.waiting.until(
      'the ACK of the extension',
      () => this.state === 'established' || this.state === 'ended',
      40_000,
    );
  }

  /** 200: the party of another call of the extension's goes on in this one (RFC 3891). */
  async takeOver(other: PbxCall): Promise<void> {
    this.#wanted = other.media.wanted;
    await this.answer(other.media.sound);
    if (this.state === 'established') {
      other.giveWay();
    }
  }

  /** Refuses the call with that status. */
  reject(statusCode: number, { headers = [] }: { headers?: string[] } = {}): void {
    if (this.state === 'ended') {
      return;
    }
    this.#request.reject({ statusCode, extraHeaders: headers });
    this.end('pbx', statusCode, null);
  }

  override lose(connection: Connection): void {
    if (connection === this.#connection && this.state !== 'established') {
      this.end('extension', this.response ?? 408, null);
    }
  }

  protected override onAck(request: Core.IncomingAckRequest): Promise<void> {
    // At once: the next request may stand right behind the ACK.
    this.establish(200);
    return super.onAck(request);
  }

  async #negotiate(sound: Sound): Promise<string | null> {
    this.#negotiating ??= await this.openMedia();
    const media = this.#negotiating;
    this.useMedia(media);
    media.play(sound);
    media.want(this.#wanted);
    try {
      const offer = this.invite.body;
      const sdp = offer === '' ? media.offer() : await media.answer(offer);
      if (!this.#isOver()) {
        return sdp;
      }
      await media.close();
    } catch {
      this.reject(488);
      await media.close();
    }
    return null;
  }

  // The caller may have hung up while the media was being opened; a property would be narrowed by the checks before.
  #isOver(): boolean {
    return this.state === 'ended';
  }
}

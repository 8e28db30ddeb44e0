import {
  type RTCCertificate,
  RTCDtlsFingerprint,
  RTCDtlsParameters,
  RTCDtlsTransport,
  RTCIceGatherer,
  RTCIceParameters,
  RTCIceTransport,
  type RtcpSrPacket,
  RtpHeader,
  type RtpPacket,
} from 'werift';

/** What the other side's SDP says about reaching it safely. */
export interface RemotePeer {
  readonly ufrag: string;
  readonly password: string;
  readonly fingerprints: readonly { readonly algorithm: string; readonly value: string }[];
}

/** One outgoing RTP packet. */
export interface OutgoingRtp {
  readonly payloadType: number;
  readonly sequenceNumber: number;
  readonly timestamp: number;
  readonly ssrc: number;
  readonly marker: boolean;
  readonly payload: Buffer;
}

/** RFC 7714 and RFC 5764 numbers of the SRTP profiles; werift prefers the first that the peer knows. */
const AEAD_AES_128_GCM = 0x0007;
const AES128_CM_HMAC_SHA1_80 = 0x0001;

/**
 * Encrypted RTP with one peer: ICE, DTLS and SRTP of werift without its RTCPeerConnection, so that the SDP is ours.
 *
 * It is an ICE-lite agent on loopback: it never asks a STUN server, and where the peer is comes from the peer's own checks.
 * That is why candidates in the peer's SDP (or their absence, or names ending in .local) don't matter.
 */
export class SecureTransport {
  readonly #ice: RTCIceTransport;
  readonly #dtls: RTCDtlsTransport;
  #remote: RemotePeer | null = null;
  #oldPath: RTCIceTransport['connection']['nominated'];
  #isClosed = false;

  private constructor(
    readonly address: string,
    ice: RTCIceTransport,
    dtls: RTCDtlsTransport,
  ) {
    this.#ice = ice;
    this.#dtls = dtls;

    const { connection } = ice;
    const send = connection.send.bind(connection);
    connection.send = async (data) => {
      const old = this.#oldPath;
      if (connection.nominated === undefined && old !== undefined) {
        await old.protocol.sendData(data, old.remoteAddr);
      } else {
        await send(data);
      }
    };
  }

  /** `refusesStrangers` answers only checks of whom the first description named (RFC 8445 section 7.3). */
  static async open(
    address: string,
    { refusesStrangers = false }: { refusesStrangers?: boolean } = {},
  ): Promise<SecureTransport> {
    let friend: string | null = null;
    const certificate = await newCertificate();
    const gatherer = new RTCIceGatherer({
      iceLite: true,
      // With both families off only the additional address is used, and the socket is bound to it alone.
      useIpv4: false,
      useIpv6: false,
      additionalHostAddresses: [address],
      interfaceAddresses: { udp4: address },
      ...(refusesStrangers && {
        filterStunResponse: (message) => {
          const name = String(message.getAttributeValue('USERNAME'));
          friend ??= name;
          return name === friend;
        },
      }),
    });
    const ice = new RTCIceTransport(gatherer);
    const dtls = new RTCDtlsTransport({}, ice, certificate, [
      AEAD_AES_128_GCM,
      AES128_CM_HMAC_SHA1_80,
    ]);
    await gatherer.gather();
    return new SecureTransport(address, ice, dtls);
  }

  get ufrag(): string {
    return this.#ice.localParameters.usernameFragment;
  }

  get password(): string {
    return this.#ice.localParameters.password;
  }

  get fingerprint(): { readonly algorithm: string; readonly value: string } {
    const [fingerprint] = this.#dtls.localParameters.fingerprints;
    if (fingerprint === undefined) {
      throw new Error('The PBX has no certificate');
    }
    return fingerprint;
  }

  get candidates(): readonly { readonly address: string; readonly port: number }[] {
    return this.#ice.localCandidates.map(({ ip, port }) => ({ address: ip, port }));
  }

  onPacket(listener: (packet: RtpPacket) => void): void {
    this.#dtls.onRtp.subscribe(listener);
  }

  /** True where the peer's credentials have changed: an ICE restart (RFC 8839 section 4.4.1.1.1). */
  isRestartedBy({ ufrag }: RemotePeer): boolean {
    return this.#remote !== null && this.#remote.ufrag !== ufrag;
  }

  /** Begins with new ICE credentials. */
  async restart(): Promise<void> {
    this.#keepOldPath();
    this.#ice.restart();
    await this.#ice.gather();
  }

  /** Until there is a new path media takes the old one (RFC 8445 section 9); werift forgets it. */
  #keepOldPath(): void {
    const { connection } = this.#ice;
    const old = connection.nominated;
    if (old !== undefined) {
      this.#oldPath = old;
    }
  }

  /** Lets the peer connect; resolves when it has, at once when it is connected already. */
  async connect(remote: RemotePeer, role: 'client' | 'server'): Promise<void> {
    if (this.#remote?.ufrag === remote.ufrag) {
      return;
    }
    const isFirst = this.#remote === null;
    this.#remote = remote;
    this.#ice.setRemoteParams(
      new RTCIceParameters({ usernameFragment: remote.ufrag, password: remote.password }),
    );
    const connected = this.#ice.start();
    if (!isFirst) {
      return connected;
    }

    this.#dtls.role = role;
    this.#dtls.setRemoteParams(
      new RTCDtlsParameters(
        remote.fingerprints.map(({ algorithm, value }) => new RTCDtlsFingerprint(algorithm, value)),
        role === 'client' ? 'server' : 'client',
      ),
    );
    // A server listens from the start: the browser sends its ClientHello as soon as its own check was answered.
    if (role === 'server') {
      await Promise.all([connected, this.#dtls.start()]);
    } else {
      await connected;
      if (!this.#isClosed) {
        await this.#dtls.start();
      }
    }
  }

  get isConnected(): boolean {
    return this.#dtls.state === 'connected';
  }

  send({ payload, ...header }: OutgoingRtp): void {
    // Lost packets are normal life for RTP: werift drops what can't be sent.
    if (this.isConnected) {
      void this.#dtls.sendRtp(payload, new RtpHeader(header));
    }
  }

  /** Sends a report about the sound (RTCP). */
  report(packet: RtcpSrPacket): void {
    if (this.isConnected) {
      void this.#dtls.sendRtcp([packet]);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    endHandshake(this.#dtls);
    await this.#dtls.stop();
  }
}

/** A peer knows who is new by the certificate alone; werift would use one for all. */
function newCertificate(): Promise<RTCCertificate> {
  delete RTCDtlsTransport.localCertificate;
  delete RTCDtlsTransport.localCertificatePromise;
  return RTCDtlsTransport.SetupCertificate();
}

/**
 * Ends a DTLS handshake that is still going on. werift 0.24 has no call for it and would repeat its flight for half a
 * minute, which keeps the process alive. It stops when a later flight seems to have come, and it does not begin when the
 * first one seems to have been sent.
 */
export function endHandshake(transport: RTCDtlsTransport): void {
  const context = transport.dtls?.dtls;
  if (context !== undefined) {
    context.flight = context.flight === 0 ? 1 : Number.MAX_SAFE_INTEGER;
  }
}

import type { IceServer } from '../../../src/account/account';
import type { After, Log } from '../sipjs/options';

/** An outgoing call's connection with its offer made; `offer` settles once that can be sent. */
export interface Offering {
  readonly connection: RTCPeerConnection;
  readonly transceiver: RTCRtpTransceiver;
  readonly offer: Promise<void>;
}

interface Warm extends Offering {
  readonly key: string;
  /** Stops the clock by which it grows too old. */
  readonly callOff: () => void;
}

/** NAT bindings and TURN allocations age; so does what the network looked like. */
const WARM_FOR_MS = 5 * 60_000;
/** A certificate identifies the browser to those it calls for as long as it is kept. */
const CERTIFICATE_FOR_MS = 24 * 60 * 60_000;
/** Candidates of one kind come together; after this much silence the next kind is not worth waiting for. */
const QUIET_MS = 20;

/** The kind of candidate worth waiting for, and how long its server may hold the INVITE up. */
interface Awaited {
  readonly type: RTCIceCandidateType;
  readonly longestMs: number;
}

const HOST: Awaited = { type: 'host', longestMs: 400 };
/** What STUN would tell, a server with a public address learns from our packets as well. */
const REFLEXIVE: Awaited = { type: 'srflx', longestMs: 150 };
/** TURN answers after two round trips, and whoever names a TURN server may have no other way out. */
const RELAY: Awaited = { type: 'relay', longestMs: 400 };

/** What `PeerConnections` takes from the browser. */
export interface PeerConnectionsOptions {
  readonly after: After;
  readonly log: Log;
}

/**
 * Makes peer connections, and keeps one with its offer made and its candidates gathered, so that
 * an INVITE can leave in the moment of the click. A warm one is silent: it holds no microphone.
 */
export class PeerConnections {
  #warm: Warm | null = null;
  #certificate: Promise<RTCCertificate> | null = null;
  #readyCertificate: RTCCertificate | null = null;

  constructor(private readonly options: PeerConnectionsOptions) {
    this.#renewCertificate();
  }

  /** Keeps a connection warm; it is too old five minutes after it was made. */
  prepare(iceServers: readonly IceServer[]): void {
    const key = JSON.stringify(iceServers);

    if (this.#warm?.key === key) {
      return;
    }
    if (this.#warm !== null) {
      this.#discard(this.#warm);
    }

    const warm: Warm = {
      ...this.#offering(iceServers),
      key,
      callOff: this.options.after(WARM_FOR_MS, () => {
        this.#discard(warm);
      }),
    };

    this.#warm = warm;
    warm.offer.catch(() => {
      this.#discard(warm);
    });
  }

  /** The warm connection, or else a new one. */
  offering(iceServers: readonly IceServer[]): Offering {
    const warm = this.#warm;

    if (warm?.key !== JSON.stringify(iceServers)) {
      return this.#offering(iceServers);
    }
    // A call has it now: it grows old with the call, and its clock is not the next one's.
    warm.callOff();
    this.#warm = null;

    return warm;
  }

  /** A connection that is to answer an offer. */
  create(iceServers: readonly IceServer[]): RTCPeerConnection {
    this.#renewCertificate();

    // Not `max-bundle`: with it Chrome refuses every answer without a BUNDLE group, such as plain
    // SIP gives, where RFC 9429 §4.1.1 would have it go on with the one stream.
    return new RTCPeerConnection({
      // Only the servers the user named: any other would learn our address.
      iceServers: iceServers.map(({ url, username, credential }) => ({
        urls: url,
        ...(username === null ? {} : { username }),
        ...(credential === null ? {} : { credential }),
      })),
      ...(this.#readyCertificate === null ? {} : { certificates: [this.#readyCertificate] }),
    });
  }

  /** Settles when the local description holds candidates enough to be sent. */
  gathered(connection: RTCPeerConnection): Promise<void> {
    return gathered(connection, awaitedOf(connection), this.options.after);
  }

  #discard(warm: Warm): void {
    if (this.#warm === warm) {
      warm.callOff();
      warm.connection.close();
      this.#warm = null;
    }
  }

  #offering(iceServers: readonly IceServer[]): Offering {
    const connection = this.create(iceServers);
    const transceiver = connection.addTransceiver('audio', { direction: 'sendrecv' });

    return { connection, transceiver, offer: this.#makeOffer(connection) };
  }

  async #makeOffer(connection: RTCPeerConnection): Promise<void> {
    await connection.setLocalDescription(await connection.createOffer());
    await this.gathered(connection);
  }

  #renewCertificate(): void {
    const isFresh =
      this.#readyCertificate !== null &&
      this.#readyCertificate.expires - Date.now() > CERTIFICATE_FOR_MS;

    if (isFresh || this.#certificate !== null) {
      return;
    }
    // Chrome's certificates live 30 days; this one is left at the end of its first.
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', expires: 2 * CERTIFICATE_FOR_MS };

    this.#certificate = RTCPeerConnection.generateCertificate(algorithm);
    this.#certificate
      .then((certificate) => {
        this.#readyCertificate = certificate;
      })
      .catch(() => {
        this.options.log('info', 'no certificate of our own; each connection makes one');
      })
      .finally(() => {
        this.#certificate = null;
      });
  }
}

function awaitedOf(connection: RTCPeerConnection): Awaited {
  const urls = (connection.getConfiguration().iceServers ?? []).flatMap(({ urls }) => urls);

  if (urls.length === 0) {
    return HOST;
  }

  return urls.some((url) => /^turns?:/i.test(url)) ? RELAY : REFLEXIVE;
}

function gathered(
  connection: RTCPeerConnection,
  { type, longestMs }: Awaited,
  after: After,
): Promise<void> {
  return new Promise((resolve) => {
    let callOffQuiet: () => void = () => undefined;
    const done = () => {
      callOffQuiet();
      callOffCap();
      connection.removeEventListener('icecandidate', onCandidate);
      connection.removeEventListener('icegatheringstatechange', onState);
      resolve();
    };
    const onCandidate = ({ candidate }: RTCPeerConnectionIceEvent) => {
      if (candidate?.type === type) {
        callOffQuiet();
        callOffQuiet = after(QUIET_MS, done);
      }
    };
    const onState = () => {
      if (connection.iceGatheringState === 'complete' || connection.signalingState === 'closed') {
        done();
      }
    };
    const callOffCap = after(longestMs, done);

    connection.addEventListener('icecandidate', onCandidate);
    connection.addEventListener('icegatheringstatechange', onState);
    onState();
  });
}

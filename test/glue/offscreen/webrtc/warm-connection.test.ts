import { PeerConnections } from '../../../../extension/offscreen/webrtc/peer-connections';

const FIVE_MINUTES_MS = 5 * 60_000;

/** As much of a peer connection as an offer needs; it has gathered at once. */
class FakeConnection extends EventTarget {
  static readonly made: FakeConnection[] = [];
  static readonly generateCertificate = () => Promise.reject(new Error('none here'));
  readonly iceGatheringState = 'complete';
  signalingState = 'stable';

  constructor() {
    super();
    FakeConnection.made.push(this);
  }

  addTransceiver = () => ({});
  createOffer = () => Promise.resolve({});
  setLocalDescription = () => Promise.resolve();
  getConfiguration = () => ({});

  close(): void {
    this.signalingState = 'closed';
  }
}

/** Timers that run when the test says that their time has come. */
class Clock {
  readonly #timers = new Map<() => void, number>();
  #nowMs = 0;

  readonly after = (delayMs: number, run: () => void) => {
    this.#timers.set(run, this.#nowMs + delayMs);

    return () => {
      this.#timers.delete(run);
    };
  };

  pass(forMs: number): void {
    this.#nowMs += forMs;
    for (const [run, atMs] of [...this.#timers]) {
      if (atMs <= this.#nowMs) {
        this.#timers.delete(run);
        run();
      }
    }
  }
}

const native = globalThis.RTCPeerConnection;
let clock: Clock;
let connections: PeerConnections;

beforeEach(() => {
  FakeConnection.made.length = 0;
  // The tests' stand-in has only what is used.
  globalThis.RTCPeerConnection = FakeConnection as unknown as typeof RTCPeerConnection;
  clock = new Clock();
  connections = new PeerConnections({ after: clock.after, log: () => undefined });
});
afterEach(() => {
  globalThis.RTCPeerConnection = native;
});

test('a call takes the connection that was made ready', () => {
  connections.prepare([]);

  expect(connections.offering([]).connection).toBe(FakeConnection.made[0]);
});

test('a connection that nobody used for five minutes is closed', () => {
  connections.prepare([]);
  clock.pass(FIVE_MINUTES_MS);

  expect(FakeConnection.made[0]?.signalingState).toBe('closed');
  expect(connections.offering([]).connection).toBe(FakeConnection.made[1]);
});

test('the age of one call’s connection does not end the next one', () => {
  connections.prepare([]);

  const inCall = connections.offering([]).connection;

  clock.pass(FIVE_MINUTES_MS - 1);
  connections.prepare([]);
  clock.pass(1);

  expect(inCall.signalingState).toBe('stable');
  expect(connections.offering([]).connection).toBe(FakeConnection.made[1]);
  expect(FakeConnection.made[1]?.signalingState).toBe('stable');
});

test('other servers need another connection, and the first is closed', () => {
  connections.prepare([]);
  connections.prepare([{ url: 'stun:stun.example.test', username: null, credential: null }]);

  expect(FakeConnection.made[0]?.signalingState).toBe('closed');
});

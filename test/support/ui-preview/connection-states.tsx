import { figuresOf, type CallFigures } from '../../../src/call/figures';
import {
  continued,
  withFact,
  type EventLog,
  type LogFact,
} from '../../../src/diagnostics/event-log';
import { Ladder } from '../../../src/diagnostics/ladder';
import {
  finished,
  stepsFor,
  type TestRun,
  type TestStep,
} from '../../../src/diagnostics/self-test';
import type { RegistrationFailure } from '../../../src/phone/registration/registration';
import type {
  ConnectionActions,
  ConnectionData,
} from '../../../extension/ui/connection/connection-data';
import { ConnectionView } from '../../../extension/ui/connection/connection-view';
import { ACCOUNT } from './page-states';
import { NOW_MS, snapshotLike, talking } from './phone-states';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

const BOB = { uri: 'sip:+12125550123@example.com', displayName: 'Bob from Sales' };
const CAROL = { uri: 'sip:204@example.com', displayName: 'Carol from Support' };
const NO_CONNECTION: RegistrationFailure = { code: 'no-connection', response: null };
const WRONG_PASSWORD: RegistrationFailure = {
  code: 'wrong-password',
  response: { statusCode: 401, reasonPhrase: 'Unauthorized' },
};
const BUSY = { statusCode: 486, reasonPhrase: 'Busy Here' };
const UNTIL_MS = NOW_MS + 7 * MINUTE_MS;
const SERVER = 'wss://pbx.example.com:8089/ws';
const REGISTERED = {
  state: 'registered',
  expiresAtMs: UNTIL_MS,
  server: SERVER,
  isBackup: false,
} as const;

/** A morning: a server that was away, calls, a laptop that slept. */
const MORNING: readonly (readonly [agoMs: number, fact: LogFact])[] = [
  [361 * MINUTE_MS, { type: 'account-chosen', address: 'sip:alice@example.com' }],
  [361 * MINUTE_MS, { type: 'connecting' }],
  [361 * MINUTE_MS, { type: 'connection-opened', server: SERVER }],
  [361 * MINUTE_MS, { type: 'registered', expiresAtMs: UNTIL_MS, server: SERVER }],
  [214 * MINUTE_MS, { type: 'connection-closed', code: 1006 }],
  [214 * MINUTE_MS, { type: 'registration-lost', failure: NO_CONNECTION }],
  [213 * MINUTE_MS, { type: 'registration-failed', failure: NO_CONNECTION }],
  [212 * MINUTE_MS, { type: 'registration-failed', failure: NO_CONNECTION }],
  [210 * MINUTE_MS, { type: 'registration-failed', failure: NO_CONNECTION }],
  [209 * MINUTE_MS, { type: 'registered', expiresAtMs: UNTIL_MS, server: SERVER }],
  [
    64 * MINUTE_MS,
    { type: 'call', callId: 'c1', what: 'dialled', direction: 'outgoing', remote: CAROL },
  ],
  [
    63.8 * MINUTE_MS,
    {
      type: 'call',
      callId: 'c1',
      what: 'ended',
      direction: 'outgoing',
      remote: CAROL,
      outcome: 'busy',
      response: BUSY,
      talkedMs: null,
    },
  ],
  [31 * MINUTE_MS, { type: 'network-changed', change: 'woke' }],
  [31 * MINUTE_MS, { type: 'renewed', expiresAtMs: UNTIL_MS }],
  [
    2.4 * MINUTE_MS,
    { type: 'call', callId: 'c2', what: 'came-in', direction: 'incoming', remote: BOB },
  ],
  [
    2.1 * MINUTE_MS,
    { type: 'call', callId: 'c2', what: 'answered', direction: 'incoming', remote: BOB },
  ],
];

function logOf(facts: readonly (readonly [agoMs: number, fact: LogFact])[]): EventLog {
  return facts.reduce(
    (log, [agoMs, fact]) => withFact(log, fact, NOW_MS - agoMs),
    continued(null, NOW_MS - 362 * MINUTE_MS),
  );
}

function ladderOfCalls(): Ladder {
  const ladder = new Ladder();
  const take = (
    afterMs: number,
    isOutgoing: boolean,
    start: string,
    cseq: string,
    id: string,
    more: readonly string[] = [],
  ) => {
    ladder.take(
      [
        start,
        'Via: SIP/2.0/WSS k3j4.invalid;branch=z9hG4bK776',
        'From: "Alice" <sip:alice@example.com>;tag=1928301774',
        `To: <sip:204@example.com>${cseq === '1 INVITE' && isOutgoing ? '' : ';tag=a6c85cf'}`,
        `Call-ID: ${id}`,
        `CSeq: ${cseq}`,
        ...more,
        '',
        '',
      ].join('\r\n'),
      isOutgoing,
      NOW_MS - 64 * MINUTE_MS + afterMs,
    );
  };

  take(0, true, 'REGISTER sip:example.com SIP/2.0', '1 REGISTER', 'r1');
  take(34, false, 'SIP/2.0 200 OK', '1 REGISTER', 'r1');
  take(100, true, 'INVITE sip:204@example.com SIP/2.0', '1 INVITE', 'a84b4c76e66710');
  take(131, false, 'SIP/2.0 407 Proxy Authentication Required', '1 INVITE', 'a84b4c76e66710', [
    'Proxy-Authenticate: Digest realm="example.com", nonce="84f1c1ae", algorithm=SHA-256',
  ]);
  take(133, true, 'ACK sip:204@example.com SIP/2.0', '1 ACK', 'a84b4c76e66710');
  take(136, true, 'INVITE sip:204@example.com SIP/2.0', '2 INVITE', 'a84b4c76e66710', [
    'Proxy-Authorization: Digest username="alice", realm="example.com", nonce="84f1c1ae", ' +
      'uri="sip:204@example.com", response="4d21", algorithm=SHA-256',
  ]);
  take(160, false, 'SIP/2.0 100 Trying', '2 INVITE', 'a84b4c76e66710');
  take(420, false, 'SIP/2.0 180 Ringing', '2 INVITE', 'a84b4c76e66710');
  take(12_600, false, 'SIP/2.0 486 Busy Here', '2 INVITE', 'a84b4c76e66710');
  take(12_602, true, 'ACK sip:204@example.com SIP/2.0', '2 ACK', 'a84b4c76e66710');

  return ladder;
}

const FIGURES: CallFigures = {
  ...figuresOf(null, { takenAtMs: NOW_MS, entries: [], direction: 'sendrecv' }),
  roundTripMs: 42,
  jitterMs: 4,
  jitterBufferMs: 58,
  lossShare: 0.002,
  remoteLossShare: 0,
  concealedShare: 0.001,
  codec: { name: 'opus', clockHz: 48_000, channels: 2 },
  localCandidate: { type: 'srflx', protocol: 'udp', address: '203.0.113.7', port: 51_200 },
  remoteCandidate: { type: 'host', protocol: 'udp', address: '198.51.100.20', port: 14_222 },
};

const TRIED = {
  ...ACCOUNT,
  iceServers: [
    { url: 'stun:stun.example.com', username: null, credential: null },
    { url: 'turn:turn.example.com?transport=tcp', username: 'alice', credential: 'horse' },
  ],
  profile: { ...ACCOUNT.profile, echoTest: { by: 'call', target: '*43' } },
} as const;

/** A test of which so many steps are through. */
function testOf(
  state: TestRun['state'],
  change: (step: TestStep, at: number) => TestStep,
): TestRun {
  return { state, steps: stepsFor(TRIED).map(change) };
}

const ASKING = testOf('running', (step) => {
  switch (step.kind) {
    case 'microphone':
      return finished(step, { ok: true, finding: 'heard' }, 2310);
    case 'speaker':
      return { ...step, state: 'asking', finding: 'listen' };
    default:
      return step;
  }
});

const FOUND = testOf('done', (step) => {
  switch (step.kind) {
    case 'microphone':
      return finished(step, { ok: true, finding: 'heard' }, 2310);
    case 'speaker':
      return finished(step, { ok: true, finding: 'speaker-heard' }, 4120);
    case 'server':
      return finished(step, { ok: true, finding: 'connected' }, 83);
    case 'authentication':
      return finished(step, { ok: true, finding: 'let-in' }, 96);
    case 'stun':
      return finished(step, { ok: true, finding: 'reflexive', value: '203.0.113.7' }, 41);
    case 'turn':
      return finished(step, { ok: false, finding: 'turn-refused' }, 118);
    case 'echo':
      return finished(step, { ok: false, finding: 'echo-nothing' }, 25_040);
  }
});

const BROKEN = testOf('done', (step) => {
  switch (step.kind) {
    case 'microphone':
      return finished(step, { ok: false, finding: 'microphone-denied' }, 12);
    case 'speaker':
      return finished(step, { ok: true, finding: 'speaker-heard' }, 4120);
    case 'server':
      return finished(step, { ok: false, finding: 'as-registering', failure: NO_CONNECTION }, 3040);
    case 'authentication':
      return { ...step, state: 'skipped', finding: 'needs-server' };
    case 'stun':
      return finished(step, { ok: true, finding: 'no-nat' }, 41);
    case 'turn':
      return finished(step, { ok: false, finding: 'turn-silent' }, 12_000);
    case 'echo':
      return { ...step, state: 'skipped', finding: 'needs-registration' };
  }
});

const nothing = () => Promise.resolve();
const ACTIONS: ConnectionActions = {
  reconnect: nothing,
  openOptions: nothing,
  openWelcome: nothing,
  startTest: () => undefined,
  stopTest: () => undefined,
  answerTest: () => undefined,
  findOutWhy: () => Promise.resolve(null),
  copy: nothing,
  save: () => undefined,
};

/** What the page knows on an ordinary morning, with what a state changes of it. */
export function connectionData(changes: Partial<ConnectionData> = {}): ConnectionData {
  return {
    snapshot: snapshotLike({ registration: REGISTERED }),
    account: TRIED,
    country: 'US',
    log: logOf(MORNING),
    ladder: ladderOfCalls().parts,
    figures: {},
    test: null,
    microphone: null,
    version: '0.1.0',
    browser: 'Chrome/150.0.0.0',
    ...changes,
  };
}

function connection(changes: Partial<ConnectionData> = {}) {
  return <ConnectionView data={connectionData(changes)} actions={ACTIONS} />;
}

const TEST = 'section[aria-labelledby="test-title"]';
const LADDER = 'section[aria-labelledby="ladder-title"]';

/** Every state of the connection page, by name. */
export const CONNECTION_STATES = {
  connection: {
    page: () =>
      connection({
        snapshot: snapshotLike({
          registration: REGISTERED,
          calls: [talking('c2', { direction: 'incoming', remote: BOB })],
        }),
        figures: { c2: FIGURES },
      }),
  },
  'connection-trouble': {
    page: () =>
      connection({
        snapshot: snapshotLike({
          registration: { state: 'failed', failure: WRONG_PASSWORD, retryAtMs: null },
        }),
        log: logOf([
          ...MORNING.slice(0, 3),
          [MINUTE_MS, { type: 'registration-failed', failure: WRONG_PASSWORD }],
        ]),
        ladder: [],
      }),
  },
  'connection-no-account': {
    page: () =>
      connection({
        snapshot: snapshotLike({ account: null, registration: { state: 'unregistered' } }),
        account: null,
        log: logOf([]),
        ladder: [],
      }),
  },
  'connection-test': { page: () => connection({ test: ASKING }), only: TEST },
  'connection-tested': { page: () => connection({ test: FOUND }), only: TEST },
  'connection-test-failed': { page: () => connection({ test: BROKEN }), only: TEST },
  'connection-ladder': {
    page: () => connection(),
    press: ['.ladder:first-child > summary', '.rung.refused > summary'],
    only: LADDER,
  },
  'connection-report': {
    page: () => connection({ test: FOUND }),
    press: ['.report .details > summary'],
    only: 'section[aria-labelledby="report-title"]',
  },
};

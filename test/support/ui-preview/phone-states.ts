import { DEFAULT_PROFILE, PRESETS } from '../../../src/account/profile';
import { newCall, type Call, type CallEnd, type SipResponse } from '../../../src/call/call';
import type { Recording } from '../../../src/call/recording';
import type { ConferenceMember } from '../../../src/phone/conference';
import type { HistoryEntry } from '../../../src/history/entry';
import { UNKNOWN_DEVICES } from '../../../src/phone/devices/devices';
import type { ParkedCall } from '../../../src/phone/parked';
import type { ReplyAnswered } from '../../../src/phone/reply-answered';
import type { RegistrationFailureCode } from '../../../src/phone/registration/registration';
import type { TeamMember } from '../../../src/phone/team/team';
import type { PhoneSnapshot } from '../../../src/protocol/snapshot';
import type { PhoneData } from '../../../extension/ui/phone/phone-view';

/** A Tuesday afternoon, so that every screenshot shows the same times. */
export const NOW_MS = new Date(2026, 4, 12, 15, 4, 0).getTime();

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const END: CallEnd = { cause: 'remote-bye', response: null, reason: null, problem: null };
const LONG_NAME = 'Orders, deliveries and returns of Harbour & Pine Trading in Friedrichshafen';

/** A call in the middle of its life, for a screen or a test. */
export function callLike(id: string, changes: Partial<Call> = {}): Call {
  const direction = changes.direction ?? 'outgoing';
  const remote = { uri: 'sip:+12125550123@example.com', displayName: 'Bob from Sales' };

  return { ...newCall(id, direction, remote, NOW_MS - 3 * MINUTE_MS), ...changes };
}

/** A call that was answered two minutes and a bit ago. */
export function talking(id: string, changes: Partial<Call> = {}): Call {
  return callLike(id, {
    state: 'established',
    establishedAtMs: NOW_MS - 2 * MINUTE_MS - 7_000,
    ...changes,
  });
}

/** A call that is over. */
export function endedCall(id: string, end: Partial<CallEnd>, changes: Partial<Call> = {}): Call {
  return callLike(id, {
    state: 'terminated',
    endedAtMs: NOW_MS - 2_000,
    end: { ...END, ...end },
    ...changes,
  });
}

/** What the phone tells when all is well. */
export function snapshotLike(changes: Partial<PhoneSnapshot> = {}): PhoneSnapshot {
  return {
    instanceId: 'preview',
    revision: 1,
    account: { address: 'sip:alice@example.com', displayName: 'Alice', profile: DEFAULT_PROFILE },
    registration: {
      state: 'registered',
      expiresAtMs: NOW_MS + 10 * MINUTE_MS,
      server: 'wss://pbx.example.com:8089/ws',
      isBackup: false,
    },
    microphone: 'granted',
    devices: UNKNOWN_DEVICES,
    calls: [],
    conference: [],
    consults: [],
    team: [],
    voicemail: null,
    parked: [],
    answers: [],
    update: null,
    ...changes,
  };
}

function past(id: string, agoMs: number, changes: Partial<HistoryEntry>): HistoryEntry {
  return {
    id,
    direction: 'outgoing',
    remote: { uri: 'sip:+12125550123@example.com', displayName: 'Bob from Sales' },
    startedAtMs: NOW_MS - agoMs,
    durationMs: 0,
    outcome: 'talked',
    ...changes,
  };
}

/** Calls of every kind, newest first. */
export const HISTORY: readonly HistoryEntry[] = [
  past('h1', 12 * MINUTE_MS, { direction: 'incoming', outcome: 'missed' }),
  past('h2', HOUR_MS, {
    remote: { uri: 'sip:+493023125118@example.com', displayName: null },
    durationMs: 187_000,
  }),
  past('h3', 2 * HOUR_MS, {
    direction: 'incoming',
    remote: { uri: 'sip:204@example.com', displayName: 'Carol from Support', via: 'Sales' },
    outcome: 'answered-elsewhere',
  }),
  past('h4', 26 * HOUR_MS, {
    remote: { uri: 'sip:+442079460018@example.com', displayName: LONG_NAME },
    outcome: 'busy',
  }),
  past('h5', 49 * HOUR_MS, {
    direction: 'incoming',
    remote: { uri: 'sip:anonymous@anonymous.invalid', displayName: null },
    outcome: 'missed',
  }),
  past('h6', 30 * 24 * HOUR_MS, {
    direction: 'incoming',
    remote: { uri: 'sip:+12125550199@example.com', displayName: 'Dave from Accounts' },
    durationMs: 4_321_000,
  }),
];

/** The phone on screen: well, but for what is said. */
export function phone(
  snapshot: Partial<PhoneSnapshot> | null,
  data: Partial<PhoneData> = {},
): PhoneData {
  return {
    snapshot: snapshot === null ? null : snapshotLike(snapshot),
    history: HISTORY,
    country: 'US',
    missedSeenAtMs: NOW_MS - HOUR_MS,
    ...data,
  };
}

const RESPONSES: Readonly<Partial<Record<RegistrationFailureCode, SipResponse>>> = {
  'wrong-password': { statusCode: 401, reasonPhrase: 'Unauthorized' },
  'too-many-phones': { statusCode: 603, reasonPhrase: 'Too Many Contacts' },
};

function failed(code: RegistrationFailureCode, retryInMs: number | null): Partial<PhoneSnapshot> {
  const response = RESPONSES[code] ?? null;

  return {
    registration: {
      state: 'failed',
      failure: { code, response },
      retryAtMs: retryInMs === null ? null : NOW_MS + retryInMs,
    },
  };
}

const incoming = callLike('incoming', {
  direction: 'incoming',
  state: 'ringing',
  remote: { uri: 'sip:+442079460018@example.com', displayName: 'Carol from Support', via: 'Sales' },
  startedAtMs: NOW_MS - 4_000,
});
const held = talking('held', {
  remote: { uri: 'sip:204@example.com', displayName: 'Dave from Accounts' },
  hold: { local: true, remote: false, requested: null },
});

const HELD = { local: true, remote: false, requested: null } as const;
const CAROL = { uri: 'sip:+442079460018@example.com', displayName: 'Carol from Support' };
const DAVE = { uri: 'sip:204@example.com', displayName: 'Dave from Accounts' };
const RECORDING: Recording = { id: 'r', by: 'local', state: 'on', problem: null, beeps: true };

/** The call while its server is out of reach. */
function cutOff(call: Call): Call {
  return { ...call, isCutOff: true };
}

function member(callId: string, isMuted = false): ConferenceMember {
  return { callId, isMuted };
}

/** A colleague who is free, but for what a test says. */
export function memberLike(number: string, changes: Partial<TeamMember> = {}): TeamMember {
  return {
    number,
    name: '',
    state: 'idle',
    caller: null,
    activity: null,
    note: null,
    canPickUp: false,
    ...changes,
  };
}

/** Colleagues of every kind. */
export const TEAM: readonly TeamMember[] = [
  memberLike('204', { name: 'Carol from Support' }),
  memberLike('205', { name: 'Dave from Accounts', state: 'busy', activity: 'on-the-phone' }),
  memberLike('206', {
    name: 'Erin from Dispatch',
    state: 'ringing',
    caller: { uri: 'sip:+442079460018@example.com', displayName: 'Harbour & Pine' },
    canPickUp: true,
  }),
  memberLike('207', { name: LONG_NAME, activity: 'meeting', note: 'Back at three' }),
  memberLike('208', { name: 'Frank', state: 'offline', note: 'Not online' }),
  memberLike('frank.fischer@example.org', { state: 'unknown' }),
  ...Array.from({ length: 14 }, (_, i) => memberLike(`${210 + i}`, { name: `Desk ${i + 1}` })),
];

const VOICEMAIL = { isWaiting: true, newMessages: 3, oldMessages: 5, urgentMessages: 0 };
const WITH_CODES: Partial<PhoneSnapshot> = {
  account: {
    address: 'sip:alice@example.com',
    displayName: 'Alice',
    profile: PRESETS.freeswitch,
  },
};

const WITH_RINGCENTRAL: Partial<PhoneSnapshot> = {
  account: {
    address: 'sip:17205550100*115@sip.ringcentral.com',
    displayName: 'Alice',
    profile: PRESETS.ringcentral,
  },
};
const WITH_ASTERISK: Partial<PhoneSnapshot> = {
  account: {
    address: 'sip:alice@example.com',
    displayName: 'Alice',
    profile: PRESETS.asterisk,
  },
};

const PARKED_HERE: Partial<Call> = {
  establishedAtMs: NOW_MS - 2 * MINUTE_MS,
  service: { name: 'park', state: 'done', place: '813', why: null },
};

function parkedLike(
  id: string,
  place: string | null,
  {
    remote = { uri: 'sip:+12125550123@example.com', displayName: 'Bob from Sales' },
  }: Partial<Call>,
): ParkedCall {
  return { id, remote, place, parkedAtMs: NOW_MS, retrievedBy: null };
}

const ANSWERS: readonly ReplyAnswered[] = [
  { id: '8', remote: DAVE, answer: 'yes', number: null, answeredAtMs: NOW_MS },
  { id: '9', remote: CAROL, answer: 'urgent', number: '+16505550142', answeredAtMs: NOW_MS },
];

const UPDATE = { sinceMs: NOW_MS - 8 * 24 * HOUR_MS, asks: true };

/** Every state of the phone's screen, by name. */
export const PHONE_STATES: Readonly<Record<string, PhoneData>> = {
  idle: phone({}),
  dialling: phone({}),
  refused: phone({}),
  'page-numbers': phone({}),
  'page-capped': phone({}),
  'page-none': phone({}),
  'page-site': phone({}),
  'page-off': phone({}),
  'page-closed': phone({}),
  team: phone({ ...WITH_CODES, team: TEAM, voicemail: VOICEMAIL }),
  'team-whole': phone({ team: TEAM }, { history: [] }),
  'team-closed': phone({ team: TEAM }),
  'voicemail-heard': phone({
    ...WITH_CODES,
    voicemail: { ...VOICEMAIL, isWaiting: false, newMessages: 0 },
  }),
  'voicemail-no-number': phone({ voicemail: { ...VOICEMAIL, newMessages: 1 } }),
  'transfer-team': phone({ calls: [talking('1')], team: TEAM }),
  'first-day': phone({}, { history: [] }),
  starting: phone(null),
  connecting: phone({ registration: { state: 'registering' } }),
  'at-backup-server': phone({
    registration: {
      state: 'registered',
      expiresAtMs: NOW_MS + 10 * MINUTE_MS,
      server: 'wss://sip2.example.com:8089/ws',
      isBackup: true,
    },
  }),
  unregistered: phone({ registration: { state: 'unregistered' } }),
  'wrong-password': phone(failed('wrong-password', null)),
  'no-connection': phone(failed('no-connection', 12_000)),
  'trying-now': phone({
    registration: {
      state: 'registering',
      lastFailure: { code: 'no-connection', response: null },
    },
  }),
  'too-many-phones': phone(failed('too-many-phones', 4 * MINUTE_MS)),
  'connection-lost-in-call': phone({ calls: [talking('1')], ...failed('no-connection', 12_000) }),
  'cut-off': phone({ calls: [cutOff(talking('1'))], ...failed('no-connection', 12_000) }),
  'cut-off-held': phone({ calls: [cutOff(held)], ...failed('no-connection', 12_000) }),
  'cut-off-silent': phone({
    calls: [cutOff(talking('1', { lostSound: 'both', soundsPoor: true, asksToHangUp: true }))],
    ...failed('no-connection', 12_000),
  }),
  'cut-off-incoming': phone({ calls: [cutOff(incoming)], ...failed('no-connection', 12_000) }),
  'cut-off-conference': phone({
    calls: [cutOff(talking('1')), cutOff(talking('2', { remote: CAROL }))],
    conference: [member('1'), member('2')],
    ...failed('no-connection', 12_000),
  }),
  'waiting-for-server': phone({
    calls: [cutOff(callLike('1'))],
    ...failed('no-connection', 12_000),
  }),
  'sounds-poor': phone({ calls: [talking('1', { soundsPoor: true })] }),
  'lost-theirs': phone({ calls: [talking('1', { lostSound: 'theirs' })] }),
  'lost-ours': phone({ calls: [talking('1', { lostSound: 'ours' })] }),
  'lost-both': phone({
    calls: [talking('1', { lostSound: 'both' })],
    ...failed('no-connection', 12_000),
  }),
  'lost-asks': phone({ calls: [talking('1', { lostSound: 'theirs', asksToHangUp: true }), held] }),
  'update-ready': phone({ update: UPDATE }),
  'update-in-a-call': phone({ calls: [talking('1')], update: UPDATE }),
  'no-account': phone({ account: null, registration: { state: 'unregistered' } }, { history: [] }),
  'microphone-missing': phone({ microphone: 'prompt' }),
  'microphone-denied': phone({ microphone: 'denied' }),
  calling: phone({ calls: [callLike('1')] }),
  ringing: phone({ calls: [callLike('1', { state: 'ringing' })] }),
  incoming: phone({ calls: [incoming] }),
  'incoming-hidden': phone({
    calls: [{ ...incoming, remote: { uri: 'sip:anonymous@anonymous.invalid', displayName: null } }],
  }),
  'incoming-ringcentral': phone({ ...WITH_RINGCENTRAL, calls: [incoming] }),
  'more-ringcentral': phone({ ...WITH_RINGCENTRAL, calls: [talking('1')] }),
  parking: phone({
    ...WITH_RINGCENTRAL,
    calls: [talking('1', { service: { name: 'park', state: 'asked', place: null, why: null } })],
  }),
  'park-failed': phone({
    ...WITH_RINGCENTRAL,
    calls: [
      talking('1', {
        service: { name: 'park', state: 'failed', place: null, why: 'Command is forbidden' },
      }),
    ],
  }),
  flipping: phone({
    ...WITH_RINGCENTRAL,
    calls: [
      talking('1', {
        service: { name: 'flip', state: 'done', place: 'sip:+16505550188@x', why: null },
      }),
    ],
  }),
  parked: phone({
    ...WITH_RINGCENTRAL,
    calls: [endedCall('1', {}, PARKED_HERE)],
    parked: [parkedLike('1', '813', {}), parkedLike('2', null, { remote: CAROL })],
    answers: ANSWERS,
  }),
  'parked-in-a-call': phone({
    ...WITH_ASTERISK,
    calls: [talking('1')],
    parked: [parkedLike('2', null, { remote: DAVE })],
  }),
  flip: phone({ ...WITH_RINGCENTRAL, calls: [talking('1')] }),
  'listen-in': phone(WITH_RINGCENTRAL),
  established: phone({ calls: [talking('1')] }),
  'long-name': phone({
    calls: [talking('1', { remote: { uri: 'sip:+442079460018@x', displayName: LONG_NAME } })],
  }),
  muted: phone({ calls: [talking('1', { muted: true })] }),
  held: phone({ calls: [held] }),
  holding: phone({
    calls: [talking('1', { hold: { local: false, remote: false, requested: true } })],
  }),
  'held-by-remote': phone({
    calls: [talking('1', { hold: { local: false, remote: true, requested: null } })],
  }),
  keypad: phone({ calls: [talking('1', { dtmf: { sent: '14', received: '' } })] }),
  digits: phone({ calls: [talking('1', { dtmf: { sent: '1407#', received: '5' } })] }),
  'digits-lost': phone({
    calls: [talking('1', { dtmf: { sent: '1407#', received: '' }, lostDigits: '07#' })],
  }),
  'call-waiting': phone({ calls: [talking('1'), incoming] }),
  'several-calls': phone({
    calls: [
      talking('1'),
      held,
      { ...held, id: '3', remote: { uri: 'sip:+442079460018@x', displayName: LONG_NAME } },
      endedCall('4', { cause: 'cancelled' }, { direction: 'incoming' }),
    ],
  }),
  merge: phone({ calls: [talking('1'), { ...held, remote: CAROL }] }),
  conference: phone({
    calls: [talking('1'), talking('2', { remote: CAROL }), talking('3', { remote: DAVE })],
    conference: [member('1'), member('2', true), member('3')],
  }),
  'conference-two': phone({
    calls: [
      talking('1', { recording: RECORDING }),
      talking('2', { remote: CAROL, recording: RECORDING }),
    ],
    conference: [member('1'), member('2')],
  }),
  'conference-held': phone({
    calls: [
      talking('1', { hold: HELD, muted: true }),
      talking('2', { remote: { uri: CAROL.uri, displayName: LONG_NAME }, hold: HELD }),
      talking('3', { remote: DAVE, hold: { ...HELD, remote: true } }),
    ],
    conference: [member('1'), member('2'), member('3')],
  }),
  'conference-many': phone({
    calls: Array.from({ length: 7 }, (_, index) =>
      talking(String(index), {
        remote: { uri: `sip:${String(201 + index)}@example.com`, displayName: null },
        hold: { local: false, remote: index === 3, requested: null },
      }),
    ),
    conference: Array.from({ length: 7 }, (_, index) => member(String(index))),
  }),
  'conference-and-call': phone({
    calls: [
      talking('1', { hold: HELD }),
      talking('2', { remote: CAROL, hold: HELD }),
      talking('3', { remote: DAVE }),
    ],
    conference: [member('1'), member('2')],
  }),
  'conference-and-ringing': phone({
    calls: [talking('1'), talking('2', { remote: DAVE }), incoming],
    conference: [member('1'), member('2')],
  }),
  recording: phone({ calls: [talking('1', { recording: RECORDING })] }),
  'recording-failed': phone({
    calls: [talking('1', { recording: { ...RECORDING, state: 'failed', problem: 'no-space' } })],
  }),
  transferring: phone({
    calls: [
      talking('1', {
        transfer: {
          uri: 'sip:+493023125118@example.com',
          callId: null,
          state: 'under-way',
          response: { statusCode: 180, reasonPhrase: 'Ringing' },
        },
      }),
    ],
  }),
  'transfer-failed': phone({
    calls: [
      talking('1', {
        transfer: {
          uri: 'sip:+493023125118@example.com',
          callId: null,
          state: 'failed',
          response: { statusCode: 486, reasonPhrase: 'Busy Here' },
        },
      }),
    ],
  }),
  consult: phone({
    calls: [held, talking('1')],
    consults: [{ callId: 'held', withCallId: '1', resumes: true }],
  }),
  'ended-transferred': phone({
    calls: [
      endedCall(
        '1',
        { cause: 'local-bye' },
        {
          establishedAtMs: NOW_MS - 2 * MINUTE_MS,
          transfer: {
            uri: 'sip:+493023125118@example.com',
            callId: null,
            state: 'done',
            response: { statusCode: 200, reasonPhrase: 'OK' },
          },
        },
      ),
    ],
  }),
  transfer: phone({ calls: [talking('1')] }),
  more: phone({ calls: [talking('1'), held] }),
  'add-call': phone({ calls: [talking('1')] }),
  'incoming-more': phone({ calls: [incoming] }),
  'incoming-forward': phone({ calls: [incoming] }),
  'incoming-reply': phone({ calls: [incoming] }),
  'incoming-silenced': phone({ calls: [{ ...incoming, isSilenced: true }] }),
  'reply-refused': phone({
    calls: [
      {
        ...incoming,
        isSilenced: true,
        reply: { text: 'Later', by: 'message', state: 'failed', response: null },
      },
    ],
  }),
  'ended-talked': phone({
    calls: [endedCall('1', {}, { establishedAtMs: NOW_MS - 2 * MINUTE_MS })],
  }),
  'ended-busy': phone({
    calls: [
      endedCall('1', {
        cause: 'rejected',
        response: { statusCode: 486, reasonPhrase: 'Busy Here' },
      }),
    ],
  }),
  'ended-moved': phone({
    calls: [
      endedCall(
        '1',
        { cause: 'rejected', response: { statusCode: 302, reasonPhrase: 'Moved Temporarily' } },
        { movedTo: [{ uri: 'sip:+442079460018@example.com', displayName: null }] },
      ),
    ],
  }),
  referred: phone({
    calls: [
      talking('1', {
        referral: { uri: 'sip:+442079460018@example.com', displayName: 'Carol from Service' },
      }),
    ],
  }),
  'message-received': phone({
    calls: [
      talking('1', { message: 'The contract number is 4711-22. I’ll send the rest by mail.' }),
    ],
  }),
  'replacement-asked': phone({
    calls: [
      talking('1', {
        replacement: { uri: 'sip:+442079460018@example.com', displayName: 'Carol from Service' },
      }),
    ],
  }),
  'ended-missed': phone({
    calls: [{ ...endedCall('1', { cause: 'cancelled' }), direction: 'incoming' }],
  }),
  'coming-back': phone({ calls: [talking('1', { isComingBack: true })] }),
  'ended-lost': phone({
    calls: [
      endedCall(
        '1',
        { cause: 'error', problem: 'lost' },
        { establishedAtMs: NOW_MS - 2 * MINUTE_MS },
      ),
    ],
  }),
};

/** What is pressed (a selector) or typed (`selector=text`) before looking at a state. */
export const PHONE_PRESSES: Readonly<Record<string, readonly string[]>> = {
  dialling: ['.dial-field input=2125550123', '.dial-field .icon-button:last-child'],
  refused: ['.dial-field input=!!', '.dial-box .call'],
  'page-site': ['.site-choice summary'],
  keypad: ['.control:nth-child(2)'],
  'team-whole': ['.team > .text'],
  'team-closed': ['.section-toggle'],
  'transfer-team': ['.control:nth-child(4)'],
  transfer: ['.control:nth-child(4)', '.dial-field input=030 23125 118'],
  'add-call': ['.control:nth-child(5)'],
  more: ['.control:nth-child(6)'],
  'incoming-more': ['.call-asides .text:last-child'],
  'incoming-forward': ['.call-asides .text:last-child', '.deed:nth-child(1)'],
  'incoming-reply': ['.call-asides .text:last-child', '.deed:nth-child(2)'],
  'more-ringcentral': ['.control:nth-child(6)'],
  flip: ['.control:nth-child(6)', '.deed:nth-child(3)'],
  'listen-in': ['.dial-field input=102'],
  'ended-busy': ['.ended-card summary'],
};

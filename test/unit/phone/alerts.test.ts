import { UNKNOWN_DEVICES } from '../../../src/phone/devices/devices';
import type { Call } from '../../../src/call/call';
import { newCall } from '../../../src/call/call';
import type { HistoryEntry } from '../../../src/history/entry';
import {
  badgeFor,
  canAlert,
  incomingNoticesFor,
  missedNoticesFor,
  noticeOf,
} from '../../../src/phone/alerts';
import { toneFor } from '../../../src/phone/tones';
import type { PhoneSnapshot } from '../../../src/protocol/snapshot';

const BOB = { uri: 'sip:bob@pbx.test', displayName: 'Bob' };

function callThat(change: Partial<Call>): Call {
  return { ...newCall('call-1', 'incoming', BOB, 1_000), ...change };
}

function snapshotWith(...calls: Call[]): PhoneSnapshot {
  return {
    instanceId: 'i',
    revision: 1,
    account: null,
    registration: {
      state: 'registered',
      expiresAtMs: 0,
      server: 'wss://pbx.example.com',
      isBackup: false,
    },
    microphone: 'granted',
    devices: UNKNOWN_DEVICES,
    calls,
    conference: [],
    consults: [],
    team: [],
    voicemail: null,
    parked: [],
    answers: [],
    update: null,
  };
}

const ringingIn = callThat({});
const talking = callThat({ id: 'call-2', direction: 'outgoing', state: 'established' });
const ringingOut = callThat({ id: 'call-3', direction: 'outgoing', state: 'ringing' });
const earlyMedia = callThat({ id: 'call-4', direction: 'outgoing', state: 'early' });
const ended = callThat({ id: 'call-5', state: 'terminated' });

describe('the toolbar icon', () => {
  it.each([
    ['rings', snapshotWith(ringingIn, talking), 3, 'ringing'],
    ['is in a call', snapshotWith(talking), 3, 'in-call'],
    ['counts missed calls', snapshotWith(ended), 3, 'missed'],
    ['is quiet', snapshotWith(), 0, 'idle'],
    [
      'is not registered',
      { ...snapshotWith(), registration: { state: 'registering' } },
      1,
      'unregistered',
    ],
    ['has no phone', null, 0, 'unregistered'],
  ] as const)('says that the phone %s', (_, snapshot, missed, state) => {
    expect(badgeFor(snapshot, missed)).toMatchObject({ state, missed });
  });
});

describe('new voice messages', () => {
  const some = { isWaiting: true, newMessages: 3, oldMessages: 1, urgentMessages: null };
  const withMail = (...calls: Call[]) => ({ ...snapshotWith(...calls), voicemail: some });

  it.each([
    ['nothing else', withMail(), 0, 'voicemail'],
    ['missed calls', withMail(), 2, 'missed'],
    ['a call', withMail(talking), 0, 'in-call'],
  ] as const)('are told beside %s', (_, snapshot, missed, state) => {
    expect(badgeFor(snapshot, missed)).toMatchObject({ state, missed, voicemail: some });
  });

  it('are none when all were heard', () => {
    const heard = { ...some, isWaiting: false, newMessages: 0 };

    expect(badgeFor({ ...withMail(), voicemail: heard }, 0)).toMatchObject({
      state: 'idle',
      voicemail: null,
    });
  });
});

it('is not bothered by what colleagues’ phones do, but by all else', () => {
  const before = snapshotWith(talking);
  const member = { number: '204', name: '', state: 'ringing', caller: null } as const;
  const team = [{ ...member, activity: null, note: null, canPickUp: false }];

  expect(canAlert({ ...before, revision: 2, team }, before)).toBe(false);
  expect(canAlert({ ...before, revision: 2, calls: [] }, before)).toBe(true);
  expect(canAlert({ ...before, revision: 2, instanceId: 'new' }, before)).toBe(true);
});

it('names the calls that the toolbar icon speaks of', () => {
  expect(badgeFor(snapshotWith(ringingIn, talking), 0).calls).toEqual([ringingIn]);
  expect(badgeFor(snapshotWith(talking, ended), 0).calls).toEqual([talking]);
});

describe('notifications', () => {
  it('are for calls that ring for an answer, and for no others', () => {
    const notices = incomingNoticesFor(snapshotWith(ringingIn, talking, ringingOut, ended));

    expect(notices.map(({ id }) => id)).toEqual(['incoming-call:call-1']);
  });

  it('tell of missed calls until the user has looked', () => {
    const entry: HistoryEntry = {
      id: 'call-9',
      direction: 'incoming',
      remote: BOB,
      startedAtMs: 5_000,
      durationMs: 0,
      outcome: 'missed',
    };
    const elsewhere: HistoryEntry = { ...entry, id: 'call-8', outcome: 'answered-elsewhere' };

    expect(missedNoticesFor([entry, elsewhere], 4_999).map(({ id }) => id)).toEqual([
      'missed-call:call-9',
    ]);
    expect(missedNoticesFor([entry, elsewhere], 5_000)).toEqual([]);
  });

  it('name their call', () => {
    expect(noticeOf('incoming-call:a:b')).toEqual({ type: 'incoming-call', callId: 'a:b' });
    expect(noticeOf('missed-call:c')).toEqual({ type: 'missed-call', callId: 'c' });
    expect(noticeOf('somebody-elses')).toBeNull();
  });
});

describe('tones', () => {
  it.each([
    ['rings for a call', [ringingIn], 'ringtone'],
    ['beeps when a call comes in during another', [talking, ringingIn], 'call-waiting'],
    ['gives ringback while the other side rings', [ringingOut], 'ringback'],
    ['leaves early media to the network', [earlyMedia], null],
    ['is silent in a call', [talking], null],
    ['is silent after a call', [ended], null],
    ['is silent without one', [], null],
  ] as const)('%s', (_, calls, tone) => {
    expect(toneFor({ calls })).toBe(tone);
  });
});

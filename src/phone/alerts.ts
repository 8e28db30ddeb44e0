import { isLive, isRingingIn, type Call } from '../call/call';
import { toldLostSound, type LostSound } from '../call/lost-sound';
import { outcomeOf } from '../call/outcome';
import type { HistoryEntry } from '../history/entry';
import type { PhoneSnapshot } from '../protocol/snapshot';
import type { RegistrationFailureCode } from './registration/registration';
import type { MessageSummary } from '../sip/message-summary';

/** What the toolbar icon tells, most urgent first. */
export type ToolbarState = 'ringing' | 'in-call' | 'unregistered' | 'missed' | 'voicemail' | 'idle';

/** The toolbar icon as data: its state, and the number on its badge. */
export interface Badge {
  readonly state: ToolbarState;
  /** Missed calls the user has not seen yet. */
  readonly missed: number;
  /** What waits in the mailbox; null while nothing new does. */
  readonly voicemail: MessageSummary | null;
  /** The calls the state speaks of: those that ring, or those that are up. */
  readonly calls: readonly Call[];
}

/** What the toolbar shows for a snapshot; null stands for a phone that is not there. */
export function badgeFor(snapshot: PhoneSnapshot | null, missed: number): Badge {
  const live = snapshot?.calls.filter(isLive) ?? [];
  const ringing = live.filter(isRingingIn);
  const voicemail = snapshot?.voicemail?.isWaiting === true ? snapshot.voicemail : null;

  if (ringing.length > 0) {
    return { state: 'ringing', missed, voicemail, calls: ringing };
  }
  if (live.length > 0) {
    return { state: 'in-call', missed, voicemail, calls: live };
  }
  if (snapshot?.registration.state !== 'registered') {
    return { state: 'unregistered', missed, voicemail, calls: [] };
  }

  return {
    state: missed > 0 ? 'missed' : voicemail === null ? 'idle' : 'voicemail',
    missed,
    voicemail,
    calls: [],
  };
}

/** True where an alert may be another one after a snapshot: more than colleagues' phones changed. */
export function canAlert(now: PhoneSnapshot, before: PhoneSnapshot): boolean {
  return Object.entries(now).some(
    ([key, value]) => key !== 'revision' && key !== 'team' && value !== Reflect.get(before, key),
  );
}

/** A notification that must be on screen. Its id names what it is about, so that an old one means nothing. */
export type Notice =
  | { readonly id: string; readonly type: 'incoming-call'; readonly call: Call }
  /** A call that answered by itself: somebody hears the user. */
  | { readonly id: string; readonly type: 'intercom'; readonly call: Call }
  /** Somebody is not heard: who talks looks at no popup, and may not know. */
  | {
      readonly id: string;
      readonly type: 'lost-sound';
      readonly call: Call;
      readonly lost: LostSound;
    }
  | { readonly id: string; readonly type: 'missed-call'; readonly entry: HistoryEntry }
  /** A call that the phone lost and could not take up again. */
  | { readonly id: string; readonly type: 'lost-call'; readonly call: Call }
  /** The phone is not registered, and nobody but the user can mend it. */
  | {
      readonly id: string;
      readonly type: 'unregistered';
      readonly code: RegistrationFailureCode;
    }
  | { readonly id: string; readonly type: 'update' };

const INCOMING_CALL = 'incoming-call:';
const INTERCOM = 'intercom:';
const LOST_SOUND = 'lost-sound:';
const MISSED_CALL = 'missed-call:';
const LOST_CALL = 'lost-call:';
const UNREGISTERED = 'unregistered:';
const UPDATE = 'update:';

/** The calls that ring for the user's answer: each has a notification until it stops ringing. */
export function incomingNoticesFor(snapshot: Pick<PhoneSnapshot, 'calls'> | null): Notice[] {
  const ringing = snapshot?.calls.filter(isRingingIn) ?? [];

  return ringing.map((call) => ({ id: INCOMING_CALL + call.id, type: 'incoming-call', call }));
}

/** The calls that were answered by themselves and are up: nobody is heard without being told. */
export function intercomNoticesFor(snapshot: Pick<PhoneSnapshot, 'calls'> | null): Notice[] {
  const heard =
    snapshot?.calls.filter(
      ({ state, answersAtMs }) => state === 'established' && answersAtMs !== null,
    ) ?? [];

  return heard.map((call) => ({ id: INTERCOM + call.id, type: 'intercom', call }));
}

/** The calls in which somebody is not heard, for as long as that is so. */
export function lostSoundNoticesFor(snapshot: Pick<PhoneSnapshot, 'calls'> | null): Notice[] {
  return (snapshot?.calls ?? []).flatMap((call): Notice[] => {
    const lost = toldLostSound(call);

    return lost === null
      ? []
      : [{ id: `${LOST_SOUND}${lost}:${call.id}`, type: 'lost-sound', call, lost }];
  });
}

/** The missed calls the user has not seen, newest first. */
export function missedNoticesFor(
  history: readonly HistoryEntry[],
  missedSeenAtMs: number,
): Notice[] {
  return history
    .filter(({ outcome, startedAtMs }) => outcome === 'missed' && startedAtMs > missedSeenAtMs)
    .map((entry) => ({ id: MISSED_CALL + entry.id, type: 'missed-call', entry }));
}

/** The calls that the user was in and that were lost, for as long as they are on screen. */
export function lostNoticesFor(snapshot: Pick<PhoneSnapshot, 'calls'> | null): Notice[] {
  const lost = snapshot?.calls.filter((call) => outcomeOf(call) === 'lost') ?? [];

  return lost.map((call) => ({ id: LOST_CALL + call.id, type: 'lost-call', call }));
}

/** Why no call can come in until the user mends it: who looks at no popup would miss them all. */
export function unregisteredNoticesFor(
  snapshot: Pick<PhoneSnapshot, 'account' | 'registration'> | null,
): Notice[] {
  const { account = null, registration = null } = snapshot ?? {};

  if (account === null || registration?.state !== 'failed' || registration.retryAtMs !== null) {
    return [];
  }
  const { code } = registration.failure;

  return [{ id: `${UNREGISTERED}${code}:${account.address}`, type: 'unregistered', code }];
}

/** The new version that has waited long enough to ask for the user's word, if there is one. */
export function updateNoticesFor(snapshot: Pick<PhoneSnapshot, 'update'> | null): Notice[] {
  const update = snapshot?.update ?? null;

  // One that the user closed does not come back, whatever document asks.
  return update?.asks === true ? [{ id: `${UPDATE}${update.sinceMs}`, type: 'update' }] : [];
}

/** What a notification on screen is about. */
export type NoticeSubject =
  | { readonly type: Exclude<Notice['type'], 'update' | 'unregistered'>; readonly callId: string }
  | { readonly type: 'update' | 'unregistered' };

/** What a notification is about; null for one that is not ours. */
export function noticeOf(notificationId: string): NoticeSubject | null {
  if (notificationId.startsWith(INCOMING_CALL)) {
    return { type: 'incoming-call', callId: notificationId.slice(INCOMING_CALL.length) };
  }
  if (notificationId.startsWith(INTERCOM)) {
    return { type: 'intercom', callId: notificationId.slice(INTERCOM.length) };
  }
  if (notificationId.startsWith(LOST_SOUND)) {
    return { type: 'lost-sound', callId: notificationId.replace(/^\S+?:\w+:/, '') };
  }
  if (notificationId.startsWith(MISSED_CALL)) {
    return { type: 'missed-call', callId: notificationId.slice(MISSED_CALL.length) };
  }
  if (notificationId.startsWith(UNREGISTERED)) {
    return { type: 'unregistered' };
  }
  if (notificationId.startsWith(LOST_CALL)) {
    return { type: 'lost-call', callId: notificationId.slice(LOST_CALL.length) };
  }
  if (notificationId.startsWith(UPDATE)) {
    return { type: 'update' };
  }

  return null;
}

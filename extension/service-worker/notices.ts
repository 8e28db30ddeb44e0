import browser, { type Notifications } from 'webextension-polyfill';
import type { HistoryEntry } from '../../src/history/entry';
import { displayNumber } from '../../src/number/display';
import { noticeOf, type Notice } from '../../src/phone/alerts';
import { isLive, isRingingIn, type Remote } from '../../src/call/call';
import type { LostSound } from '../../src/call/lost-sound';
import type { RegistrationFailureCode } from '../../src/phone/registration/registration';
import { isAnonymous } from '../../src/sip/anonymous';
import { openOptions, openPopup } from '../browser/pages';
import { readStored, writeStored, type Stored } from '../browser/storage';
import { words, type WordKey } from '../browser/words';
import { callAndShow, REFUSAL } from './call-and-show';
import { phone } from './phone-client';

/** Chrome's notification options, which know buttons; the polyfill's types are Firefox's. */
type Options = Notifications.CreateNotificationOptions & {
  buttons: { title: string }[];
  requireInteraction: boolean;
};

/** Ids the user closed by hand: those do not come back. Lives as long as the browser runs. */
const CLOSED_KEY = 'closedNotices';

/** Shows the missing notifications and withdraws those that are over. */
export async function showNotices(notices: readonly Notice[], country: string): Promise<void> {
  const [shown, closed] = await Promise.all([browser.notifications.getAll(), closedNotices()]);
  const wanted = new Map(notices.map((notice) => [notice.id, notice]));
  const over = Object.keys(shown).filter((id) => noticeOf(id) !== null && !wanted.has(id));
  const missing = notices.filter(({ id }) => !Object.hasOwn(shown, id) && !closed.includes(id));

  await Promise.all([
    ...over.map(async (id) => browser.notifications.clear(id)),
    ...missing.map(async (notice) =>
      browser.notifications.create(notice.id, optionsFor(notice, country)),
    ),
  ]);
}

/** Starts listening to what the user does with notifications. */
export function listenToNotices(): void {
  browser.notifications.onButtonClicked.addListener((id, button) => {
    void pressed(id, button);
  });
  browser.notifications.onClicked.addListener((id) => {
    void clicked(id);
  });
  browser.notifications.onClosed.addListener((id, byUser) => {
    if (byUser) {
      void rememberClosed(id);
    }
  });
}

async function pressed(id: string, button: number): Promise<void> {
  const notice = noticeOf(id);

  switch (notice?.type) {
    case 'incoming-call':
      // The id names its call: on an old notification the call no longer rings, and nothing happens.
      if (await stillRings(notice.callId)) {
        const type = button === 0 ? 'answer' : 'decline';

        await phone('command', { callId: notice.callId, command: { type } });
      }
      break;
    case 'intercom':
    case 'lost-sound':
      if (await isUp(notice.callId)) {
        await phone('command', { callId: notice.callId, command: { type: 'hang-up' } });
      }
      break;
    case 'missed-call':
      await callBack(notice.callId, (entry) => ({ missedSeenAtMs: entry.startedAtMs }));
      break;
    case 'lost-call':
      await callBack(notice.callId);
      break;
    case 'update':
      await phone('restartNow');
      break;
    case 'unregistered':
      await openOptions();
      break;
    case undefined:
      return;
  }
  await browser.notifications.clear(id);
}

async function clicked(id: string): Promise<void> {
  if (id === REFUSAL) {
    // What stood in the way is mended in the popup, and a number can be typed there.
    await Promise.all([browser.notifications.clear(id), openPopup()]);

    return;
  }
  const notice = noticeOf(id);

  if (notice === null) {
    return;
  }
  if (notice.type !== 'incoming-call' || (await stillRings(notice.callId))) {
    await openPopup();
  } else {
    await browser.notifications.clear(id);
  }
}

async function stillRings(callId: string): Promise<boolean> {
  const { calls } = await phone('snapshot');

  return calls.some((call) => call.id === callId && isRingingIn(call));
}

async function isUp(callId: string): Promise<boolean> {
  const { calls } = await phone('snapshot');

  return calls.some((call) => call.id === callId && isLive(call));
}

async function callBack(
  callId: string,
  seen: (entry: HistoryEntry) => Partial<Stored> = () => ({}),
): Promise<void> {
  const { history } = await readStored();
  const entry = history.find(({ id }) => id === callId);

  if (entry === undefined) {
    return;
  }
  await writeStored(seen(entry));
  await callAndShow(() => phone('redial', { uri: entry.remote.uri }));
}

function optionsFor(notice: Notice, country: string): Options {
  return {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/icon-128.png'),
    title: titleOf(notice, country),
    message: messageOf(notice, country),
    priority: 2,
    requireInteraction: notice.type !== 'missed-call',
    buttons: buttonsFor(notice).map((key) => ({ title: words(key) })),
  };
}

function titleOf(notice: Notice, country: string): string {
  if (notice.type === 'lost-sound') {
    return words(LOST_TITLES[notice.lost]);
  }
  const name = notice.type === 'lost-call' ? nameAndNumber(remoteOf(notice), country) : '';

  return words(TITLES[notice.type], name.split('\n')[0] ?? '');
}

function messageOf(notice: Notice, country: string): string {
  switch (notice.type) {
    case 'update':
      return words('notifyUpdateText');
    case 'unregistered':
      return words(UNREGISTERED_TEXTS[notice.code] ?? 'failureRefused');
    default:
      return nameAndNumber(remoteOf(notice), country);
  }
}

function remoteOf(notice: Exclude<Notice, { type: 'update' | 'unregistered' }>): Remote {
  return notice.type === 'missed-call' ? notice.entry.remote : notice.call.remote;
}

const LOST_TITLES: Readonly<Record<LostSound, WordKey>> = {
  theirs: 'soundLostTheirs',
  ours: 'soundLostOurs',
  both: 'soundLostBoth',
};

/** What makes the phone stop trying. */
const UNREGISTERED_TEXTS: Readonly<Partial<Record<RegistrationFailureCode, WordKey>>> = {
  'wrong-password': 'failureWrongPassword',
  forbidden: 'failureForbidden',
  'unknown-account': 'failureUnknownAccount',
};

const TITLES: Readonly<Record<Exclude<Notice['type'], 'lost-sound'>, WordKey>> = {
  'incoming-call': 'notifyIncomingTitle',
  intercom: 'notifyIntercomTitle',
  'missed-call': 'notifyMissedTitle',
  'lost-call': 'notifyLostTitle',
  unregistered: 'noticeOfflineTitle',
  update: 'notifyUpdateTitle',
};

function buttonsFor(notice: Notice): readonly WordKey[] {
  switch (notice.type) {
    case 'incoming-call':
      return ['notifyAnswer', 'notifyDecline'];
    case 'intercom':
    case 'lost-sound':
      return ['notifyHangUp'];
    case 'missed-call':
    case 'lost-call':
      return isAnonymous(remoteOf(notice).uri) ? [] : ['notifyCallBack'];
    case 'unregistered':
      return ['openSettings'];
    case 'update':
      return ['updateRestart'];
  }
}

function nameAndNumber({ uri, displayName, via }: Remote, country: string): string {
  const number = isAnonymous(uri) ? words('partyHidden') : displayNumber(uri, country);
  const lines = [displayName ?? '', number, via === undefined ? '' : words('partyVia', via)];

  return lines.filter((line) => line !== '').join('\n');
}

async function closedNotices(): Promise<readonly string[]> {
  const { [CLOSED_KEY]: closed } = await browser.storage.session.get(CLOSED_KEY);

  return (closed as string[] | undefined) ?? []; // Only `rememberClosed` writes it.
}

async function rememberClosed(id: string): Promise<void> {
  await browser.storage.session.set({ [CLOSED_KEY]: [...(await closedNotices()), id].slice(-100) });
}

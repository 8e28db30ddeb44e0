import { isNewer, type PhoneSnapshot } from '../../src/protocol/snapshot';
import { entryFor, missedSince, withEntry, type HistoryEntry } from '../../src/history/entry';
import {
  badgeFor,
  incomingNoticesFor,
  intercomNoticesFor,
  lostNoticesFor,
  lostSoundNoticesFor,
  missedNoticesFor,
  unregisteredNoticesFor,
  updateNoticesFor,
} from '../../src/phone/alerts';
import { readStored, writeStored } from '../browser/storage';
import { showBadge } from './badge';
import { keepAwakeInCalls } from './keep-awake';
import { latestOnly } from '../../src/protocol/latest-only';
import { showNotices } from './notices';

let latest: PhoneSnapshot | null = null;

/** Makes badge, notifications and call log say what the snapshot says; null when there is no phone. */
export async function reconcileAlerts(snapshot: PhoneSnapshot | null): Promise<void> {
  // The answer to an older question may arrive after a newer push.
  if (snapshot === null || isNewer(snapshot, latest)) {
    latest = snapshot;
  }
  await reconcile(latest);
}

/** The same again, after something in storage changed. */
export async function reconcileStored(): Promise<void> {
  await reconcile(latest);
}

const reconcile = latestOnly(async (snapshot: PhoneSnapshot | null) => {
  await keepAwakeInCalls(snapshot);

  const { history, missedSeenAtMs, settings } = await readStored();

  const now = withEndedCalls(history, snapshot);

  // The log first: a notification of a missed call is answered from it, by another worker perhaps.
  if (now !== history) {
    await writeStored({ history: now });
  }
  await showNotices(
    [
      ...incomingNoticesFor(snapshot),
      ...intercomNoticesFor(snapshot),
      ...lostSoundNoticesFor(snapshot),
      ...missedNoticesFor(now, missedSeenAtMs),
      ...lostNoticesFor(snapshot),
      ...unregisteredNoticesFor(snapshot),
      ...updateNoticesFor(snapshot),
    ],
    settings.country,
  );
  await showBadge(badgeFor(snapshot, missedSince(now, missedSeenAtMs)), settings.country);
});

function withEndedCalls(
  history: readonly HistoryEntry[],
  snapshot: PhoneSnapshot | null,
): readonly HistoryEntry[] {
  return (snapshot?.calls ?? []).reduce((log, call) => {
    const entry = entryFor(call);

    return entry === null ? log : withEntry(log, entry);
  }, history);
}

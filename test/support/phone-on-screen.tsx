import { PhoneView, type PhoneData } from '../../extension/ui/phone/phone-view';
import type { PhoneSnapshot } from '../../src/protocol/snapshot';
import { recordActions, type RecordedActions } from './recorded-actions';
import { Screen } from './screen';
import { NOW_MS, snapshotLike } from './ui-preview/phone-states';

/** What the test that runs sees: every test has a screen of its own. */
export let screen: Screen;
/** What was asked of the phone in the test that runs. */
export let actions: RecordedActions;

/** Gives every test of a file a new screen and new actions, and closes the view after it. */
export function usePhoneOnScreen(): void {
  beforeEach(() => {
    screen = new Screen();
    actions = recordActions();
  });

  afterEach(async () => {
    await screen.leave();
  });
}

/** Shows the phone when all is well, but for what a test says; null before the phone has spoken. */
export async function showPhone(
  snapshot: Partial<PhoneSnapshot> | null = {},
  data: Partial<PhoneData> = {},
): Promise<void> {
  await screen.show(
    <PhoneView
      data={{
        snapshot: snapshot === null ? null : snapshotLike(snapshot),
        history: [],
        country: 'US',
        missedSeenAtMs: NOW_MS,
        ...data,
      }}
      actions={actions}
    />,
  );
}

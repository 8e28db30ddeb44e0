import '../ui/theme.css';
import '../ui/controls.css';
import '../ui/phone.css';
import './popup.css';
import { render } from 'preact';
import { phone } from '../browser/messaging';
import { openOptions, openWelcome } from '../browser/pages';
import { watchPhone } from '../browser/phone-port';
import { readStored, watchStored, writeStored, type Stored } from '../browser/storage';
import { words } from '../browser/words';
import type { PhoneSnapshot } from '../../src/protocol/snapshot';
import type { PhoneActions } from '../ui/actions';
import { PhoneView } from '../ui/phone-view';
import { SurroundingsProvider } from '../ui/words';

const actions: PhoneActions = {
  dial: (target) => phone('dial', { target }),
  redial: (uri) => phone('redial', { uri }),
  command: (callId, command) => phone('command', { callId, command }),
  dismiss: (callId) => phone('dismiss', { callId }),
  reconnect: () => phone('reconnect'),
  openOptions,
  openWelcome,
  seeMissed: (seenAtMs) => writeStored({ missedSeenAtMs: seenAtMs }),
};

const root = document.getElementById('root');
let snapshot: PhoneSnapshot | null = null;
let stored: Stored | null = null;

function show(): void {
  if (root === null || stored === null) {
    return;
  }
  const { history, settings, missedSeenAtMs } = stored;

  render(
    <SurroundingsProvider t={words} nowMs={Date.now} locale={navigator.language}>
      <PhoneView
        data={{ snapshot, history, country: settings.country, missedSeenAtMs }}
        actions={actions}
      />
    </SurroundingsProvider>,
    root,
  );
}

function take(now: Stored): void {
  stored = now;
  show();
}

watchPhone((now) => {
  snapshot = now;
  show();
});
watchStored(take);
void readStored().then(take); // Storage that cannot be read is a browser without this extension.

import '../ui/controls/theme.css';
import '../ui/controls/controls.css';
import '../ui/phone/phone.css';
import './popup.css';
import { render } from 'preact';
import { phone } from '../browser/messaging';
import { openConnection, openOptions, openWelcome } from '../browser/pages';
import { watchPhone } from '../browser/phone-port';
import {
  changeSettings,
  readStored,
  watchStored,
  writeStored,
  type Stored,
} from '../browser/storage';
import { watchTabPage, type TabPage } from '../browser/tab-page';
import { words } from '../browser/words';
import { withSite } from '../../src/account/sites';
import type { PhoneSnapshot } from '../../src/protocol/snapshot';
import type { PhoneActions } from '../ui/phone/actions';
import { PhoneView, type Page } from '../ui/phone/phone-view';
import { SurroundingsProvider } from '../ui/words/words';

const actions: PhoneActions = {
  dial: (target, shown) => phone('dial', { target, ...(shown === undefined ? {} : { shown }) }),
  redial: (uri) => phone('redial', { uri }),
  pickUp: (number) => phone('pickUp', { number }),
  command: (callId, command) => phone('command', { callId, command }),
  conference: (command) => phone('conference', { command }),
  several: (command) => phone('several', { command }),
  retrieve: (parkedId, place) => phone('retrieve', { parkedId, place }),
  supervise: (how, extension) => phone('supervise', { how, extension }),
  forget: (id) => phone('forget', { id }),
  dismiss: (callId) => phone('dismiss', { callId }),
  reconnect: () => phone('reconnect'),
  restartNow: () => phone('restartNow'),
  openOptions,
  openConnection,
  openWelcome,
  seeMissed: (seenAtMs) => writeStored({ missedSeenAtMs: seenAtMs }),
};

const root = document.getElementById('root');
let snapshot: PhoneSnapshot | null = null;
let stored: Stored | null = null;
let tabPage: TabPage | null = null;

const pageActions: Page['actions'] = {
  reveal: ({ frameId, e164, ext }) => {
    reveal({ frameId, e164, ext });
    window.close(); // The page is where it goes on, with its card and its focus.
  },
  chooseForSite: (host, change) =>
    changeSettings(({ sites }) => ({ sites: withSite(sites, host, change) })),
};

function show(): void {
  if (root === null || stored === null) {
    return;
  }
  const { history, settings, missedSeenAtMs } = stored;

  render(
    <SurroundingsProvider t={words} nowMs={Date.now} locale={navigator.language}>
      <PhoneView
        data={{
          snapshot,
          history,
          country: settings.country,
          missedSeenAtMs,
          outgoing: settings.outgoing,
        }}
        actions={actions}
        page={tabPage && { data: { ...tabPage, settings }, actions: pageActions }}
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
const reveal = watchTabPage((page) => {
  tabPage = page;
  show();
});
watchStored(take);
void readStored().then(take); // Storage that cannot be read is a browser without this extension.

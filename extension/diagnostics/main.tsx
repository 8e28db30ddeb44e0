import '../ui/controls/theme.css';
import '../ui/controls/controls.css';
import '../ui/controls/page.css';
import '../ui/connection/connection.css';
import { render } from 'preact';
import { isDisturbed, type EchoCall } from '../../src/diagnostics/self-test';
import type { PhoneSnapshot } from '../../src/protocol/snapshot';
import { phone } from '../browser/messaging';
import { openOptions, openWelcome } from '../browser/pages';
import { watchPhone } from '../browser/phone-port';
import { findOutWhy } from '../browser/server-probe';
import { readStored, watchStored, type Stored } from '../browser/storage';
import { words } from '../browser/words';
import type { ConnectionActions } from '../ui/connection/connection-data';
import { ConnectionView } from '../ui/connection/connection-view';
import { openMicrophone } from '../ui/controls/microphone';
import { playTestSound } from '../ui/settings/sound-devices';
import { SurroundingsProvider } from '../ui/words/words';
import { callEcho } from './echo-call';
import { probeIce } from './ice-probe';
import { testMicrophone } from './microphone-test';
import { saveText } from './save-text';
import { SelfTestRun, type TestTools } from './self-test-run';
import { openServer } from './server-opening';
import { DiagnosticsWatch } from './watch-diagnostics';

const root = document.getElementById('root');
let stored: Stored | null = null;
let snapshot: PhoneSnapshot | null = null;
let test: SelfTestRun | null = null;
let echo: EchoCall = null;

const tools: TestTools = {
  microphone: (onOpened, signal) =>
    testMicrophone(() => openMicrophone(stored?.settings.microphoneId ?? null), onOpened, signal),
  playTone: () => playTestSound(stored?.settings.speakerId ?? null),
  openServer,
  tryAccount: async (account) => {
    try {
      return await phone('testAccount', { account });
    } finally {
      // Some registrars keep one binding an account, and that was the test's.
      await phone('renew');
    }
  },
  probeIce,
  isRegistered: () => snapshot?.registration.state === 'registered',
  callEcho: (number, onUp, signal) =>
    callEcho(
      number,
      {
        phone,
        snapshot: () => snapshot,
        onCall: (call) => {
          echo = call;
        },
        onUp,
      },
      signal,
    ),
  nowMs: () => performance.now(),
};

const actions: ConnectionActions = {
  reconnect: () => phone('reconnect'),
  openOptions,
  openWelcome,
  findOutWhy,
  startTest: () => {
    if (stored !== null && stored.account !== null) {
      test = new SelfTestRun(stored.account, tools, show);
      void test.start(); // What goes wrong is in its steps.
    }
  },
  stopTest: () => {
    test?.stop('user');
  },
  answerTest: (heard) => {
    test?.answer(heard);
  },
  copy: (text) => navigator.clipboard.writeText(text),
  save: saveText,
};

function show(): void {
  if (root === null || stored === null) {
    return;
  }
  const { log, ladder, figures } = watch.watched;

  render(
    <SurroundingsProvider t={words} nowMs={Date.now} locale={navigator.language}>
      <ConnectionView
        data={{
          snapshot,
          account: stored.account,
          country: stored.settings.country,
          log,
          ladder: ladder.parts,
          figures,
          test: test?.run ?? null,
          microphone: test?.microphone ?? null,
          version: __VERSION__,
          browser: navigator.userAgent,
        }}
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

const watch = new DiagnosticsWatch(phone, show);

document.title = words('connectionTitle');
watchPhone((now) => {
  snapshot = now;
  if (isDisturbed(now.calls, echo)) {
    test?.stop('call');
  }
  watch.follow(now);
  show();
});
watchStored(take);
void readStored().then(take); // Storage that cannot be read is a browser without this extension.

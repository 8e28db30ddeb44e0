import browser from 'webextension-polyfill';
import { PAGE_REQUESTS } from '../../src/protocol/requests';
import { watchAllowed } from '../browser/chosen-permissions';
import { answerRequests } from '../browser/messaging';
import { openWelcome } from '../browser/pages';
import { giveAccessBack } from '../browser/server-probe';
import { guardStorage, watchStored } from '../browser/storage';
import { reconcileAlerts, reconcileStored } from './alerts';
import { listenToCommands } from './commands';
import { createContextMenu, listenToContextMenu } from './context-menu';
import { toFailure } from './failure';
import { listenToNotices } from './notices';
import { phone } from './phone-client';
import { workerRequests } from './requests';
import { tellPages } from './tell-pages';
import { listenToUpdates, tellOfUpdate } from './update';
import { watchOverPhone } from './watchdog';

// Every listener is registered synchronously: the event that woke this worker waits for them.
answerRequests({ me: 'worker', handlers: workerRequests, pageRequests: PAGE_REQUESTS, toFailure });
listenToNotices();
listenToContextMenu();
listenToCommands();
tellPages();
listenToUpdates();

browser.runtime.onInstalled.addListener(({ reason }) => {
  void createContextMenu();
  if (reason === 'install') {
    void openWelcome();
  }
});
browser.runtime.onStartup.addListener(() => {
  void giveAccessBack();
  void wake();
});
browser.alarms.onAlarm.addListener(() => {
  void wake();
});
watchStored(({ account, settings }) => {
  void phone('configure', { account, settings });
  void reconcileStored();
});

// A call may be up when the user lets it keep the computer awake.
watchAllowed(() => {
  void reconcileStored();
});

/** Whatever woke the worker: the phone is brought back if it is gone, and alerts say what it says. */
async function wake(): Promise<void> {
  await guardStorage();
  await watchOverPhone();
  await reconcileAlerts(await phone('snapshot'));
  await tellOfUpdate();
}

void wake();

import browser from 'webextension-polyfill';
import { domainOf } from '../../src/account/account';
import { modeOfFrame } from '../../src/account/site-mode';
import { isE164, withNotNumber } from '../../src/account/settings';
import { withSite } from '../../src/account/sites';
import { pageTargetProblem } from '../../src/number/page-target';
import { RequestFailed } from '../../src/protocol/envelope';
import type { HandlersFor, WorkerRequests } from '../../src/protocol/requests';
import { openOptions, openPopup } from '../browser/pages';
import { changeSettings, readStored } from '../browser/storage';
import { reconcileAlerts } from './alerts';
import { askingSite } from './asking-site';
import { keepLog, keptLog } from './kept-log';
import { numbersOnPage } from './numbers-on-page';
import { phone } from './phone-client';
import { checkPhoneDocument } from './phone-document';
import { clues, text, textList } from './page-payload';
import { saveCalls, savedCalls } from './saved-calls';
import { watchInCall } from './watchdog';

/** A page can ask for one call a second: more is no person clicking. */
const SHORTEST_GAP_MS = 1_000;
const lastDialAtMs = new Map<number | undefined, number>();

/** What the worker answers. The first seven are open to pages: their payloads are checked here. */
export const workerRequests: HandlersFor<WorkerRequests> = {
  async dial(payload, sender) {
    const target = text(payload, 'target');
    const { account } = await readStored();

    if (pageTargetProblem(target, account && domainOf(account)) !== null) {
      throw new RequestFailed({ code: 'invalid-target', message: 'a page may not dial this' });
    }

    const nowMs = Date.now();

    if (nowMs - (lastDialAtMs.get(sender.tab?.id) ?? 0) < SHORTEST_GAP_MS) {
      throw new RequestFailed({ code: 'too-fast', message: 'a page dials too fast' });
    }
    lastDialAtMs.set(sender.tab?.id, nowMs);

    const dialled = await phone('dial', { target });

    void openPopup(); // The call is under way whether or not a window for it opens.

    return dialled;
  },

  prepare: async () => phone('prepare'),

  async findNumbers(payload, sender) {
    const { settings } = await readStored();

    return numbersOnPage(
      textList(payload, 'texts'),
      clues(payload, 'clues'),
      askingSite(sender),
      settings,
    );
  },

  async pageSettings(_payload, sender) {
    const { settings } = await readStored();
    const { host, frameHost } = askingSite(sender);

    return { mode: modeOfFrame(host, frameHost, settings), dialLinks: settings.dialLinks };
  },

  async refuseNumber(payload) {
    const e164 = text(payload, 'e164');

    if (!isE164(e164)) {
      throw new RequestFailed({ code: 'invalid-request', message: 'no number in E.164 form' });
    }
    await changeSettings(({ notNumbers }) => ({ notNumbers: withNotNumber(notNumbers, e164) }));
  },

  async refuseSite(_payload, sender) {
    const { host } = askingSite(sender);

    if (host === null) {
      throw new RequestFailed({ code: 'invalid-request', message: 'this page has no host' });
    }
    await changeSettings(({ sites }) => ({ sites: withSite(sites, host, { mode: 'off' }) }));
  },

  setUp: openOptions,

  ensurePhone: checkPhoneDocument,

  async configuration() {
    const { account, settings } = await readStored();

    return { account, settings };
  },

  phoneChanged: async ({ snapshot }) => reconcileAlerts(snapshot),

  keepLog: async ({ log }) => keepLog(log),

  keptLog,

  restart() {
    browser.runtime.reload();
  },

  async saveCalls({ saved }) {
    await saveCalls(saved);
    await watchInCall((saved?.calls.length ?? 0) > 0);
  },

  savedCalls,
};

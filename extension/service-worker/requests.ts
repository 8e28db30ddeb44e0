import { domainOf } from '../../src/account/account';
import { findNumbers } from '../../src/number/find-numbers';
import { pageTargetProblem } from '../../src/number/page-target';
import { RequestFailed } from '../../src/protocol/envelope';
import type { HandlersFor, WorkerRequests } from '../../src/protocol/requests';
import { openOptions, openPopup } from '../browser/pages';
import { readStored } from '../browser/storage';
import { reconcileAlerts } from './alerts';
import { phone } from './phone-client';
import { ensurePhoneDocument } from './phone-document';
import { text, textList } from './page-payload';

/** A page can ask for one call a second: more is no person clicking. */
const SHORTEST_GAP_MS = 1_000;
const lastDialAtMs = new Map<number | undefined, number>();

/** What the worker answers. The first five are open to pages: their payloads are checked here. */
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

  async findNumbers(payload) {
    const asked = Reflect.get(payload, 'region') as unknown;
    // A page that does not say where it is speaks of the user's own country.
    const region =
      typeof asked === 'string' && /^[A-Z]{2}$/.test(asked)
        ? asked
        : (await readStored()).settings.country;

    return textList(payload, 'texts').map((found) => findNumbers(found, region));
  },

  async pageSettings() {
    const { settings } = await readStored();

    return { clickToCall: settings.clickToCall };
  },

  setUp: openOptions,

  ensurePhone: ensurePhoneDocument,

  async configuration() {
    const { account, settings } = await readStored();

    return { account, settings };
  },

  phoneChanged: async ({ snapshot }) => reconcileAlerts(snapshot),
};

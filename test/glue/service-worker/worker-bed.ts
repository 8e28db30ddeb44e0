import { UNKNOWN_DEVICES } from '../../../src/phone/devices/devices';
import { DEFAULT_PROFILE } from '../../../src/account/profile';
import { newCall, type Call } from '../../../src/call/call';
import { parseReason } from '../../../src/sip/reason';
import type { Reply, Request } from '../../../src/protocol/envelope';
import type { PhoneSnapshot } from '../../../src/protocol/snapshot';
import { aliceAccount } from '../../support/accounts';
import {
  EXTENSION_ID,
  EXTENSION_ORIGIN,
  fakeChrome,
  freshChrome,
} from '../../support/chrome-stubs';
import { endOf } from '../../support/fake-sip-stack';

const OURS = { id: EXTENSION_ID, origin: EXTENSION_ORIGIN };

/** A content script, as Chrome names who speaks. */
export const A_PAGE = {
  id: EXTENSION_ID,
  origin: 'https://crm.example',
  url: 'https://crm.example/customers/7',
};

/** What a page tells of its country when there is nothing to tell. */
export const NO_CLUES = { telHrefs: [], countryNames: [], lang: '' };
let revision: number;
/** What the phone is, for whoever asks it. */
let snapshot: PhoneSnapshot;

/** What the worker asked of the phone, in order. */
export let asked: Request[];

/** What the phone answers to some requests instead of obeying. */
export let refusals: Partial<Record<string, Reply>>;

/** Gives each test of the file a worker that has just started, beside a phone that is registered. */
export function useWorker(): void {
  beforeEach(async () => {
    freshChrome();
    revision = 0;
    snapshot = snapshotWith();
    asked = [];
    refusals = {};
    fakeChrome.runtime.sendMessage.mockImplementation(phoneAnswers);
    await fakeChrome.storage.local.set({ account: aliceAccount() });
    startWorker();
    await until(() => fakeChrome.action.look.title !== '');
  });
}

function phoneAnswers(message: unknown): Promise<Reply> {
  const request = message as Request; // The worker sends nothing else.

  asked.push(request);

  const values: Record<string, unknown> = { snapshot, dial: { callId: 'new' } };

  return Promise.resolve(
    refusals[request.type] ?? { ok: true, value: values[request.type] ?? null },
  );
}

/** Runs the worker's script, as Chrome does each time it wakes it. */
export function startWorker(): void {
  jest.resetModules();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a script that runs anew cannot be a static import
  require('../../../extension/service-worker/main');
}

/** Chrome stops the worker: its listeners and its memory are gone. */
export function killWorker(): void {
  const { runtime, notifications, contextMenus, alarms, storage } = fakeChrome;

  for (const event of [
    runtime.onMessage,
    runtime.onUpdateAvailable,
    notifications.onButtonClicked,
    notifications.onClicked,
    notifications.onClosed,
    contextMenus.onClicked,
    fakeChrome.commands.onCommand,
    alarms.onAlarm,
    storage.local.onChanged,
  ]) {
    event.clear();
  }
}

/** The phone changes to that, and the worker hears nothing of it. */
export function phoneIs(next: PhoneSnapshot): void {
  snapshot = next;
}

/** A newer snapshot of a registered phone, with these calls. */
export function snapshotWith(...calls: Call[]): PhoneSnapshot {
  revision += 1;

  return {
    instanceId: 'phone-1',
    revision,
    account: { address: 'sip:alice@pbx.test', displayName: 'Alice', profile: DEFAULT_PROFILE },
    registration: {
      state: 'registered',
      expiresAtMs: 0,
      server: 'wss://pbx.example.com',
      isBackup: false,
    },
    microphone: 'granted',
    devices: UNKNOWN_DEVICES,
    calls,
    conference: [],
    consults: [],
    team: [],
    voicemail: null,
    parked: [],
    answers: [],
    update: null,
  };
}

/** Bob rings, or whatever else has come of his call. */
export function callFromBob(change: Partial<Call> = {}): Call {
  const remote = { uri: 'sip:+493023125000@pbx.test', displayName: 'Bob' };

  return { ...newCall('call-1', 'incoming', remote, 10_000), ...change };
}

/** Bob rang until something else ended it, for which a Reason field (RFC 3326) may tell why. */
export function endedCall(reason: string | null): Call {
  return callFromBob({
    state: 'terminated',
    endedAtMs: 11_000,
    end: endOf({ cause: 'cancelled', reason: parseReason(reason) }),
  });
}

/** A message to the worker; undefined when it left it to others. */
export async function ask(
  type: string,
  payload: unknown,
  sender: Partial<chrome.runtime.MessageSender> = OURS,
): Promise<Reply | undefined> {
  const [answer] = fakeChrome.runtime.onMessage.dispatch({ to: 'worker', type, payload }, sender);

  return answer as Promise<Reply> | undefined;
}

/** The phone changes to that, and the worker hears of it. */
export async function phoneSays(next: PhoneSnapshot): Promise<void> {
  phoneIs(next);

  const reply = await ask('phoneChanged', { snapshot: next });

  expect(reply).toEqual({ ok: true, value: null });
}

/** Waits until the worker is done with what it was told by a browser event. */
export async function until(condition: () => boolean): Promise<void> {
  for (let turns = 0; !condition(); turns += 1) {
    if (turns > 2_000) {
      throw new Error('the worker never did what the test waits for');
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The notifications on screen. */
export const shown = () => [...fakeChrome.notifications.shown.keys()];

/** What the worker has the phone do with calls. */
export const commands = () =>
  asked.filter(({ type }) => type === 'command').map(({ payload }) => payload);

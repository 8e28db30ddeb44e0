import { ANSWER_WITHIN_MS, verdictOn, type Heard } from '../../src/phone/recovery/watchdog';
import { clientFor } from '../../src/protocol/client';
import { send } from '../browser/messaging';

const PHONE_DOCUMENT = 'offscreen.html';
/** A document that took longer to load is found by the next look at it. */
const LOADS_WITHIN_MS = 10_000;
/** How soon somebody is asked again who does not listen yet. */
const ASK_AGAIN_MS = 100;

const phone = clientFor('phone', send);

/** Makes sure that the offscreen document, where the phone lives, is there. */
export async function ensurePhoneDocument(): Promise<void> {
  await alone(createIfMissing);
}

/**
 * Makes sure that the phone's document is there and does its work: one that does not answer is
 * closed and made anew.
 */
export async function checkPhoneDocument(): Promise<void> {
  await alone(async () => {
    await createIfMissing();
    if (!(await isAlive())) {
      await close();
      await createIfMissing();
    }
  });
}

/** True when the phone's document exists. */
async function hasPhoneDocument(): Promise<boolean> {
  const contexts = await chrome.runtime.getContexts({
    contextTypes: ['OFFSCREEN_DOCUMENT'],
  });

  return contexts.length > 0;
}

/**
 * Only one document can exist and the second of two concurrent `createDocument` fails; a lock also
 * holds against a worker that is still on its way out, and is free again once that is gone.
 */
async function alone(act: () => Promise<void>): Promise<void> {
  await navigator.locks.request('phone-document', act);
}

async function createIfMissing(): Promise<void> {
  if (await hasPhoneDocument()) {
    return;
  }
  try {
    await within(LOADS_WITHIN_MS, create(), undefined);
  } catch (error) {
    // Somebody was faster, which will do; or one is on its way out, and then the next try counts.
    if (!(await hasPhoneDocument())) {
      throw error;
    }
  }
}

async function create(): Promise<void> {
  await chrome.offscreen.createDocument({
    url: PHONE_DOCUMENT,
    // AUDIO_PLAYBACK alone would be closed after 30 s of silence; the other two live on.
    reasons: ['USER_MEDIA', 'WEB_RTC', 'AUDIO_PLAYBACK'],
    justification: 'Keeps the phone registered, rings, and carries the sound of calls.',
  });
}

async function close(): Promise<void> {
  try {
    await chrome.offscreen.closeDocument();
  } catch {
    // It went by itself meanwhile.
  }
}

async function isAlive(): Promise<boolean> {
  const beganAtMs = Date.now();

  for (let questions = 1; ; questions += 1) {
    const askedAtMs = Date.now();
    const heard = await within(ANSWER_WITHIN_MS, ask(), 'silence');
    const nowMs = Date.now();
    const verdict = verdictOn({
      heard,
      openMs: nowMs - askedAtMs,
      allMs: nowMs - beganAtMs,
      questions,
    });

    if (verdict !== 'again') {
      return verdict === 'alive';
    }
    await within(ASK_AGAIN_MS, NEVER, undefined);
  }
}

/** Chrome refuses at once what nobody listens to, and waits for ever for an answer that never comes. */
async function ask(): Promise<Heard> {
  try {
    await phone('ping');

    return 'answer';
  } catch {
    return 'nobody';
  }
}

const NEVER = new Promise<never>(() => undefined);

/** What a promise brings in time, or else this. */
async function within<Value>(
  delayMs: number,
  promise: Promise<Value>,
  otherwise: Value,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Value>((resolve) => {
    timer = setTimeout(() => {
      resolve(otherwise);
    }, delayMs);
  });

  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

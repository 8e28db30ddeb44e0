const PHONE_DOCUMENT = 'offscreen.html';

let creating: Promise<void> | null = null;

/**
 * Makes sure that the offscreen document, where the phone lives, is there. Only one can exist and
 * the second of two concurrent `createDocument` fails, so creation is shared.
 */
export async function ensurePhoneDocument(): Promise<void> {
  creating ??= createIfMissing().finally(() => {
    creating = null;
  });
  await creating;
}

/** True when the phone's document exists. */
export async function hasPhoneDocument(): Promise<boolean> {
  const contexts = await chrome.runtime.getContexts({
    contextTypes: ['OFFSCREEN_DOCUMENT'],
  });

  return contexts.length > 0;
}

async function createIfMissing(): Promise<void> {
  if (await hasPhoneDocument()) {
    return;
  }
  await chrome.offscreen.createDocument({
    url: PHONE_DOCUMENT,
    // AUDIO_PLAYBACK alone would be closed after 30 s of silence; the other two live on.
    reasons: ['USER_MEDIA', 'WEB_RTC', 'AUDIO_PLAYBACK'],
    justification: 'Keeps the phone registered, rings, and carries the sound of calls.',
  });
}

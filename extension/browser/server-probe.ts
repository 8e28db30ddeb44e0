import browser from 'webextension-polyfill';
import {
  findingOf,
  probeOf,
  type ProbeOutcome,
  type ServerFinding,
  type ServerProbe,
} from '../../src/account/server-probe';

/** How long a server may take to say its first word. */
const LONGEST_SILENCE_MS = 8000;

/** Chrome says why a request failed on another way than that it failed, and mostly a bit later. */
const LATEST_WORD_MS = 1000;

/**
 * Finds out why a server cannot be connected to; null when the user does not allow a look at it. A
 * WebSocket tells nothing but that it failed, to pages (so that they can't scan networks) and to
 * `webRequest`; of a web page's request `webRequest` tells the reason. Call it in the click itself:
 * only there may permission be asked for.
 */
export async function findOutWhy(server: string): Promise<ServerFinding | null> {
  const probe = probeOf(server);
  const permission = { permissions: ['webRequest' as const], origins: [probe.originPattern] };
  // A company's policy can forbid to ask: that is a rejection.
  const isAllowed = await browser.permissions.request(permission).catch(() => false);

  if (!isAllowed) {
    return null;
  }
  try {
    return findingOf(await look(probe));
  } finally {
    await browser.permissions.remove(permission);
  }
}

/** Gives back what a page that was closed in the middle of a look could not. */
export async function giveAccessBack(): Promise<void> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();

  await browser.permissions.remove({
    permissions: permissions.filter((name) => name === 'webRequest'),
    // What is required has another scheme than the hosts that were looked at.
    origins: origins.filter((pattern) => pattern.startsWith('*://')),
  });
}

async function look({ url, originPattern }: ServerProbe): Promise<ProbeOutcome> {
  const word = listenForError(url, originPattern);

  try {
    await fetch(url, {
      credentials: 'omit',
      cache: 'no-store',
      // Where it would lead is nobody's server that we were allowed to look at.
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST_SILENCE_MS),
    });

    return { type: 'answered' };
  } catch (error) {
    return error instanceof DOMException && error.name === 'TimeoutError'
      ? { type: 'silent' }
      : { type: 'failed', netError: await word.heard() };
  } finally {
    word.stop();
  }
}

/** Listens for Chrome's word on why the request to `url` failed. */
function listenForError(url: string, originPattern: string) {
  const { href } = new URL(url);
  let hear: (netError: string) => void = () => undefined;
  const said = new Promise<string>((resolve) => {
    hear = resolve;
  });
  const listener = (details: { readonly url: string; readonly error: string }) => {
    if (details.url === href) {
      hear(details.error);
    }
  };

  browser.webRequest.onErrorOccurred.addListener(listener, {
    urls: [originPattern],
    types: ['xmlhttprequest'],
  });

  return {
    /** What Chrome said; null when it says nothing. */
    heard: () =>
      Promise.race([
        said,
        new Promise<null>((resolve) => setTimeout(resolve, LATEST_WORD_MS, null)),
      ]),
    stop: () => {
      browser.webRequest.onErrorOccurred.removeListener(listener);
    },
  };
}

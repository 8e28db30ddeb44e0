/** The extension that a script in a page belongs to was updated, disabled or removed. */
export class ExtensionGone extends Error {
  override name = 'ExtensionGone';
}

/** Nobody may touch the page for hours, but what we marked there is of no use any more. */
const LOOK_EVERY_MS = 5_000;

/** Whether the extension that this script belongs to is still there. */
export function isExtensionThere(): boolean {
  try {
    // Chrome takes the id away, all of `runtime` with it at times.
    return (chrome.runtime as { readonly id?: string } | undefined)?.id !== undefined;
  } catch {
    return false;
  }
}

/**
 * Asks something of the browser's API on behalf of a page. Chrome says in many ways that the
 * extension has gone: by what it throws, in its own words or as a TypeError of ours, by a rejection,
 * by no answer; this says it in one.
 */
export async function askExtension<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    const value = await ask();

    // Nobody answers for an extension that went in the middle.
    if (value !== undefined || isExtensionThere()) {
      return value;
    }
  } catch (error) {
    if (isExtensionThere()) {
      throw error;
    }
  }
  throw new ExtensionGone();
}

/** Calls back once when the extension has gone; the page needs not be touched for that. */
export function whenExtensionGoes(act: () => void): void {
  const look = (): void => {
    if (!isExtensionThere()) {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      act();
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);

  document.addEventListener('visibilitychange', look);
}

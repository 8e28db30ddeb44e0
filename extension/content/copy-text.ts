/** Puts a text on the clipboard, in the handler of the user's click. False if the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  // Pages without a secure connection have no such thing, whatever its type says.
  const clipboard = navigator.clipboard as Clipboard | undefined;

  try {
    await clipboard?.writeText(text);
  } catch {
    return copyByCommand(text); // A page's Permissions-Policy forbids the other way.
  }

  return clipboard !== undefined || copyByCommand(text);
}

/** The old way; needs nothing selected. */
function copyByCommand(text: string): boolean {
  const stopper = new AbortController();
  const listening = { capture: true, signal: stopper.signal };
  const take = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  window.addEventListener(
    'beforecopy',
    (event) => {
      event.preventDefault();
    },
    listening,
  );
  window.addEventListener('copy', take, listening);
  try {
    // The browser keeps it for pages like these.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy');
  } finally {
    stopper.abort();
  }
}

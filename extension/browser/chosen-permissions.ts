/** What Chrome lets Offhook do only where its user has switched it on. */
export type ChosenPermission = 'background' | 'power';

/** Whether the user has allowed it; the switch in the settings shows this and nothing else. */
export async function isAllowed(permission: ChosenPermission): Promise<boolean> {
  return chrome.permissions.contains({ permissions: [permission] });
}

/** Asks for it; false when it is refused. Call it in the click itself: Chrome hears nobody else. */
export async function allow(permission: ChosenPermission): Promise<boolean> {
  try {
    return await chrome.permissions.request({ permissions: [permission] });
  } catch {
    return false; // A company's policy can forbid to ask.
  }
}

/** Gives it back. */
export async function disallow(permission: ChosenPermission): Promise<void> {
  if (permission === 'power') {
    stopKeepingAwake(); // Without the permission nobody could.
  }
  await chrome.permissions.remove({ permissions: [permission] });
}

/** Calls back when what is allowed has changed; the returned function ends that. */
export function watchAllowed(onChange: () => void): () => void {
  const { onAdded, onRemoved } = chrome.permissions;
  const listener = (): void => {
    onChange();
  };

  onAdded.addListener(listener);
  onRemoved.addListener(listener);

  return () => {
    onAdded.removeListener(listener);
    onRemoved.removeListener(listener);
  };
}

/** Keeps the computer from falling asleep; its screen may. Holds until it is taken back. */
export function startKeepingAwake(): void {
  chrome.power.requestKeepAwake('system');
}

/** Lets the computer sleep again. */
export function stopKeepingAwake(): void {
  chrome.power.releaseKeepAwake();
}

const KEY = 'installation-id';

/**
 * The UUID that names this installation to the registrar for ever (RFC 5626 §4.1), so that a
 * restart replaces its old binding. Kept in the page's own storage: an offscreen document has no
 * access to the extension's.
 */
export function installationId(): string {
  const known = localStorage.getItem(KEY);

  if (known !== null) {
    return known;
  }

  const made = crypto.randomUUID();

  localStorage.setItem(KEY, made);

  return made;
}

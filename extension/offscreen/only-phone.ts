/**
 * Resolves when this document may be the phone of its browser profile: when no other one is. It
 * then is until it goes. Two that register would replace each other's binding, and a call would
 * ring at the one that nobody hears. A document that was closed may live on for a moment beside its
 * successor, which waits for it here.
 *
 * Who shares these locks is who shares a profile: incognito windows are served by the same phone
 * (`"incognito": "spanning"`), and a guest or another profile is another user with an account of
 * its own.
 */
export function onlyPhone(): Promise<void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request('phone', () => {
        resolve();

        return new Promise<never>(() => undefined); // The browser takes the lock back with the document.
      })
      .catch(reject);
  });
}

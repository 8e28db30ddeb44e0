import { worker } from '../browser/messaging';

/** Has the worker start the extension anew. The answer never comes: this document is gone by then. */
export function restart(): void {
  // Once more where Chrome stopped the worker in the middle of it.
  worker('restart')
    .catch(() => worker('restart'))
    .catch(() => undefined);
}

import { Diagnostics } from '../../src/diagnostics/diagnostics';
import { worker } from '../browser/messaging';
import { afterTimeout } from './sipjs/options';

/** What the phone remembers of itself: goes on where the document before stopped, by the worker. */
export function keptDiagnostics(): Diagnostics {
  const diagnostics = new Diagnostics({
    nowMs: Date.now,
    after: afterTimeout,
    keep: (kept) => {
      // A worker that dies over it is told the next time.
      worker('keepLog', { log: kept }).catch(() => undefined);
    },
  });

  void worker('keptLog').then(
    (kept) => {
      if (kept !== null) {
        diagnostics.goOnWith(kept);
      }
    },
    () => undefined, // What was is forgotten; what comes is remembered.
  );

  return diagnostics;
}

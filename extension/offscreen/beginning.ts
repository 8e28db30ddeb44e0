import type { Phone } from '../../src/phone/phone';
import type { Configuration } from '../../src/protocol/requests';
import { worker } from '../browser/messaging';
import { leftBehind } from './keep-calls';
import { whenAnswered } from './patient-worker';
import type { Log } from './sipjs/options';

/** How far the phone has come since its document was loaded. */
export interface Beginning {
  /** Settles when the stored account has reached the phone for the first time. */
  readonly configured: Promise<void>;
  /**
   * Resolves when the phone shows what there is. Nobody sees one that does not know yet: it would
   * look as if all were over.
   */
  readonly begun: Promise<void>;
}

/** What the phone begins with. */
export interface BeginningOptions {
  readonly phone: Pick<Phone, 'takeUp'>;
  readonly configure: (configuration: Configuration) => Promise<void>;
  /** Resolves when this document may be the phone. */
  readonly alone: Promise<void>;
  readonly log: Log;
}

/** Begins the phone's life: with what was left, and what is stored. */
export function begin(options: BeginningOptions): Beginning {
  const configured = takeUpAndConfigure(options);

  return {
    configured,
    begun: configured.catch(() => {
      options.log('error', 'the worker does not answer');
    }),
  };
}

/**
 * The document has no storage: the worker, which opened it, hands over what is stored. What the
 * phone before this one has left is on screen before anything else is.
 */
async function takeUpAndConfigure({ phone, configure, alone }: BeginningOptions): Promise<void> {
  await alone;

  const [configuration, left] = await Promise.all([
    whenAnswered(() => worker('configuration')),
    leftBehind(),
  ]);

  if (left !== null) {
    phone.takeUp(left.saved, {
      aliveAtMs: left.aliveAtMs,
      address: configuration.account?.address ?? null,
    });
  }
  await configure(configuration);
}

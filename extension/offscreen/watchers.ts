import type { Phone } from '../../src/phone/phone';
import type { SipStack } from '../../src/phone/sip-stack';
import { acceptWatchers } from '../browser/phone-port';

/** Whom those who look at the phone have to do with. */
export interface WatchersOptions {
  readonly phone: Pick<Phone, 'subscribe'>;
  readonly sip: Pick<SipStack, 'prepare'>;
  /** Resolves when the phone shows what there is: nobody sees it before. */
  readonly begun: Promise<unknown>;
}

/** Shows the phone to our own pages, from the first whole snapshot until they are closed. */
export function showToWatchers({ phone, sip, begun }: WatchersOptions): void {
  acceptWatchers((push, gone) => {
    let isGone = false;
    let stop: () => void = () => undefined;

    gone(() => {
      isGone = true;
      stop();
    });
    void begun.then(() => {
      sip.prepare(); // Whoever looks at the phone is about to call.
      stop = isGone ? stop : phone.subscribe(push);
    });
  });
}

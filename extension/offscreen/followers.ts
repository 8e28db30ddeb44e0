import type { Diagnostics } from '../../src/diagnostics/diagnostics';
import type { Phone } from '../../src/phone/phone';
import type { PhoneSnapshot } from '../../src/protocol/snapshot';
import { keepCalls } from './keep-calls';
import { reportToWorker } from './report-to-worker';

/** What in this document goes by the phone's snapshots. */
export interface Followers {
  readonly phone: Phone;
  /** Resolves when the phone shows what there is: nobody follows it before. */
  readonly begun: Promise<unknown>;
  readonly diagnostics: Pick<Diagnostics, 'follow'>;
  readonly sound: { follow(snapshot: PhoneSnapshot): void };
}

/** Has everything that goes by the phone's snapshots follow it, from the first whole one on. */
export async function follow({ phone, begun, diagnostics, sound }: Followers): Promise<void> {
  await begun;
  phone.subscribe((snapshot) => {
    diagnostics.follow(snapshot);
    sound.follow(snapshot);
    reportToWorker(snapshot);
  });
  keepCalls(phone);
}

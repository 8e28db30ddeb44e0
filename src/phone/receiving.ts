import type { Addressing } from './addressing';
import type { Answering } from './answering';
import type { Clock } from './clock';
import type { LiveCalls } from './live-calls';
import type { Recovering } from './recovery/recovering';
import type { Registering } from './registration/registering';
import { withAnswer } from './reply-answered';
import type { SipReport } from './sip-stack';
import type { SnapshotStore } from './snapshot-store';
import type { Sounding } from './sounding';
import type { Watching } from './team/watching';

/** What receiving takes from the phone around it: who may have to hear of it. */
export interface ReceivingOptions {
  readonly clock: Clock;
  readonly store: SnapshotStore;
  readonly addressing: Addressing;
  readonly registering: Registering;
  readonly recovering: Recovering;
  readonly watching: Watching;
  readonly answering: Answering;
  readonly calls: LiveCalls;
  readonly sounding: Sounding;
}

/** What the wire tells, and whom in the phone it concerns. */
export class Receiving {
  readonly #options: ReceivingOptions;

  constructor(options: ReceivingOptions) {
    this.#options = options;
  }

  receive(report: SipReport): void {
    const { registering, recovering, watching, answering, calls, sounding } = this.#options;

    switch (report.type) {
      case 'registered':
        registering.registered(report.expiresInS);
        if (report.isNewFlow) {
          calls.flowBack();
        }
        recovering.registered();
        watching.online();
        break;
      case 'registration-failed':
      case 'connection-lost':
        this.#fellSilent(report);
        break;
      case 'subscribed':
      case 'subscription-refused':
      case 'notified':
      case 'mailbox-told':
        watching.receive(report);
        break;
      case 'invited':
        answering.invited(report.callId, report.remote, report.intercom ?? null);
        break;
      case 'asked-to-register':
        registering.registerAsAsked();
        break;
      case 'reply-answered':
        this.#replyAnswered(report);
        break;
      case 'call':
        if (!recovering.takes(report.callId, report.event)) {
          calls.happened(report.callId, report.event);
          sounding.happened(report.callId, report.event);
        }
        break;
    }
  }

  #replyAnswered(report: SipReport & { type: 'reply-answered' }): void {
    const { clock, store } = this.#options;
    const { callId: id, remote, answer, number } = report;
    const answered = { id, remote, answer, number, answeredAtMs: clock.nowMs() };

    store.publish({ answers: withAnswer(store.snapshot.answers, answered) });
  }

  #fellSilent({ type, failure }: SipReport & { type: 'registration-failed' | 'connection-lost' }) {
    const { addressing, registering, watching } = this.#options;
    const isOfNoMatter =
      type === 'registration-failed' &&
      (registering.staysAtBackup() || registering.outlives(failure));

    if (addressing.account !== null && !isOfNoMatter) {
      watching.offline();
      if (type === 'connection-lost') {
        registering.connectionLost(failure);
      } else {
        registering.failed(failure);
      }
    }
  }
}

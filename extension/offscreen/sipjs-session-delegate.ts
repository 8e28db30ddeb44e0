import type { SessionDelegate } from 'sip.js';
import type { CallEnd } from '../../src/call/call';
import { callEnd } from './sipjs-call-end';
import { answerInfo } from './sipjs-info';
import { reasonIn } from './sipjs-message';
import type { SipJsReferral } from './sipjs-referral';
import type { CallServices } from './sipjs-services';

/** Who is told what the other side does in a call. */
export interface SessionListener {
  readonly ended: (end: CallEnd) => void;
  /** A description of the other side counts now. */
  readonly heard: (sdp: string) => void;
  readonly digit: (tone: string) => void;
  /** The ACK of a 200 of ours came. */
  readonly acknowledged: () => void;
  readonly referral: SipJsReferral;
  readonly services: CallServices;
  /** Lets a promise of SIP.js fail without taking anything along. */
  readonly forget: (promise: Promise<unknown>, what: string) => void;
}

/** Answers what SIP.js hands over of the other side's requests in a call, and tells of them. */
export function sessionDelegate(listener: SessionListener): SessionDelegate {
  const { ended, heard, digit, acknowledged, referral, services, forget } = listener;

  return {
    onBye: (bye) => {
      ended(callEnd('remote-bye', { reason: reasonIn(bye.request) }));
      forget(bye.accept(), 'answer to BYE');
    },
    onCancel: (cancel) => {
      ended(callEnd('cancelled', { reason: reasonIn(cancel.request) }));
    },
    onInvite: (request, _response, statusCode) => {
      if (statusCode === 200) {
        heard(request.body);
      }
    },
    onInfo: (info) => {
      if (services.receive(info)) {
        return;
      }
      const answered = answerInfo(info).then((tone) => {
        if (tone !== null) {
          digit(tone);
        }
      });

      forget(answered, 'answer to INFO');
    },
    onMessage: (message) => {
      forget(message.reject({ statusCode: 415 }), 'answer to MESSAGE');
    },
    // Without this SIP.js calls whomever it is told to call, and at whose expense.
    onRefer: (asked) => {
      forget(referral.receive(asked), 'answer to REFER');
    },
    onAck: (ack) => {
      heard(ack.request.body);
      acknowledged();
    },
  };
}

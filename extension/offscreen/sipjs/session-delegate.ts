import type { SessionDelegate } from 'sip.js';
import type { CallEnd } from '../../../src/call/call';
import { callEnd } from './call-end';
import { answerInfo } from './info';
import { reasonIn } from './message';
import type { MessagesInCall } from './messages-in-call';
import type { SipJsReferral } from './referral';
import type { CallServices } from './services';

/** Who is told what the other side does in a call. */
export interface SessionListener {
  readonly ended: (end: CallEnd) => void;
  /** A description of the other side counts now. */
  readonly heard: (sdp: string) => void;
  readonly digit: (tone: string) => void;
  readonly messages: MessagesInCall;
  /** The ACK of a 200 of ours came. */
  readonly acknowledged: () => void;
  readonly referral: SipJsReferral;
  readonly services: CallServices;
  /** Lets a promise of SIP.js fail without taking anything along. */
  readonly forget: (promise: Promise<unknown>, what: string) => void;
}

/** Answers what SIP.js hands over of the other side's requests in a call, and tells of them. */
export function sessionDelegate(listener: SessionListener): SessionDelegate {
  const { ended, heard, digit, acknowledged, referral, services, messages, forget } = listener;

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
      const { statusCode, extraHeaders } = messages.take(message.request);
      const answered =
        statusCode === 200 ? message.accept() : message.reject({ statusCode, extraHeaders });

      forget(answered, 'answer to MESSAGE');
    },
    // What we have asked to hear of a transfer is told elsewhere (RFC 6665 §4.1.3).
    onNotify: (notification) => {
      forget(notification.reject({ statusCode: 481 }), 'answer to NOTIFY');
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

import { Core, type Inviter, type Session } from 'sip.js';
import { isUnsent, type Flow } from './flow';

/**
 * Ends a session with BYE. One that can't be sent, or whose answer got lost with the connection, is
 * sent over the next: whoever hangs up while the server is out of reach leaves nobody in a dead call.
 */
export function sayBye(session: Session, flow: Flow): Promise<unknown> {
  const { dialog, userAgent } = session;
  const requestDelegate = {
    onReject: ({ message }: Core.IncomingResponse) => {
      if (isUnsent(message) && dialog instanceof Core.SessionDialog) {
        flow.onReturn(() => {
          const bye = dialog.createOutgoingRequestMessage('BYE');

          userAgent.userAgentCore.request(bye, requestDelegate);
        });
      }
    },
  };

  return session.bye({ requestDelegate });
}

/**
 * Takes back an INVITE that left over a connection which is gone (RFC 3261 §9.1). Whether a
 * provisional response to it got lost nobody knows: SIP.js would wait for one.
 */
export function cancelLost({ request, userAgent }: Inviter): void {
  const core = userAgent.userAgentCore;
  const { ruri, from, to, fromTag, callId, cseq, branch } = request;
  const options = { fromTag, callId, cseq };
  const cancel = core.makeOutgoingRequestMessage('CANCEL', ruri, from.uri, to.uri, options);
  const route = request.headers.Route;

  if (branch !== undefined) {
    cancel.branch = branch;
    if (route !== undefined) {
      cancel.headers.Route = route;
    }
    core.request(cancel);
  }
}

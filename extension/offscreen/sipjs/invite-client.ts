import { Core } from 'sip.js';
import { raisedSessionS, WANTED_SESSION_S } from '../../../src/sip/session-timer';
import { followTarget } from './target';
import { isWithdrawn } from './withdrawn';

/** SIP.js's client of an INVITE, which asks for a longer session when a 422 says so (RFC 4028 §7.3). */
export class PatientInviteClient extends Core.InviteUserAgentClient {
  #askedS = WANTED_SESSION_S;

  /** Every response passes here before it counts; false where the request went out once more. */
  protected override authenticationGuard(
    response: Core.IncomingResponseMessage,
    dialog?: Core.Dialog,
  ): boolean {
    const { statusCode = 0, callId, fromTag, toTag } = response;

    if (statusCode >= 200 && statusCode < 300) {
      followTarget(this.core.dialogs.get(`${callId}${fromTag}${toTag}`), response);
    }
    const raisedS =
      statusCode === 422 ? raisedSessionS(response.getHeader('min-se'), this.#askedS) : null;

    if (raisedS === null || isWithdrawn(this.message)) {
      return super.authenticationGuard(response, dialog);
    }
    this.#askedS = raisedS;
    this.message.cseq += 1;
    this.message.setHeader('cseq', `${this.message.cseq} INVITE`);
    this.message.extraHeaders = [
      ...this.message.extraHeaders.filter((line) => !/^(?:Session-Expires|Min-SE):/.test(line)),
      `Session-Expires: ${raisedS}`,
      `Min-SE: ${raisedS}`,
    ];
    this.#sendAgain();

    return false;
  }

  /** What SIP.js does after a challenge: a new transaction for the same request. It calls that private. */
  #sendAgain(): void {
    (this as unknown as { readonly init: () => void }).init(); // Looked up in SIP.js 0.21.2.
  }
}

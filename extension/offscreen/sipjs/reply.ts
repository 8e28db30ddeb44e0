import { Messager, UserAgent } from 'sip.js';
import type { CallEvent } from '../../../src/call/event';
import { responseOf } from './message';
import type { After } from './options';

/** What a message to the caller takes from the call around it. */
export interface ReplyOptions {
  readonly userAgent: UserAgent;
  readonly after: After;
  readonly report: (event: CallEvent) => void;
}

/** The caller hears it ring meanwhile: sooner than SIP itself gives up (RFC 3261 timer F, 32 s). */
const LONGEST_SENDING_MS = 8000;

/** Sends words to the caller, outside of the call: RFC 3428 §4 knows no dialog for them. */
export function sendReply(
  uri: string,
  text: string,
  { userAgent, after, report }: ReplyOptions,
): void {
  const target = UserAgent.makeURI(uri);
  let isSettled = false;
  const settle = (event: CallEvent) => {
    if (!isSettled) {
      isSettled = true;
      callOff();
      report(event);
    }
  };
  const refused = (response: ReturnType<typeof responseOf>) => {
    settle({ type: 'reply-refused', response });
  };
  const callOff = after(LONGEST_SENDING_MS, () => {
    refused(null);
  });

  if (target === undefined) {
    refused(null);
    return;
  }
  new Messager(userAgent, target, text, 'text/plain;charset=utf-8')
    .message({
      requestDelegate: {
        onAccept: () => {
          settle({ type: 'reply-accepted' });
        },
        onRedirect: ({ message }) => {
          refused(responseOf(message));
        },
        onReject: ({ message }) => {
          refused(responseOf(message));
        },
      },
    })
    .catch(() => {
      refused(null);
    });
}

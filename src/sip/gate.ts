import { headerOf, headersOf, joinMessage, splitMessage, type SipMessage } from './message';
import { statelessResponse, type StatelessStatus } from './stateless-response';
import { cutToBytes } from './utf8';

/** What becomes of a message from the network. */
export type Verdict =
  | { readonly type: 'pass'; readonly text: string }
  /** `text` goes back as it is; nobody else sees the message. */
  | { readonly type: 'answer'; readonly text: string }
  | { readonly type: 'drop'; readonly why: string };

/** As much of a SIP URI as it takes for SIP.js to read the rest (RFC 3261 §25.1). */
const SIP_URI = /^sips?:(?:[^\s<>[\]@]*@)?(?:\[[0-9a-f:.]+\]|[^\s<>[\]:;?]+)(?:[:;?][^\s<>]*)?$/i;

/** Where the Contact of a 3xx stands once it has passed the gate. */
export const REDIRECT_TARGET = 'x-redirect-target';

/** CSeq is below 2**31 (RFC 3261 §8.1.1.5). */
const HIGHEST_CSEQ = 2 ** 31 - 1;

/** An hour of ringing is more than any caller means; setTimeout overflows past 24.8 days. */
const LONGEST_RINGING_S = 3600;

/**
 * Decides about one message before the SIP stack sees it, so that a malformed one is answered or
 * dropped here and never throws in there. Every text it is given gets a verdict.
 */
export function gate(raw: string): Verdict {
  if (/^(?:\r\n)+$/.test(raw)) {
    // RFC 5626 §3.5.1: a double CRLF is a ping, a single one its pong.
    return raw.length > 2 ? { type: 'answer', text: '\r\n' } : drop('pong');
  }

  // Empty lines before the start line are to be ignored (RFC 3261 §7.5).
  const message = splitMessage(raw.replace(/^(?:\r\n)+/, ''));

  if (message === null) {
    return drop('not a SIP message');
  }
  if (message.startLine.startsWith('SIP/')) {
    return gateResponse(message);
  }

  return gateRequest(message);
}

/** The answer to a request on which the SIP stack itself gave up; null when there is none. */
export function refusalOf(raw: string): string | null {
  const message = splitMessage(raw);

  return message === null || message.startLine.startsWith('SIP/')
    ? null
    : statelessResponse(message, 400);
}

function gateResponse(message: SipMessage): Verdict {
  if (!/^SIP\/2\.0 [1-6]\d\d(?: |$)/.test(message.startLine)) {
    return drop('no status line');
  }
  if (parseCseq(message) === null || isMissingAny(message)) {
    return drop('response without what it must have');
  }
  const body = bodyOf(message);

  return body === null
    ? drop('wrong Content-Length')
    : pass(withUnreadTargets({ ...message, body }));
}

/** A 3xx whose Contact is no SIP address, `tel:` for one, would be lost as a whole: SIP.js can't read it. */
function withUnreadTargets(message: SipMessage): SipMessage {
  if (!message.startLine.startsWith('SIP/2.0 3')) {
    return message;
  }

  return {
    ...message,
    headers: message.headers.map((header) =>
      header.name === 'contact'
        ? {
            name: REDIRECT_TARGET,
            value: header.value,
            raw: `${REDIRECT_TARGET}: ${header.value}\r\n`,
          }
        : header,
    ),
  };
}

function gateRequest(message: SipMessage): Verdict {
  const refuse = (status: StatelessStatus): Verdict => {
    const text = statelessResponse(message, status);

    return text === null ? drop(`request worth a ${status}`) : { type: 'answer', text };
  };
  const [, method, uri = '', version] = /^(\S+) (.+) (SIP\/\S+)$/i.exec(message.startLine) ?? [];

  if (method === undefined || version === undefined) {
    return refuse(400);
  }
  if (version.toUpperCase() !== 'SIP/2.0') {
    return refuse(505);
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(uri) && !/^sips?:/i.test(uri)) {
    return refuse(416);
  }
  if (!SIP_URI.test(uri) || parseCseq(message)?.method !== method) {
    return refuse(400);
  }
  if (isMissingAny(message)) {
    return refuse(400);
  }
  const body = bodyOf(message);

  // A body must say what it is (RFC 3261 §7.4.1).
  if (body === null || (body !== '' && headerOf(message, 'content-type') === null)) {
    return refuse(400);
  }

  return pass(
    method === 'INVITE' ? withBearableExpires({ ...message, body }) : { ...message, body },
  );
}

/** The fields without which no message can be matched or answered (RFC 3261 §8.1.1). */
function isMissingAny(message: SipMessage): boolean {
  return ['via', 'from', 'to', 'call-id'].some((name) => !headerOf(message, name));
}

function parseCseq(message: SipMessage): { readonly method: string } | null {
  const [only, ...others] = headersOf(message, 'cseq');
  const [, number, method] = /^(\d{1,10})\s+(\S+)$/.exec(only ?? '') ?? [];

  if (method === undefined || others.length > 0 || Number(number) > HIGHEST_CSEQ) {
    return null;
  }

  return { method };
}

/**
 * The body without what follows it (RFC 3261 §18.3); null where Content-Length says more than
 * there is, nothing that makes sense, or cuts a character in two.
 */
function bodyOf(message: SipMessage): string | null {
  const [length, ...others] = headersOf(message, 'content-length');

  if (length === undefined) {
    return message.body;
  }
  if (!/^\d{1,9}$/.test(length) || others.some((other) => other !== length)) {
    return null;
  }

  return cutToBytes(message.body, Number(length));
}

/** An INVITE whose Expires is no time a phone can ring for rings as if it had none. */
function withBearableExpires(message: SipMessage): SipMessage {
  return {
    ...message,
    headers: message.headers.filter(({ name, value }) => {
      const seconds = /^\d+$/.test(value) ? Number(value) : 0;

      return name !== 'expires' || (seconds > 0 && seconds <= LONGEST_RINGING_S);
    }),
  };
}

function pass(message: SipMessage): Verdict {
  return { type: 'pass', text: joinMessage(message) };
}

function drop(why: string): Verdict {
  return { type: 'drop', why };
}

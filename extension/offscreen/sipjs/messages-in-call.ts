import type { Core } from 'sip.js';
import { plainMessage } from '../../../src/sip/plain-message';
import type { After } from './options';

/** What taking messages needs of the call around it. */
export interface MessagesOptions {
  readonly after: After;
  /** Plain text, never empty. */
  readonly wrote: (text: string) => void;
}

/** What a message is answered with. */
export interface MessageAnswer {
  readonly statusCode: number;
  readonly extraHeaders: string[];
}

/** Nobody types faster; a program might, and each text redraws the screen. */
const NOT_SOONER_THAN_MS = 1000;

/** Takes text that the other side writes in a call (RFC 3428 §4); anything else it refuses. */
export class MessagesInCall {
  #isTooSoon = false;

  constructor(private readonly options: MessagesOptions) {}

  /** The answer to a MESSAGE; its text has been told then. */
  take(request: Core.IncomingRequestMessage): MessageAnswer {
    const text = plainMessage(request.getHeader('content-type') ?? null, request.body);

    if (text === null) {
      return { statusCode: 415, extraHeaders: ['Accept: text/plain'] };
    }
    if (this.#isTooSoon) {
      return { statusCode: 480, extraHeaders: ['Retry-After: 1'] };
    }
    if (text !== '') {
      this.#isTooSoon = true;
      this.options.after(NOT_SOONER_THAN_MS, () => {
        this.#isTooSoon = false;
      });
      this.options.wrote(text);
    }

    return { statusCode: 200, extraHeaders: [] };
  }
}

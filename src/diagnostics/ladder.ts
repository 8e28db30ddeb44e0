import { redact } from './redact';

/** One SIP message of a call, as it may be shown and sent to somebody: no secret is in it. */
export interface LadderMessage {
  readonly atMs: number;
  readonly isOutgoing: boolean;
  /** `INVITE`, or `180 Ringing`. */
  readonly title: string;
  /** `1 INVITE`: a response has the number of its request (RFC 3261 §8.1.1.5). */
  readonly cseq: string;
  readonly text: string;
}

/** The messages of one call, or of the registration, in their order. */
export interface LadderPart {
  /** The Call-ID, by which the server's own log finds it. */
  readonly sipCallId: string;
  readonly kind: 'outgoing' | 'incoming' | 'registration';
  /** The user part of the other party's address; of our own for the registration. */
  readonly party: string;
  readonly messages: readonly LadderMessage[];
  /** How many were left out between the beginning and the end. */
  readonly leftOut: number;
}

/** How much is kept: enough to see what went wrong, and a known bit of memory. */
export interface LadderLimits {
  readonly calls: number;
  readonly messagesPerCall: number;
  /** Of a call with more messages than that, as many are kept of its beginning. */
  readonly messagesOfBeginning: number;
  readonly registrationMessages: number;
  readonly charactersPerMessage: number;
  readonly charactersInAll: number;
}

const LIMITS: LadderLimits = {
  calls: 10,
  messagesPerCall: 200,
  messagesOfBeginning: 50,
  registrationMessages: 20,
  charactersPerMessage: 8192,
  charactersInAll: 2_000_000,
};

const REGISTRATION = 'registration';

/** The SIP messages of the last calls. Secrets are taken out as a message comes in, never later. */
export class Ladder {
  readonly #limits: LadderLimits;
  readonly #parts = new Map<string, LadderPart>();
  #revision = 0;
  #characters = 0;

  constructor(limits: Partial<LadderLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
  }

  /** Grows with every message that was kept. */
  get revision(): number {
    return this.#revision;
  }

  /** The registration first, then the calls from the oldest on. */
  get parts(): readonly LadderPart[] {
    const parts = [...this.#parts.values()];

    return [
      ...parts.filter(({ kind }) => kind === 'registration'),
      ...parts.filter(({ kind }) => kind !== 'registration'),
    ];
  }

  /** A message on its way out, or one that came in. */
  take(message: string, isOutgoing: boolean, atMs: number): void {
    const facts = factsOf(message);

    if (facts === null) {
      return;
    }
    const { id, begun } = partOf(facts, isOutgoing);
    const part = this.#parts.get(id) ?? begun;

    if (part === null) {
      return; // Subscriptions and the like: not about any call.
    }
    const { title, cseq } = facts;
    const text = this.#cut(redact(message));

    const next = this.#bounded(part, { atMs, isOutgoing, title, cseq, text });

    this.#characters += charactersOf(next) - charactersOf(this.#parts.get(id));
    this.#parts.set(id, next);
    this.#revision += 1;
    this.#forgetOldest();
  }

  #cut(text: string): string {
    const most = this.#limits.charactersPerMessage;

    return text.length <= most
      ? text
      : `${text.slice(0, most)}\n[${text.length - most} more characters]`;
  }

  #bounded(part: LadderPart, message: LadderMessage): LadderPart {
    const { messagesPerCall, messagesOfBeginning, registrationMessages } = this.#limits;
    const isRegistration = part.kind === 'registration';
    const most = isRegistration ? registrationMessages : messagesPerCall;
    const beginning = isRegistration ? 0 : messagesOfBeginning;
    const messages = [...part.messages, message];

    return messages.length <= most
      ? { ...part, messages }
      : {
          ...part,
          messages: messages.filter((_, index) => index !== beginning),
          leftOut: part.leftOut + 1,
        };
  }

  #forgetOldest(): void {
    const calls = [...this.#parts].filter(([id]) => id !== REGISTRATION);
    const { calls: most, charactersInAll } = this.#limits;

    // The call that is under way stays, whatever it takes.
    for (const [at, [id, part]] of calls.slice(0, -1).entries()) {
      if (calls.length - at <= most && this.#characters <= charactersInAll) {
        return;
      }
      this.#characters -= charactersOf(part);
      this.#parts.delete(id);
    }
  }
}

function charactersOf(part: LadderPart | undefined): number {
  return (part?.messages ?? []).reduce((sum, { text }) => sum + text.length, 0);
}

interface Facts {
  readonly method: string;
  /** Begins something: a request outside of any dialog (RFC 3261 §12.2). */
  readonly isBeginning: boolean;
  readonly title: string;
  readonly cseq: string;
  readonly sipCallId: string;
  readonly from: string;
  readonly to: string;
}

function factsOf(message: string): Facts | null {
  const headEnd = message.search(/\r?\n\r?\n/);
  const head = headEnd === -1 ? message : message.slice(0, headEnd);
  const [, status, phrase = ''] = /^SIP\/2\.0 (\d{3})(?: ([^\r\n]{0,60}))?/.exec(head) ?? [];
  const [, request] = /^([A-Z]{1,20}) \S+ SIP\/2\.0/.exec(head) ?? [];
  const [, number, method] = /^CSeq[ \t]*:\s*(\d{1,10})\s+([A-Z]{1,20})/im.exec(head) ?? [];
  const [, sipCallId] =
    /^(?:Call-ID|i)[ \t]*:[ \t]*([\w.%@*!+'`~()<>:"/[\]?{}-]{1,200})/im.exec(head) ?? [];

  if (number === undefined || method === undefined || sipCallId === undefined) {
    return null;
  }
  const to = /^(?:To|t)[ \t]*:(.*)/im.exec(head)?.[1] ?? '';

  return {
    method,
    isBeginning: request !== undefined && !/;[ \t]*tag[ \t]*=/i.test(to),
    title: request ?? `${status ?? ''} ${phrase}`.trim(),
    cseq: `${number} ${method}`,
    sipCallId,
    from: userIn(/^(?:From|f)[ \t]*:(.*)/im.exec(head)?.[1] ?? ''),
    to: userIn(to),
  };
}

function userIn(address: string): string {
  return /(?:sips?:|tel:)([\w.!~*'()&=+$,%#/-]{1,80})/i.exec(address)?.[1] ?? '';
}

/** Where a message belongs, and with what that begins if it begins with it. */
function partOf(
  { method, isBeginning, sipCallId, from, to }: Facts,
  isOutgoing: boolean,
): { readonly id: string; readonly begun: LadderPart | null } {
  const empty = { sipCallId, messages: [], leftOut: 0 };

  if (method === 'REGISTER') {
    return { id: REGISTRATION, begun: { ...empty, kind: 'registration', party: to } };
  }
  if (method !== 'INVITE' || !isBeginning) {
    return { id: sipCallId, begun: null };
  }

  return {
    id: sipCallId,
    begun: isOutgoing
      ? { ...empty, kind: 'outgoing', party: to }
      : { ...empty, kind: 'incoming', party: from },
  };
}

import { Messager, URI, type Invitation, type Message, type UserAgent } from 'sip.js';
import type { Remote } from '../../../src/call/call';
import type { SipReport } from '../../../src/phone/sip-stack';
import {
  AGENT_COMMANDS,
  AGENT_CONTENT_TYPE,
  controllerOf,
  isForClient,
  parseAgentMessage,
  replyAnswerOf,
  writeAgentRequest,
  type AgentMessage,
  type AgentRequest,
} from '../../../src/sip/ringcentral-agent';
import { parseApiCallInfo } from '../../../src/sip/ringcentral-call-info';
import { describe } from './emitter';
import type { Log } from './options';

/** What asking RingCentral about calls takes from the account around it. */
export interface RingCentralOptions {
  readonly userAgent: UserAgent;
  /** Who we are among the phones of the account: the name that its password belongs to. */
  readonly client: string;
  readonly log: Log;
  readonly report: (report: SipReport) => void;
}

/** Answers of callers may come minutes later: so many calls are remembered for them. */
const MOST_REMEMBERED = 50;

interface KnownCall {
  readonly callId: string;
  readonly remote: Remote;
  readonly call: AnnouncedCall;
}

/** The caller as RingCentral names them: with the queue that they have come by, if any. */
export function withQueue(remote: Remote, { request }: Invitation): Remote {
  const { queue } = parseApiCallInfo(request.getHeader('p-rc-api-call-info'));

  return queue === null || remote.via !== undefined ? remote : { ...remote, via: queue };
}

/** RingCentral's messages about the calls of one account, and ours to it. */
export class RingCentralDesk {
  readonly #options: RingCentralOptions;
  /** By the name that RingCentral gave them, oldest first. */
  readonly #calls = new Map<string, KnownCall>();

  constructor(options: RingCentralOptions) {
    this.#options = options;
  }

  /** Takes up a call; null where it came without an announcement, as some do. */
  announce(callId: string, remote: Remote, { request }: Invitation): AnnouncedCall | null {
    const announcement = parseAgentMessage(request.getHeader('p-rc'));

    if (announcement === null) {
      return null;
    }
    const call = new AnnouncedCall(announcement, this.#options);
    const [oldest] = this.#calls.keys();

    this.#calls.set(announcement.sid, { callId, remote, call });
    if (oldest !== undefined && this.#calls.size > MOST_REMEMBERED) {
      this.#calls.delete(oldest);
    }

    return call;
  }

  /** Answers a MESSAGE that is RingCentral's; false leaves it to others. */
  receive(message: Message): boolean {
    const { request } = message;
    const type = request.getHeader('content-type')?.split(';')[0]?.trim().toLowerCase();

    if (type !== AGENT_CONTENT_TYPE) {
      return false;
    }
    message.accept().catch((error: unknown) => {
      this.#options.log('debug', `answer to MESSAGE: ${describe(error)}`);
    });
    const heard = parseAgentMessage(request.body);

    if (heard !== null && isForClient(heard, this.#options.client)) {
      this.#hear(heard);
    }

    return true;
  }

  #hear(message: AgentMessage): void {
    const known = this.#calls.get(message.sid);
    const answer = replyAnswerOf(message);

    if (known === undefined) {
      return;
    }
    if (message.command === AGENT_COMMANDS.answered) {
      known.call.isAnswered = true;
    } else if (answer !== null && known.call.hasReplied) {
      const { callId, remote } = known;

      this.#options.report({ type: 'reply-answered', callId, remote, ...answer });
    }
  }
}

/** A call that RingCentral has announced, and what is asked about it while it rings. */
export class AnnouncedCall {
  /** One of the account's phones has answered it: this one, or another. */
  isAnswered = false;
  hasReplied = false;

  constructor(
    private readonly announcement: AgentMessage,
    private readonly options: RingCentralOptions,
  ) {}

  /**
   * Asks, and tells at once whether RingCentral has taken it: what it then does may stand right
   * behind its answer.
   */
  ask(request: AgentRequest, heard: (isTaken: boolean) => void = () => undefined): void {
    const { userAgent, client, log } = this.options;
    const address = controllerOf(this.announcement);

    if (address === null) {
      heard(false);
      return;
    }
    const refused = () => {
      log('info', `RingCentral did not take ${request.type}`);
      heard(false);
    };

    this.hasReplied ||= request.type === 'reply';
    void new Messager(
      userAgent,
      // SIP.js can't read such a name, but it can write it.
      new URI('sip', address.user, address.host, address.port ?? undefined),
      writeAgentRequest(this.announcement, client, request),
      AGENT_CONTENT_TYPE,
      { extraHeaders: [`P-rc-ws: ${userAgent.contact.toString()}`] },
    )
      .message({
        requestDelegate: {
          onAccept: () => {
            heard(true);
          },
          onRedirect: refused,
          onReject: refused,
        },
      })
      .catch(refused);
  }
}

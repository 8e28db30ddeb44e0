import type { Waiting } from '../waiting';
import type { Instance } from './instance';
import { sdpOf, type Body, type Heard } from './sip-text';

/** How RingCentral answers what it is asked by INFO. */
export type ControlBehaviour =
  | 'done'
  | 'failed'
  | 'code-as-text'
  | 'wrong-reqid'
  | 'wrong-command'
  | 'result-before-200'
  | 'no-result'
  | 'refused';

/** What belongs to every dialog of the double. */
export interface DialogContext {
  readonly waiting: Waiting;
  readonly describe: (offer: string | null) => Promise<string>;
  /** How the next INFO is answered. */
  control: ControlBehaviour;
  /** Where calls are parked. */
  readonly parkedAt: string;
  /** Whether the server ends a call that was sent on. */
  endsTransferred: boolean;
}

const JSON_TYPE = 'application/json;charset=utf-8';

/** A call that is up between RingCentral and one phone. */
export class Dialog {
  /** The commands that came by INFO, with their targets. */
  readonly commands: { readonly command: string; readonly target: string | null }[] = [];
  /** What the phone answered to the wish to move the call. */
  readonly moveAnswers: unknown[] = [];
  /** Where the phone sent the other party. */
  referredTo: string | null = null;
  isHeld = false;
  endedBy: 'phone' | 'server' | null = null;
  #cseq = 1000;

  constructor(
    readonly instance: Instance,
    private readonly context: DialogContext,
    readonly callId: string,
    private readonly ours: string,
    private readonly theirs: string,
    private readonly target: string,
  ) {}

  async untilEnded(): Promise<'phone' | 'server'> {
    return this.context.waiting.until('the call to end', () => this.endedBy ?? undefined);
  }

  async untilCommand(command: string): Promise<void> {
    await this.context.waiting.until(`the command ${command}`, () =>
      this.commands.some((known) => known.command === command),
    );
  }

  async untilMoveAnswered(): Promise<unknown> {
    return this.context.waiting.until('an answer to the move', () => this.moveAnswers[0]);
  }

  /** Sends a request in the dialog; resolves with the status of its answer. */
  send(method: string, headers: readonly string[] = [], body?: Body): Promise<number> {
    this.#cseq += 1;
    return new Promise((resolve) => {
      this.instance.request(
        {
          method,
          uri: this.target,
          from: this.ours,
          to: this.theirs,
          callId: this.callId,
          cseq: this.#cseq,
          headers: ['Contact: <sip:rc@rc.invalid;transport=ws>', ...headers],
          ...(body === undefined ? {} : { body }),
        },
        ({ status }) => {
          resolve(status);
        },
      );
    });
  }

  hangUp(): Promise<number> {
    this.#ended('server');
    return this.send('BYE');
  }

  /** Wants the call moved to another program of the user's. */
  move(reqId: number): Promise<number> {
    return this.#tell({ request: { reqId, command: 'move', target: 'rcv' } });
  }

  receive(request: Heard): void {
    switch (request.method) {
      case 'BYE':
        this.instance.respond(request, '200 OK');
        this.#ended('phone');
        return;
      case 'INFO':
        this.#info(request);
        return;
      case 'REFER':
        void this.#refer(request);
        return;
      case 'INVITE':
        void this.#reInvite(request);
        return;
      default:
        if (request.method !== 'ACK') {
          this.instance.respond(request, '200 OK');
        }
    }
  }

  #ended(by: 'phone' | 'server'): void {
    this.endedBy ??= by;
    this.context.waiting.changed();
  }

  #info(request: Heard): void {
    const { request: asked, response } = JSON.parse(request.body) as {
      request?: { reqid: number; command: string; target?: string };
      response?: unknown;
    }; // The test fails where it is not so.
    if (asked === undefined) {
      this.moveAnswers.push(response);
      this.instance.respond(request, '200 OK');
      this.context.waiting.changed();
      return;
    }
    const behaviour = this.context.control;
    this.commands.push({ command: asked.command, target: asked.target ?? null });
    if (behaviour === 'refused') {
      this.instance.respond(request, '403 Forbidden');
    } else if (behaviour === 'result-before-200') {
      void this.#tell({ response: resultOf(asked, 'done', this.context.parkedAt) });
      this.instance.respond(request, '200 OK');
    } else {
      this.instance.respond(request, '200 OK');
      if (behaviour !== 'no-result') {
        void this.#tell({ response: resultOf(asked, behaviour, this.context.parkedAt) });
      }
    }
    this.context.waiting.changed();
  }

  #tell(message: unknown): Promise<number> {
    return this.send('INFO', [], { type: JSON_TYPE, text: JSON.stringify(message) });
  }

  async #refer(request: Heard): Promise<void> {
    this.referredTo = request.header('refer-to');
    this.instance.respond(request, '202 Accepted');
    for (const line of ['SIP/2.0 100 Trying', 'SIP/2.0 200 OK']) {
      const state = line.endsWith('OK') ? 'terminated;reason=noresource' : 'active;expires=60';
      await this.send('NOTIFY', ['Event: refer', `Subscription-State: ${state}`], {
        type: 'message/sipfrag;version=2.0',
        text: `${line}\r\n`,
      });
    }
    if (this.context.endsTransferred && this.endedBy === null) {
      await this.hangUp();
    }
  }

  async #reInvite(request: Heard): Promise<void> {
    this.isHeld = /^a=(?:sendonly|inactive)\s*$/m.test(request.body);
    const answer = await this.context.describe(request.body);
    this.instance.respond(request, '200 OK', {
      headers: ['Contact: <sip:rc@rc.invalid;transport=ws>'],
      body: sdpOf(answer),
    });
  }
}

function resultOf(
  { reqid, command }: { readonly reqid: number; readonly command: string },
  behaviour: ControlBehaviour,
  parkedAt: string,
): unknown {
  return {
    reqid: behaviour === 'wrong-reqid' ? reqid + 1 : reqid,
    command: behaviour === 'wrong-command' ? 'monitor' : command,
    result:
      behaviour === 'failed'
        ? { code: -5, description: 'Command is forbidden' }
        : {
            code: behaviour === 'code-as-text' ? '0' : 0,
            description: 'Succeeded',
            ...(command === 'callpark' ? { 'park extension': parkedAt } : {}),
          },
  };
}

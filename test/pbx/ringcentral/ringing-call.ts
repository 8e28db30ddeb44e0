import type { Waiting } from '../waiting';
import { writeAgentXml, type AgentXml } from './agent-xml';
import { Dialog, type DialogContext } from './dialog';
import { CALLER, CONTROLLER, OURS, announcementOf, type RingWish } from './announcement';
import type { Instance } from './instance';
import { sdpOf, sipText, type Heard } from './sip-text';

/** What became of the call. */
export type RingingOutcome =
  'ringing' | 'answered' | 'forwarded' | 'voicemail' | 'rejected' | 'replied' | 'refused' | 'gone';

interface Leg {
  readonly instance: Instance;
  readonly callId: string;
  readonly branch: string;
  hasConfirmed: boolean;
  final: number | null;
}

const REASON = 'Reason: SIP;cause=200;text="Call completed elsewhere"';
const OUTCOMES: Readonly<Record<string, RingingOutcome>> = {
  '10': 'forwarded',
  '11': 'voicemail',
  '12': 'rejected',
  '14': 'replied',
};

/** A call to the account that rings at all its phones. */
export class RingingCall {
  readonly sid: string;
  readonly req = '{8B1C5C6A-2D5B-4B0E-9F10-0C3E1A7D4E55}';
  /** The commands that were understood, in their order. */
  readonly commands: string[] = [];
  /** Why a message was passed over. */
  readonly ignored: string[] = [];
  outcome: RingingOutcome = 'ringing';
  /** Whether messages about it are passed over from now on. */
  isDeaf = false;
  forwardedTo: string | null = null;
  replyText: string | null = null;
  dialog: Dialog | null = null;
  readonly #legs: Leg[] = [];
  readonly #offer: string | null;

  constructor(
    number: number,
    instances: readonly Instance[],
    private readonly all: () => readonly Instance[],
    private readonly context: DialogContext,
    private readonly domain: string,
    private readonly user: string,
    private readonly wish: RingWish,
    offer: string,
  ) {
    this.sid = `3546400${String(number)}`;
    this.#offer = wish.isWithoutOffer === true ? null : offer;
    for (const instance of instances) {
      this.#ring(instance);
    }
  }

  get #waiting(): Waiting {
    return this.context.waiting;
  }

  async untilCommand(command: string): Promise<void> {
    await this.#waiting.until(`the command ${command}`, () => this.commands.includes(command));
  }

  async untilIgnored(): Promise<string> {
    return this.#waiting.until('a message that is passed over', () => this.ignored[0]);
  }

  async untilOutcome(outcome: RingingOutcome): Promise<void> {
    await this.#waiting.until(`the call to be ${outcome}`, () => this.outcome === outcome);
  }

  async answered(): Promise<Dialog> {
    return this.#waiting.until('the call to be answered', () => this.dialog ?? undefined);
  }

  /** As if no phone had said that the call has reached it. */
  forgetConfirmations(): void {
    for (const leg of this.#legs) {
      leg.hasConfirmed = false;
    }
  }

  /** How each phone's INVITE was answered in the end. */
  finalOf(instance: Instance): number | null {
    return this.#legs.find((leg) => leg.instance === instance)?.final ?? null;
  }

  /** The caller gives up. */
  giveUp(): void {
    this.#finish('gone');
    this.#cancel([]);
  }

  /** The caller has pressed a key after hearing what was written. */
  answerReply(
    response: '0' | '1' | '2' | '3',
    change: { readonly sid?: string; readonly client?: string; readonly number?: string } = {},
  ): void {
    for (const { instance } of this.#legs) {
      this.#tell(
        instance,
        '9',
        {
          Cln: change.client ?? instance.client ?? '',
          Phn: CALLER.number,
          Nm: CALLER.name,
          ...(change.number === undefined ? {} : { ExtNfo: change.number }),
          Resp: response,
          Sts: '0',
        },
        change.sid,
      );
    }
  }

  /** True when the message is about this call. */
  owns(sid: string): boolean {
    return sid === this.sid;
  }

  receive(instance: Instance, request: Heard, message: AgentXml): void {
    const command = message.hdr.Cmd ?? '';
    const why = this.#objection(instance, request, message);
    if (why !== null) {
      this.ignored.push(why);
    } else {
      this.commands.push(command);
      this.#obey(instance, command, message.bdy);
    }
    this.#waiting.changed();
  }

  #objection(instance: Instance, request: Heard, { hdr, bdy }: AgentXml): string | null {
    const leg = this.#legs.find((known) => known.instance === instance);
    if (this.isDeaf) {
      return 'deaf';
    }
    if (hdr.Req !== this.req || hdr.From !== OURS || hdr.To !== CONTROLLER) {
      return 'the addressing is not that of the call, turned round';
    }
    if (decodeURIComponent(request.uri) !== `sip:${CONTROLLER}`) {
      return `it was sent to ${request.uri}`;
    }
    if (bdy.Cln !== instance.client) {
      return `no phone of that name: ${bdy.Cln ?? 'none'}`;
    }
    if (!['10', '11', '12', '13', '14', '17'].includes(hdr.Cmd ?? '')) {
      return `no such command: ${hdr.Cmd ?? 'none'}`;
    }
    // Seen of the real server: nothing happens, and nobody is told.
    return hdr.Cmd === '11' && leg?.hasConfirmed !== true ? 'not confirmed before' : null;
  }

  #obey(instance: Instance, command: string, bdy: Readonly<Record<string, string>>): void {
    const leg = this.#legs.find((known) => known.instance === instance);
    if (command === '17' && leg !== undefined) {
      leg.hasConfirmed = true;
    }
    const outcome = OUTCOMES[command];
    if (outcome === undefined || this.outcome !== 'ringing') {
      return;
    }
    this.forwardedTo = outcome === 'forwarded' ? (bdy.Phn ?? null) : null;
    this.replyText = outcome === 'replied' ? (bdy.Bdy ?? null) : null;
    this.#finish(outcome);
    const close = (): void => {
      if (outcome !== 'replied') {
        this.#tellAll('9', { Sts: '0' });
      }
    };
    if (this.wish.closes === 'before') {
      close();
    }
    this.#cancel([]);
    if (this.wish.closes === 'after') {
      close();
    }
  }

  #ring(instance: Instance): void {
    const callId = `${this.sid}-${String(instance.number)}`;
    const [own, other] = this.#parties(callId);
    const branch = instance.request(
      {
        method: 'INVITE',
        uri: instance.contact,
        from: own,
        to: other,
        callId,
        cseq: 1,
        headers: [
          'Contact: <sip:rc@rc.invalid;transport=ws>',
          'Allow: ACK,BYE,CANCEL,INFO,INVITE,NOTIFY,REFER,UPDATE',
          ...announcementOf(this.sid, this.req, this.wish),
          ...(this.wish.headers ?? []),
        ],
        ...(this.#offer === null ? {} : { body: sdpOf(this.#offer) }),
      },
      (response) => {
        void this.#answer(leg, response);
      },
    );
    const leg: Leg = { instance, callId, branch, hasConfirmed: false, final: null };
    this.#legs.push(leg);
  }

  #parties(callId: string): [string, string] {
    const { from = CALLER } = this.wish;
    return [
      `"${from.name}" <sip:${from.number}@${this.domain}>;tag=rc-${callId}`,
      `<sip:${this.user}@${this.domain}>`,
    ];
  }

  async #answer(leg: Leg, response: Heard): Promise<void> {
    if (response.status < 200) {
      return;
    }
    leg.final = response.status;
    const answer =
      this.#offer === null && response.status === 200
        ? await this.context.describe(response.body)
        : null;
    this.#acknowledge(leg, response, answer);
    if (response.status === 200) {
      this.#taken(leg, response);
    } else if (response.status >= 600 && this.outcome === 'ringing') {
      this.#finish('refused');
      this.#cancel([]);
    } else if (this.outcome === 'ringing' && this.#legs.every(({ final }) => final !== null)) {
      this.#finish('refused');
    }
    this.#waiting.changed();
  }

  #acknowledge(leg: Leg, response: Heard, sdp: string | null): void {
    const isTaken = response.status === 200;
    leg.instance.request({
      method: 'ACK',
      uri: isTaken ? response.addressIn('contact') : leg.instance.contact,
      from: this.#parties(leg.callId)[0],
      to: response.header('to'),
      callId: leg.callId,
      cseq: 1,
      ...(isTaken ? {} : { branch: leg.branch }),
      ...(sdp === null ? {} : { body: sdpOf(sdp) }),
    });
  }

  #taken(leg: Leg, response: Heard): void {
    this.dialog = new Dialog(
      leg.instance,
      this.context,
      leg.callId,
      this.#parties(leg.callId)[0],
      response.header('to'),
      response.addressIn('contact'),
    );
    this.#finish('answered');
    this.#tellAll('7', { Sts: '0', IP: '192.0.2.7' });
    this.#cancel(this.wish.tellsReason === false ? [] : [REASON]);
  }

  /** Every phone is told about every phone. */
  #tellAll(command: string, bdy: Readonly<Record<string, string>>): void {
    for (const to of this.all()) {
      for (const about of this.all()) {
        this.#tell(to, command, { Cln: about.client ?? '', ...bdy });
      }
    }
  }

  #tell(
    instance: Instance,
    command: string,
    bdy: Readonly<Record<string, string>>,
    sid = this.sid,
  ): void {
    const hdr = { SID: sid, Req: this.req, From: CONTROLLER, To: OURS, Cmd: command };
    instance.request({
      method: 'MESSAGE',
      uri: instance.contact,
      from: `<sip:%23996016@sip.ringcentral.test:5060>;tag=rc-message`,
      to: `<sip:${this.user}@${this.domain}>`,
      callId: `${sid}-message-${String(Math.random()).slice(2)}`,
      cseq: 1,
      body: { type: 'x-rc/agent', text: writeAgentXml({ hdr, bdy }) },
    });
  }

  #cancel(headers: readonly string[]): void {
    for (const leg of this.#legs.filter(({ final }) => final === null)) {
      const [own, other] = this.#parties(leg.callId);
      leg.instance.send(
        sipText(`CANCEL ${leg.instance.contact} SIP/2.0`, [
          `Via: SIP/2.0/WSS rc.invalid;branch=${leg.branch}`,
          'Max-Forwards: 70',
          `From: ${own}`,
          `To: ${other}`,
          `Call-ID: ${leg.callId}`,
          'CSeq: 1 CANCEL',
          ...headers,
        ]),
      );
    }
  }

  #finish(outcome: RingingOutcome): void {
    this.outcome = outcome;
    this.#waiting.changed();
  }
}

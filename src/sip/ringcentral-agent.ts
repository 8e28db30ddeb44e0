import { childNamed, rootElement } from './xml';

/** The Content-Type of the messages that RingCentral and its phones send each other about a call. */
export const AGENT_CONTENT_TYPE = 'x-rc/agent';

/** The commands that stand in a message, by their numbers there. */
export const AGENT_COMMANDS = {
  incoming: 6,
  answered: 7,
  closed: 9,
  forward: 10,
  voicemail: 11,
  reject: 12,
  startReply: 13,
  reply: 14,
  received: 17,
} as const;

/** One message, taken apart. What stands in it is as it came: it goes back unchanged. */
export interface AgentMessage {
  /** The call, as RingCentral names it. */
  readonly sid: string;
  readonly req: string;
  readonly from: string;
  readonly to: string;
  readonly command: number;
  /** Names and values beside the addressing. */
  readonly body: Readonly<Record<string, string>>;
}

/** What we ask of RingCentral about a call that rings. */
export type AgentRequest =
  | { readonly type: 'received' | 'voicemail' | 'reject' | 'startReply' }
  | { readonly type: 'forward'; readonly number: string }
  | { readonly type: 'reply'; readonly text: string };

/** What a caller did when our words were read out: the keys 3, 4 and 5. */
export type ReplyAnswer = 'yes' | 'no' | 'urgent' | 'none';

/** Reads a `P-rc` header field, or the body of a MESSAGE; null for what is none. */
export function parseAgentMessage(text: string | null | undefined): AgentMessage | null {
  const root = rootElement(text ?? '', 'Msg');
  const { SID, Req, From, To, Cmd } = childNamed(root, 'Hdr')?.attributes ?? {};

  if (SID === undefined || Req === undefined || From === undefined || To === undefined) {
    return null;
  }
  if (!/^\d{1,3}$/.test(Cmd ?? '')) {
    return null;
  }

  return {
    sid: SID,
    req: Req,
    from: From,
    to: To,
    command: Number(Cmd),
    body: { ...childNamed(root, 'Bdy')?.attributes },
  };
}

/** Writes what we ask about the call that `about` announced. `client` is who we are among our phones. */
export function writeAgentRequest(
  about: AgentMessage,
  client: string,
  request: AgentRequest,
): string {
  const header = {
    SID: about.sid,
    Req: about.req,
    From: about.to,
    To: about.from,
    Cmd: String(AGENT_COMMANDS[request.type]),
  };

  return `<Msg><Hdr${attributes(header)}/><Bdy${attributes({ Cln: client, ...valuesOf(request) })}/></Msg>`;
}

/** True unless the message is for another of our phones: each gets those of all. */
export function isForClient(message: AgentMessage, client: string): boolean {
  const { Cln } = message.body;

  return Cln === undefined || Cln === client;
}

/** What the caller answered; null where the message says nothing about that. */
export function replyAnswerOf({ command, body }: AgentMessage): {
  readonly answer: ReplyAnswer;
  /** Where the caller wants to be called, if they said so. */
  readonly number: string | null;
} | null {
  const { Resp, Sts = '0', ExtNfo = '' } = body;
  const answer = ANSWERS[Resp ?? ''];

  if (command !== AGENT_COMMANDS.closed || Sts !== '0' || answer === undefined) {
    return null;
  }

  return { answer, number: /^\+?[\d*#]{1,32}$/.test(ExtNfo) ? ExtNfo : null };
}

/** Where the message about a call goes, taken from its `From`; null where that is no address. */
export function controllerOf({ from }: AgentMessage): {
  readonly user: string;
  readonly host: string;
  readonly port: number | null;
} | null {
  const [, user, host, port] =
    /^(?:sip:)?([#\w.!~*'()&=+$,;?/-]{1,64})@([A-Za-z0-9.-]{1,253})(?::(\d{1,5}))?$/.exec(from) ??
    [];

  return user === undefined || host === undefined
    ? null
    : { user, host, port: port === undefined ? null : Number(port) };
}

const ANSWERS: Readonly<Record<string, ReplyAnswer>> = {
  '0': 'none',
  '1': 'yes',
  '2': 'no',
  '3': 'urgent',
};

/** All but the Char of XML 1.0 §2.2, halves of surrogate pairs included. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function valuesOf(request: AgentRequest): Readonly<Record<string, string>> {
  switch (request.type) {
    case 'forward':
      return { FwdDly: '0', Phn: request.number, PhnTp: '3' };
    case 'reply':
      return { RepTp: '0', Bdy: request.text };
    default:
      return {};
  }
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
}

/** A value as it stands between quotes; what XML 1.0 §2.2 forbids is left out. */
function escaped(value: string): string {
  return value
    .replace(NOT_XML, '')
    .replace(/[&<>"'\t\n\r]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

/** Sound in a message of a script: G.711, on the port where sipp gives back what it hears. */
export function sdp(direction: 'sendrecv' | 'recvonly'): string {
  return `v=0
      o=sipp 1 1 IN IP4 [local_ip]
      s=-
      c=IN IP4 [media_ip]
      t=0 0
      m=audio [media_port] RTP/AVP 0
      a=rtpmap:0 PCMU/8000
      a=${direction}
`;
}

/** Speaks and listens. */
export const SDP = sdp('sendrecv');

/** Who a script is when it calls, and whom it calls. */
export interface Parties {
  readonly user: string;
  readonly password: string;
  readonly domain: string;
  readonly to: string;
  /** The address that is called in place of theirs at the server. */
  readonly uri?: string;
}

/** What a message says beside what it must. */
export interface Content {
  readonly headers?: readonly string[];
  readonly body?: string;
  /** What the body is when it is no SDP. */
  readonly contentType?: string;
}

/**
 * What a script keeps of the INVITE, for the messages in which sipp has forgotten it. The server
 * has put its own Via on that of the browser, and stands in the route with both its transports.
 */
const KEPT = [
  ['Via', 1, 'via'],
  ['Via', 2, 'nextVia'],
  ['Record-Route', 1, 'route'],
  ['Record-Route', 2, 'nextRoute'],
  ['From', 1, 'remote'],
  ['To', 1, 'local'],
  ['CSeq', 1, 'cseq'],
] as const;
const OWN_TAG = 'tag=[pid]sipp[call_number]';
const MAY_BE_TOLD_100 = '\n  <recv response="100" optional="true"/>';

/** A whole script. Its steps are played in their order; sipp fails at whatever else comes. */
export function script(name: string, ...steps: readonly string[]): string {
  const text = steps.join('');
  const written = [...text.matchAll(/assign_to="(\w+)"/g)].map(([, variable = '']) => variable);
  // sipp refuses a script that writes a variable and never reads it.
  const reference =
    written.length === 0 ? '' : `\n  <Reference variables="${[...new Set(written)].join(',')}"/>`;

  return `<?xml version="1.0" encoding="ISO-8859-1" ?>
<scenario name="${name}">${text}${reference}
</scenario>
`;
}

/** What a script writes into its log before it waits; its Call-ID follows. */
export const WAITING = 'waits in';

/** Header fields that a message must have, each with the POSIX expression that it must match. */
export type Saying = Readonly<Record<string, string>>;

/** A request has to come. */
export function hears(method: string, saying: Saying = {}): string {
  return `
  <recv request="${method}">${action(checks(saying))}
  </recv>`;
}

/** Waits for the story to go on (`Sipp.goOn`), which asks for it by a request of its own. */
export function waits(): string {
  return `
  <nop>
    <action>
      <log message="${WAITING} [call_id]"/>
    </action>
  </nop>${hears('INFO')}${saysWithin('200 OK')}`;
}

/** A response has to come; 100, 180 and 183 may come before it. */
export function isTold(status: number, saying: Saying = {}): string {
  return `${MAY_BE_TOLD_100}
  <recv response="180" optional="true"/>
  <recv response="183" optional="true"/>
  <recv response="${status}" rrs="true">${action(checks(saying))}
  </recv>`;
}

/** A response has to come next that is to be acknowledged (RFC 3262); its number is kept. */
export function isToldReliably(status: number): string {
  return `${MAY_BE_TOLD_100}
  <recv response="${status}" rrs="true">
    <action>
      <ereg regexp="100rel" search_in="hdr" header="Require:" check_it="true" assign_to="required"/>
      <ereg regexp="[0-9]+" search_in="hdr" header="RSeq:" check_it="true" assign_to="rseq"/>
    </action>
  </recv>`;
}

/** The INVITE has to come. */
export function hearsCall(saying: Saying = {}): string {
  return hearsFirst('INVITE', saying);
}

/** The request that begins the dialog has to come; what later messages need of it is kept. */
export function hearsFirst(method: string, saying: Saying = {}): string {
  // Whether it is to take the place of another call (RFC 3891) says which way a script may go on.
  const keeps = [...KEPT, ['Replaces', 1, 'replaces'] as const].map(
    ([header, occurrence, variable]) =>
      `<ereg regexp=".+" search_in="hdr" header="${header}:" occurrence="${occurrence}" assign_to="${variable}"/>`,
  );

  return `
  <recv request="${method}" rrs="true">${action([...keeps, ...checks(saying)])}
  </recv>`;
}

/** Answers the request that came last and began the call. */
export function says(status: string, content: Content = {}): string {
  return response(status, lastRequest(`;${OWN_TAG}`), content);
}

/** Answers the request that came last, within the call. */
export function saysWithin(status: string, content: Content = {}): string {
  return response(status, lastRequest(''), content);
}

/** Answers the INVITE when another request has come since. */
export function saysToCall(status: string, content: Content = {}): string {
  const kept = KEPT.map(
    ([header, , variable]) => `${header}: [$${variable}]${header === 'To' ? `;${OWN_TAG}` : ''}`,
  );

  return response(status, [...kept, '[last_Call-ID:]'], content);
}

/** Calls with digest authentication, for which the server asks: what counts is the INVITE with CSeq 2. */
export function calls(parties: Parties, content: Content = {}): string {
  return `${invite(parties, 1, content)}${MAY_BE_TOLD_100}
  <recv response="407" auth="true"/>${acknowledgesRefusal(parties, 1)}${callsAgain(parties, 2, content)}`;
}

/** Calls once more, in place of an INVITE that was refused. */
export function callsAgain(parties: Parties, cseq: number, content: Content = {}): string {
  return invite(parties, cseq, withCredentials(parties, content));
}

/** Ends the transaction of an INVITE that was refused (RFC 3261 §17.1.1.3). */
export function acknowledgesRefusal(parties: Parties, cseq: number): string {
  const headers = ['[last_Via:]', '[last_From:]', '[last_To:]', '[last_Call-ID:]'];

  return message(`ACK ${addressIn(parties)} SIP/2.0`, [...headers, `CSeq: ${cseq} ACK`], {});
}

/** A request of the caller within the call. */
export function asks(
  method: string,
  cseq: number,
  { user, domain, to }: Parties,
  content: Content = {},
): string {
  return within(method, cseq, content, [
    `From: "${user}" <sip:${user}@${domain}>;tag=[call_number]`,
    `To: <sip:${to}@${domain}>[peer_tag_param]`,
  ]);
}

/** A request of the called one within the call. */
export function asksBack(method: string, cseq: number, content: Content = {}): string {
  return within(method, cseq, content, [`From: [$local];${OWN_TAG}`, 'To: [$remote]']);
}

function invite(parties: Parties, cseq: number, content: Content): string {
  const { user, domain, to } = parties;

  return message(
    `INVITE ${addressIn(parties)} SIP/2.0`,
    [
      'Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]',
      `From: "${user}" <sip:${user}@${domain}>;tag=[call_number]`,
      `To: <sip:${to}@${domain}>`,
      'Call-ID: [call_id]',
      `CSeq: ${cseq} INVITE`,
      `Contact: <sip:${user}@[local_ip]:[local_port]>`,
      'Max-Forwards: 70',
    ],
    content,
    ' retrans="500"',
  );
}

function addressIn({ to, domain, uri }: Parties): string {
  return uri ?? `sip:${to}@${domain}`;
}

function withCredentials({ user, password }: Parties, content: Content): Content {
  const credentials = `[authentication username=${user} password=${password}]`;

  return { ...content, headers: [...(content.headers ?? []), credentials] };
}

function within(
  method: string,
  cseq: number,
  content: Content,
  fromAndTo: readonly string[],
): string {
  return message(
    `${method} [next_url] SIP/2.0`,
    [
      'Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]',
      ...fromAndTo,
      '[routes]',
      'Call-ID: [call_id]',
      `CSeq: ${cseq} ${method}`,
      'Contact: <sip:sipp@[local_ip]:[local_port]>',
      'Max-Forwards: 70',
    ],
    content,
    method === 'ACK' ? '' : ' retrans="500"',
  );
}

function checks(saying: Saying): readonly string[] {
  return Object.entries(saying).map(
    ([header, expression]) =>
      `<ereg regexp="${expression}" search_in="hdr" header="${header}:" check_it="true" assign_to="checked"/>`,
  );
}

/** All that is done with a message: sipp takes note of one block only. */
function action(steps: readonly string[]): string {
  return steps.length === 0
    ? ''
    : `
    <action>
      ${steps.join('\n      ')}
    </action>`;
}

function response(status: string, headers: readonly string[], content: Content): string {
  const namesContact = content.headers?.some((line) => line.startsWith('Contact:')) === true;

  return message(
    `SIP/2.0 ${status}`,
    [...headers, ...(namesContact ? [] : ['Contact: <sip:sipp@[local_ip]:[local_port]>'])],
    content,
  );
}

function lastRequest(tag: string): readonly string[] {
  const names = ['Via', 'Record-Route', 'From', 'To', 'Call-ID', 'CSeq'];

  return names.map((name) => `[last_${name}:]${name === 'To' ? tag : ''}`);
}

function message(
  startLine: string,
  headers: readonly string[],
  { headers: more = [], body = '', contentType = 'application/sdp' }: Content,
  attributes = '',
): string {
  const type = body === '' ? [] : [`Content-Type: ${contentType}`];
  const lines = [startLine, ...headers, ...more, ...type, 'Content-Length: [len]', '', body];

  return `
  <send${attributes}>
    <![CDATA[
      ${lines.join('\n      ')}
    ]]>
  </send>`;
}

/** What a built-in sipp scenario needs to be told. */
export interface Parties {
  readonly user: string;
  readonly password: string;
  readonly domain: string;
  readonly to: string;
  /** How long it stays in the call before it hangs up. */
  readonly talkMs: number;
}

const SDP = `v=0
      o=sipp 1 1 IN IP4 [local_ip]
      s=-
      c=IN IP4 [media_ip]
      t=0 0
      m=audio [media_port] RTP/AVP 0
      a=rtpmap:0 PCMU/8000
      a=sendrecv
`;

/** Calls with digest authentication (407), talks, and hangs up. */
export function callerScenario({ user, password, domain, to, talkMs }: Parties): string {
  const invite = (cseq: number, credentials: string): string => `
  <send retrans="500">
    <![CDATA[
      INVITE sip:${to}@${domain} SIP/2.0
      Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
      From: "${user}" <sip:${user}@${domain}>;tag=[call_number]
      To: <sip:${to}@${domain}>
      Call-ID: [call_id]
      CSeq: ${String(cseq)} INVITE
      Contact: <sip:${user}@[local_ip]:[local_port]>
      Max-Forwards: 70${credentials}
      Content-Type: application/sdp
      Content-Length: [len]

      ${SDP}
    ]]>
  </send>`;
  const within = (method: string, cseq: number, retransmit: string): string => `
  <send${retransmit}>
    <![CDATA[
      ${method} [next_url] SIP/2.0
      Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
      From: "${user}" <sip:${user}@${domain}>;tag=[call_number]
      To: <sip:${to}@${domain}>[peer_tag_param]
      [routes]
      Call-ID: [call_id]
      CSeq: ${String(cseq)} ${method}
      Max-Forwards: 70
      Content-Length: 0

    ]]>
  </send>`;

  return `<?xml version="1.0" encoding="ISO-8859-1" ?>
<scenario name="caller">${invite(1, '')}
  <recv response="100" optional="true"/>
  <recv response="407" auth="true"/>
  <send>
    <![CDATA[
      ACK sip:${to}@${domain} SIP/2.0
      [last_Via:]
      [last_From:]
      [last_To:]
      Call-ID: [call_id]
      CSeq: 1 ACK
      Max-Forwards: 70
      Content-Length: 0

    ]]>
  </send>${invite(2, `\n      [authentication username=${user} password=${password}]`)}
  <recv response="100" optional="true"/>
  <recv response="180" optional="true"/>
  <recv response="183" optional="true"/>
  <recv response="200" rrs="true"/>${within('ACK', 2, '')}
  <pause milliseconds="${String(talkMs)}"/>${within('BYE', 3, ' retrans="500"')}
  <recv response="200"/>
</scenario>
`;
}

/** Rings, answers at once, and stays until the caller hangs up. */
export const ANSWERER_SCENARIO = `<?xml version="1.0" encoding="ISO-8859-1" ?>
<scenario name="answerer">
  <recv request="INVITE"/>${answer('180 Ringing', '')}${answer('200 OK', SDP)}
  <recv request="ACK"/>
  <recv request="BYE"/>${answer('200 OK', '')}
</scenario>
`;

function answer(status: string, sdp: string): string {
  return `
  <send>
    <![CDATA[
      SIP/2.0 ${status}
      [last_Via:]
      [last_Record-Route:]
      [last_From:]
      [last_To:];tag=[pid]answerer[call_number]
      [last_Call-ID:]
      [last_CSeq:]
      Contact: <sip:answerer@[local_ip]:[local_port]>
      Content-Type: application/sdp
      Content-Length: [len]

      ${sdp}
    ]]>
  </send>`;
}

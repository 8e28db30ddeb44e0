import { writeAgentXml } from './agent-xml';

/** How a call is announced. */
export interface RingWish {
  readonly from?: { readonly number: string; readonly name: string };
  /** The name of the header that carries the announcement; null leaves all of RingCentral's out. */
  readonly announcedBy?: string | null;
  /** Leaves the offer to the phone, as a call does that was picked up from elsewhere. */
  readonly isWithoutOffer?: boolean;
  /** Further header lines. */
  readonly headers?: readonly string[];
  /** Whether a CANCEL says that another phone has answered. */
  readonly tellsReason?: boolean;
  /** Whether the news of the end comes before the CANCEL or after it. */
  readonly closes?: 'before' | 'after';
}

/** Who is in charge of the account's calls, as it names itself. */
export const CONTROLLER = '#996016@sip.ringcentral.test:5060';
/** The account's name for us. */
export const OURS = '17205550100*115';
export const CALLER = { number: '+16505550100', name: 'WIRELESS CALLER' };

/** The header lines by which RingCentral announces a call. */
export function announcementOf(sid: string, req: string, wish: RingWish): readonly string[] {
  const { announcedBy = 'P-rc', from = CALLER } = wish;
  const hdr = { SID: sid, Req: req, From: CONTROLLER, To: OURS, Cmd: '6' };
  const bdy = {
    SrvLvl: '-149699523',
    SrvLvlExt: '406',
    Phn: from.number,
    Nm: from.name,
    ToPhn: '+17205550100',
    ToNm: 'Alice',
    RecUrl: '',
  };
  return announcedBy === null
    ? []
    : [
        `${announcedBy}: ${writeAgentXml({ hdr, bdy })}`,
        'p-rc-api-ids: party-id=p-a0e5e1d7z8cc-2;session-id=s-a0e5e1d7z8cc',
        'p-rc-api-call-info: callAttributes=reject,send-vm;queueName=Sales = Service;displayInfo=queueName',
      ];
}

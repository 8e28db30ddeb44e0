import { UserAgent, type Core } from 'sip.js';
import type { Gruus } from '../../../src/sip/gruu';

/** What a registrar's 200 says of our requests from then on. */
export interface RegistrarWish {
  /** By which way they go (RFC 3608), after the account's own proxy. */
  readonly serviceRoute: readonly string[];
  /** What their Contact is (RFC 5627), where they make a dialog. */
  readonly gruus: Gruus;
}

/** Does as the registrar wishes; what it does not repeat in a later 200 is over. */
export function follow(
  agent: UserAgent,
  proxyRoute: readonly string[],
  { serviceRoute, gruus }: RegistrarWish,
): void {
  const { contact, userAgentCore } = agent;

  userAgentCore.configuration.routeSet = [
    ...proxyRoute,
    ...serviceRoute.filter((route) => !proxyRoute.includes(route)),
  ];
  contact.pubGruu = gruus.pub === null ? undefined : UserAgent.makeURI(gruus.pub);
  contact.tempGruu = gruus.temp === null ? undefined : UserAgent.makeURI(gruus.temp);
}

/**
 * Gives an INVITE in another name than the account's a Contact without it: the address of its own
 * that says nothing, or the one that was made by chance.
 */
export function hideOwnAddress(agent: UserAgent, request: Core.OutgoingRequestMessage): string {
  const { tempGruu, uri } = agent.contact;
  const contact = tempGruu === undefined ? `<${uri.toString()};ob>` : `<${tempGruu.toString()}>`;

  request.extraHeaders = [
    ...request.extraHeaders.filter((line) => !line.startsWith('Contact:')),
    `Contact: ${contact}`,
  ];

  return contact;
}

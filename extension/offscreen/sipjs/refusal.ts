import type { Core, Invitation } from 'sip.js';
import { parseReplaces, type ReplacedDialog } from '../../../src/sip/replaces';
import { answerIn } from './session-timer';

/** What an INVITE may require of us (RFC 3261 §8.2.2.3). */
const UNDERSTOOD = ['timer', '100rel', 'outbound', 'replaces'];

/** A final response to an INVITE for which no phone needs to ring. */
export interface Refusal {
  readonly statusCode: number;
  readonly extraHeaders: string[];
}

/** Why an INVITE is refused before anybody hears of it; null for one that may ring. */
export function refusalOf({ request }: Invitation): Refusal | null {
  const unsupported = request
    .getHeaders('require')
    .flatMap((value) => value.split(','))
    .map((tag) => tag.trim().toLowerCase())
    .filter((tag) => tag !== '' && !UNDERSTOOD.includes(tag));

  if (unsupported.length > 0) {
    return { statusCode: 420, extraHeaders: [`Unsupported: ${unsupported.join(', ')}`] };
  }
  if (request.hasHeader('replaces') && replacedBy(request) === null) {
    return { statusCode: 400, extraHeaders: [] };
  }
  const session = answerIn(request);

  return session.type === 'too-short'
    ? { statusCode: 422, extraHeaders: [...session.headers] }
    : null;
}

/** The call that an INVITE is to take the place of; null where it is none, or more than one (RFC 3891 §3). */
export function replacedBy(request: Core.IncomingRequestMessage): ReplacedDialog | null {
  const [field, ...others] = request.getHeaders('replaces');

  return field === undefined || others.length > 0 ? null : parseReplaces(field);
}

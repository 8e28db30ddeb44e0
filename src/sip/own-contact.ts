/** By what a binding among others is known to be ours. */
export interface OwnName {
  /** The user part of our Contact, which no other phone has. */
  readonly user: string;
  /** RFC 5626 §4.1; null for a phone that only tries an account. */
  readonly instanceId: string | null;
}

/** The parameters of our binding; a registrar lists those of all the account's phones. */
export type ContactParameters = ReadonlyMap<string, string>;

/** In characters, a GRUU or two included. */
const LONGEST_CONTACT = 2000;
/** RFC 3261 §25.1: `;name`, `;name=token`, `;name="quoted"`. */
const PARAMETER = /;\s*([^\s=;"]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*)))?/g;

/** The parameters of our own Contact among those of a 200 (RFC 3261 §10.3); null where it is not there. */
export function ownContactOf(
  contacts: readonly string[],
  { user, instanceId }: OwnName,
): ContactParameters | null {
  const all = contacts.map((contact) => contact.slice(0, LONGEST_CONTACT));
  const parameters = all.map(parametersOf);
  const isInstance = (found: ContactParameters) =>
    instanceId !== null &&
    found.get('+sip.instance')?.toLowerCase() === `<urn:uuid:${instanceId.toLowerCase()}>`;
  const byInstance = parameters.find(isInstance);
  // A registrar that knows nothing of instances gives back the address alone.
  const byUser = parameters[all.findIndex((contact) => contact.includes(`sip:${user}@`))];

  return byInstance ?? byUser ?? null;
}

function parametersOf(contact: string): ContactParameters {
  // What stands inside of the brackets belongs to the address.
  const behind = contact.replace(/^(?:"(?:[^"\\]|\\.)*"|[^"<])*<[^>]*>/, '');

  return new Map(
    [...behind.matchAll(PARAMETER)].map(([, name = '', quoted, token]) => [
      name.toLowerCase(),
      quoted?.replace(/\\(.)/g, '$1') ?? token ?? '',
    ]),
  );
}

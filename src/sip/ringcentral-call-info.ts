import { displayNameOf } from './identity';

/** What RingCentral calls a call, and our part in it, in its other interfaces. */
export interface ApiIds {
  readonly partyId: string | null;
  readonly sessionId: string | null;
}

/** What RingCentral tells of an incoming call besides its P-rc. */
export interface ApiCallInfo {
  /** What can be done with the call: `reject`, `send-vm`, and `queue-call` where it comes by a queue. */
  readonly attributes: readonly string[];
  readonly callerName: string | null;
  /** The queue that the caller is in, by its name. */
  readonly queue: string | null;
}

/** Reads `p-rc-api-ids`. */
export function parseApiIds(header: string | null | undefined): ApiIds {
  const values = pairs(header);
  const idOf = (name: string, form: RegExp) => {
    const value = values.get(name) ?? '';

    return form.test(value) ? value : null;
  };

  return {
    partyId: idOf('party-id', /^p-[0-9a-z]{1,64}-\d{1,4}$/i),
    sessionId: idOf('session-id', /^s-[0-9a-z]{1,64}$/i),
  };
}

/** Reads `p-rc-api-call-info`. */
export function parseApiCallInfo(header: string | null | undefined): ApiCallInfo {
  const values = pairs(header);

  return {
    attributes: (values.get('callattributes') ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    callerName: displayNameOf(values.get('calleridname')),
    queue: displayNameOf(values.get('queuename')),
  };
}

/** `name=value` by semicolons; a value may contain `=`, a name is read in whatever case. */
function pairs(header: string | null | undefined): ReadonlyMap<string, string> {
  return new Map(
    (header ?? '')
      .split(';')
      .map((pair) => /^\s*([^=\s]+)\s*=(.*)$/.exec(pair))
      .filter((match) => match !== null)
      .map(([, name = '', value = '']) => [name.toLowerCase(), value.trim()]),
  );
}

import { displayNameOf } from './identity';

/** What RingCentral tells of an incoming call besides its P-rc. */
export interface ApiCallInfo {
  /** What can be done with the call: `reject`, `send-vm`, and `queue-call` where it comes by a queue. */
  readonly attributes: readonly string[];
  readonly callerName: string | null;
  /** The queue that the caller is in, by its name. */
  readonly queue: string | null;
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

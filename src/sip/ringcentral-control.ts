/** What RingCentral is asked to do with a call that is up. */
export type ControlCommand = 'callpark' | 'startcallrecord' | 'stopcallrecord' | 'callflip';

/** The Content-Type of what is asked and answered in a call. */
export const CONTROL_CONTENT_TYPE = 'application/json;charset=utf-8';

/** How RingCentral answers what it was asked. */
export interface ControlResult {
  readonly type: 'result';
  readonly reqid: number;
  readonly command: string;
  readonly isDone: boolean;
  readonly description: string;
  /** Where the call is parked, which has a space in its name on the wire. */
  readonly parkedAt: string | null;
}

/** RingCentral wants the call taken over by another program. */
export interface MoveRequest {
  readonly type: 'move';
  readonly reqId: number;
  readonly target: string;
}

/** No description of a failure is longer than this. */
const LONGEST_DESCRIPTION = 200;

/** Asks for something to be done with the call. */
export function controlRequest(reqid: number, command: ControlCommand, target?: string): string {
  return JSON.stringify({
    request: { reqid, command, ...(target === undefined ? {} : { target }) },
  });
}

/** Answers the wish to move the call elsewhere. */
export function moveResult({ reqId }: MoveRequest, code: number, description: string): string {
  return JSON.stringify({ response: { reqId, command: 'move', result: { code, description } } });
}

/** Reads an INFO of RingCentral's; null where it is about something else. */
export function parseControl(
  contentType: string | null,
  body: string,
): ControlResult | MoveRequest | null {
  if (contentType?.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    return null;
  }
  const message = objectIn(parsed(body));

  return resultIn(objectIn(message.response)) ?? moveIn(objectIn(message.request));
}

function resultIn(response: JsonObject): ControlResult | null {
  const { reqid, command } = response;
  const result = objectIn(response.result);
  const number = wholeNumber(reqid);

  if (number === null || typeof command !== 'string' || !('code' in result)) {
    return null;
  }

  return {
    type: 'result',
    reqid: number,
    command,
    isDone: wholeNumber(result.code) === 0,
    description: textIn(result.description),
    parkedAt: placeIn(result['park extension']),
  };
}

function moveIn({ reqId, command, target }: JsonObject): MoveRequest | null {
  const number = wholeNumber(reqId);

  return number === null || command !== 'move'
    ? null
    : { type: 'move', reqId: number, target: textIn(target) };
}

type JsonObject = Readonly<Record<string, unknown>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function objectIn(value: unknown): JsonObject {
  // Any object but an array has names of strings.
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}

/** Numbers come as numbers or as text. */
function wholeNumber(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : value;

  return typeof text === 'string' && /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST_DESCRIPTION) : '';
}

function placeIn(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;

  return typeof text === 'string' && /^[0-9*#]{1,16}$/.test(text) ? text : null;
}

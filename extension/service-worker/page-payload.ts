import { RequestFailed } from '../../src/protocol/envelope';

/** The most text one request from a page may carry, in UTF-16 units. */
const MOST_TEXT = 200_000;

/** A text field of a payload that came from a content script, whose types prove nothing. */
export function text(payload: unknown, field: string): string {
  const value = fieldOf(payload, field);

  if (typeof value !== 'string' || value.length > 512) {
    throw malformed(field);
  }

  return value;
}

/** A list of texts of such a payload. */
export function textList(payload: unknown, field: string): string[] {
  const value = fieldOf(payload, field);

  if (!Array.isArray(value)) {
    throw malformed(field);
  }

  const texts = value.filter((item): item is string => typeof item === 'string');

  if (
    texts.length !== value.length ||
    texts.reduce((sum, { length }) => sum + length, 0) > MOST_TEXT
  ) {
    throw malformed(field);
  }

  return texts;
}

function fieldOf(payload: unknown, field: string): unknown {
  return typeof payload === 'object' && payload !== null && Object.hasOwn(payload, field)
    ? Reflect.get(payload, field)
    : undefined;
}

function malformed(field: string): RequestFailed {
  return new RequestFailed({ code: 'invalid-request', message: `malformed field ${field}` });
}

import { RequestFailed } from '../../src/protocol/envelope';
import type { WrittenClues } from '../../src/protocol/requests';

/** The most text one request from a page may carry, in UTF-16 units. */
const MOST_TEXT = 200_000;
/** So many clues tell a page's country; more only take time. */
const MOST_CLUES = 100;

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

/** What a page says of where it is; too much of it is cut, since the rest says enough. */
export function clues(payload: unknown, field: string): WrittenClues {
  const value = fieldOf(payload, field);
  const list = (name: string): string[] => {
    const items = fieldOf(value, name);

    return (Array.isArray(items) ? items.slice(0, MOST_CLUES) : []).filter(
      (item): item is string => typeof item === 'string' && item.length <= 512,
    );
  };
  const lang = fieldOf(value, 'lang');

  return {
    telHrefs: list('telHrefs'),
    countryNames: list('countryNames'),
    lang: typeof lang === 'string' && lang.length <= 64 ? lang : '',
  };
}

function fieldOf(payload: unknown, field: string): unknown {
  return typeof payload === 'object' && payload !== null && Object.hasOwn(payload, field)
    ? Reflect.get(payload, field)
    : undefined;
}

function malformed(field: string): RequestFailed {
  return new RequestFailed({ code: 'invalid-request', message: `malformed field ${field}` });
}

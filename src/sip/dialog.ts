import type { ReplacedDialog } from './replaces';

/** A dialog as one of its ends keeps it (RFC 3261 §12), apart from any SIP stack. */
export interface SavedDialog {
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
  readonly localUri: string;
  readonly remoteUri: string;
  /** Where requests inside the dialog go to. */
  readonly remoteTarget: string;
  /** The proxies on the way there, each as it stands in a Route field. */
  readonly routeSet: readonly string[];
  /** The CSeq number of our last request, as far as it is known. */
  readonly localSequence: number;
}

/** The dialog as an INVITE names it that is to take its place (RFC 3891 §3). */
export function replacing({ callId, localTag, remoteTag }: SavedDialog): ReplacedDialog {
  return { callId, toTag: remoteTag, fromTag: localTag, isEarlyOnly: false };
}

const WORD = /^[\w.!%*+`'~():\\/[\]?{}@<>"-]{1,256}$/;
const TOKEN = /^[\w.!%*+`'~-]{1,256}$/;
/** Nothing in it can begin another header field, or end the one that it stands in. */
const URI = /^sips?:[^\s<>"\x00-\x1f\x7f]{1,1000}$/i;
const ROUTE = /^<sips?:[^\s<>"\x00-\x1f\x7f]{1,1000}>[^\s<>\x00-\x1f\x7f,]{0,1000}$/i;
const MOST_ROUTES = 20;
/** RFC 3261 §8.1.1.5. */
const HIGHEST_SEQUENCE = 2 ** 31 - 1;

/** A dialog from storage; null where anything in it could not stand in a SIP message. */
export function parseSavedDialog(stored: unknown): SavedDialog | null {
  if (typeof stored !== 'object' || stored === null) {
    return null;
  }
  const text = (key: string, form: RegExp): string | null => {
    const value: unknown = Reflect.get(stored, key);

    return typeof value === 'string' && form.test(value) ? value : null;
  };
  const callId = text('callId', WORD);
  const localTag = text('localTag', TOKEN);
  const remoteTag = text('remoteTag', TOKEN);
  const localUri = text('localUri', URI);
  const remoteUri = text('remoteUri', URI);
  const remoteTarget = text('remoteTarget', URI);
  const routeSet = routesIn(Reflect.get(stored, 'routeSet'));
  const localSequence: unknown = Reflect.get(stored, 'localSequence');

  if (
    callId === null ||
    localTag === null ||
    remoteTag === null ||
    localUri === null ||
    remoteUri === null ||
    remoteTarget === null ||
    routeSet === null ||
    !isSequence(localSequence)
  ) {
    return null;
  }

  return {
    callId,
    localTag,
    remoteTag,
    localUri,
    remoteUri,
    remoteTarget,
    routeSet,
    localSequence,
  };
}

function routesIn(stored: unknown): readonly string[] | null {
  return Array.isArray(stored) &&
    stored.length <= MOST_ROUTES &&
    stored.every((route): route is string => typeof route === 'string' && ROUTE.test(route))
    ? stored
    : null;
}

function isSequence(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= HIGHEST_SEQUENCE;
}

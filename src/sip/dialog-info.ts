import { namedAddress, type NamedAddress } from './contacts';
import { displayNameOf } from './identity';
import { attribute, childNamed, childrenNamed, rootElement, textIn, type XmlElement } from './xml';

/** Where a dialog of somebody else's is (RFC 4235 §3.7.1). */
export type DialogState = 'trying' | 'proceeding' | 'early' | 'confirmed' | 'terminated';

/** One dialog of an extension that is watched, seen from that extension (RFC 4235 §4.1). */
export interface WatchedDialog {
  readonly id: string;
  /** Who began it; null where nobody says. */
  readonly direction: 'initiator' | 'recipient' | null;
  readonly state: DialogState;
  readonly callId: string | null;
  readonly localTag: string | null;
  readonly remoteTag: string | null;
  /** With whom. */
  readonly remote: NamedAddress | null;
  /** Where the other side is reached inside the dialog, as it may stand on the wire. */
  readonly remoteTarget: string | null;
}

/** A NOTIFY's news of an extension's dialogs: all of them, or those that changed. */
export interface DialogInfo {
  readonly version: number;
  readonly isFull: boolean;
  /** Whose dialogs they are, a URI. */
  readonly entity: string;
  readonly dialogs: readonly WatchedDialog[];
}

/** What is known of an extension's dialogs; those that ended are not in it. */
export interface KnownDialogs {
  readonly version: number;
  readonly dialogs: readonly WatchedDialog[];
}

/** Nobody has more calls at once. */
const MOST_DIALOGS = 50;

const DIALOG_STATES: readonly DialogState[] = [
  'trying',
  'proceeding',
  'early',
  'confirmed',
  'terminated',
];

/** An address that may stand in a request of ours: nothing in it can begin another field. */
const WIRE_URI = /^sips?:[^\s<>"?,\x00-\x1f\x7f]{1,400}$/i;
/** A Call-ID or tag that may stand in a Replaces field (RFC 3261 §25.1: word, token). */
const WORD = /^[\w.!%*+`'~()<>:\\/[\]?{}@=^$&|#-]{1,255}$/;

/** Reads a body of `application/dialog-info+xml`; null when it is none. */
export function parseDialogInfo(body: string): DialogInfo | null {
  const root = rootElement(body, 'dialog-info');
  const entity = attribute(root, 'entity');
  const version = attribute(root, 'version');
  const state = attribute(root, 'state');

  if (entity === null || version === null || !/^\d{1,10}$/.test(version)) {
    return null;
  }
  if (state !== 'full' && state !== 'partial') {
    return null;
  }

  return {
    version: Number(version),
    isFull: state === 'full',
    entity,
    dialogs: childrenNamed(root, 'dialog')
      .slice(0, MOST_DIALOGS)
      .map(dialogIn)
      .filter((dialog) => dialog !== null),
  };
}

/**
 * What is known after one more document. Full news is believed whatever its version: documents of
 * one subscription come in their order over one connection, and some phone systems never count.
 * Partial news is believed only as the next of what is known (RFC 4235 §4.1); `isGap` says that
 * something was missed, and all must be asked for anew.
 */
export function withDialogInfo(
  known: KnownDialogs | null,
  { version, isFull, dialogs }: DialogInfo,
): { readonly known: KnownDialogs | null; readonly isGap: boolean } {
  if (isFull) {
    return { known: { version, dialogs: dialogs.filter(isUp) }, isGap: false };
  }
  if (known === null || version > known.version + 1) {
    return { known, isGap: true };
  }
  if (version <= known.version) {
    return { known, isGap: false };
  }
  const changed = new Map(dialogs.map((dialog) => [dialog.id, dialog]));
  const kept = known.dialogs.map((dialog) => {
    const change = changed.get(dialog.id);

    changed.delete(dialog.id);

    return change === undefined ? dialog : { ...dialog, ...told(change) };
  });

  return {
    known: { version, dialogs: [...kept, ...changed.values()].filter(isUp).slice(0, MOST_DIALOGS) },
    isGap: false,
  };
}

/** True where a document speaks of the extension at this address. Phone systems name their own host. */
export function isAbout(entity: string, uri: string): boolean {
  return userIn(entity) !== null && userIn(entity) === userIn(uri);
}

function dialogIn(element: XmlElement): WatchedDialog | null {
  const id = attribute(element, 'id');
  const state = textIn(childNamed(element, 'state'))?.toLowerCase();
  const known = DIALOG_STATES.find((other) => other === state);

  if (id === null || known === undefined) {
    return null;
  }
  const direction = attribute(element, 'direction');
  const remote = childNamed(element, 'remote');
  const target = attribute(childNamed(remote, 'target'), 'uri');

  return {
    id,
    state: known,
    direction: direction === 'initiator' || direction === 'recipient' ? direction : null,
    callId: wordIn(attribute(element, 'call-id')),
    localTag: wordIn(attribute(element, 'local-tag')),
    remoteTag: wordIn(attribute(element, 'remote-tag')),
    remote: identityIn(childNamed(remote, 'identity')),
    remoteTarget: target !== null && WIRE_URI.test(target) ? target : null,
  };
}

function identityIn(element: XmlElement | null): NamedAddress | null {
  const address = namedAddress(textIn(element) ?? '');

  return (
    address && {
      uri: address.uri,
      displayName: displayNameOf(attribute(element, 'display')) ?? address.displayName,
    }
  );
}

/** What a change says; what it leaves out stays as it was. */
function told(change: WatchedDialog): Partial<WatchedDialog> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null));
}

function isUp({ state }: WatchedDialog): boolean {
  return state !== 'terminated';
}

function wordIn(text: string | null): string | null {
  return text !== null && WORD.test(text) ? text : null;
}

function userIn(uri: string): string | null {
  const user = /^(?:sips?|pres|tel):([^@;?]+)/i.exec(uri.trim())?.[1];

  try {
    return user === undefined ? null : decodeURIComponent(user).toLowerCase();
  } catch {
    return user?.toLowerCase() ?? null; // A stray `%`: compared as it stands.
  }
}

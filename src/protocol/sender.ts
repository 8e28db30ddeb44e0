/** Who sent a request: one of our own pages or contexts, or our content script in a web page. */
export type SenderKind = 'own' | 'page';

/** What is known of a message's sender; a subset of `runtime.MessageSender`. */
export interface Sender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?:
    | {
        readonly id?: number | undefined;
        /** What the tab shows: the address of its top frame. */
        readonly url?: string | undefined;
      }
    | undefined;
}

/**
 * Tells our own pages from content scripts by `origin`, which a compromised page cannot forge;
 * null for anyone else. `!sender.tab` is not enough: it is set for our own pages in tabs.
 */
export function senderKindOf(sender: Sender, ownId: string, ownOrigin: string): SenderKind | null {
  if (sender.id !== ownId) {
    return null;
  }

  // A worker's message may carry no origin, only its script's URL.
  const origin = sender.origin ?? (sender.url?.startsWith(`${ownOrigin}/`) ? ownOrigin : undefined);

  if (origin === undefined) {
    return null;
  }

  return origin === ownOrigin ? 'own' : 'page';
}

/** What a peer's page is told before it may be clicked. */
export interface PeerSettings {
  readonly server: string;
  readonly user: string;
  readonly password: string;
  readonly domain: string;
  /** The address that its button calls. */
  readonly target: string;
  readonly iceServers: readonly { readonly urls: string }[];
}

declare global {
  /** In a peer's page: makes the phone, and resolves when it is registered and can be clicked. */
  var startPeer: (settings: PeerSettings) => Promise<void>;
  /** In a peer's page: hangs up, and resolves when the call is over. */
  var hangUpPeer: () => Promise<void>;
}

/** The page's button. */
export function callButton(): HTMLElement {
  const button = document.getElementById('call');

  if (button === null) {
    throw new Error('This page has no button.');
  }

  return button;
}

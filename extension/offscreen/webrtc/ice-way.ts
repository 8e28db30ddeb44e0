import type { WayState } from '../../../src/call/sound-way';

/** The way of a call's sound as its peer connection tells of it. */
export class IceWay {
  #wasFound = false;
  #state: WayState = 'new';

  /** True once sound could get through, whatever became of it since. */
  get wasFound(): boolean {
    return this.#wasFound;
  }

  /** The state that the connection is in now; null where that is no news. */
  changed(connection: RTCPeerConnection): WayState | null {
    const state = stateOf(connection, this.#wasFound);
    const isNews = state !== this.#state;

    this.#wasFound ||= connection.connectionState === 'connected';
    this.#state = state;

    return isNews ? state : null;
  }
}

/** A way that is looked for anew is not there until it is found. */
function stateOf(
  { connectionState, iceConnectionState }: RTCPeerConnection,
  wasFound: boolean,
): WayState {
  if (connectionState === 'failed' || iceConnectionState === 'failed') {
    return 'failed';
  }
  if (connectionState === 'connected' && iceConnectionState !== 'disconnected') {
    return 'connected';
  }

  return wasFound ? 'disconnected' : 'new';
}

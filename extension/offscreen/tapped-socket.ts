import type { WireTap } from '../../src/diagnostics/diagnostics';

/** A WebSocket of which each message, and its beginning and end, is told on the way. */
export class TappedSocket extends WebSocket {
  readonly #tap: WireTap;
  #isLetGo = false;

  constructor(url: string, protocol: string, tap: WireTap) {
    super(url, protocol);
    this.#tap = tap;

    let isOpen = false;

    this.addEventListener('open', () => {
      isOpen = true;
      tap.opened(url);
    });
    // Before whoever sets `onmessage`: an answer is sent while a message is being read.
    this.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      tap.message(textOf(data), false);
    });
    this.addEventListener('close', ({ code }) => {
      if (isOpen && !this.#isLetGo) {
        tap.closed(code);
      }
    });
  }

  /** What is taken of a message must not hold it up. */
  override send(data: string): void {
    super.send(data);
    this.#tap.message(data, true);
  }

  override close(): void {
    this.#isLetGo = true;
    super.close();
  }
}

function textOf(data: unknown): string {
  if (typeof data === 'string') {
    return data;
  }

  return data instanceof ArrayBuffer ? new TextDecoder().decode(data) : '';
}

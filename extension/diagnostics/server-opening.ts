/** How long a server may take, as the phone's own connection may. */
const LONGEST_MS = 8000;

/**
 * Opens a WebSocket for SIP and closes it again; rejects where that fails. It is all one to a
 * page: the browser tells neither the parts of it nor why one failed.
 */
export function openServer(url: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'sip');
    const timeout = AbortSignal.timeout(LONGEST_MS);
    const fail = () => {
      socket.close();
      reject(new Error('no connection'));
    };

    socket.onopen = () => {
      socket.onclose = null;
      socket.close();
      resolve();
    };
    // What the content security policy blocks has an error and no close.
    socket.onerror = fail;
    socket.onclose = fail;
    timeout.addEventListener('abort', fail);
    signal.addEventListener('abort', fail);
  });
}

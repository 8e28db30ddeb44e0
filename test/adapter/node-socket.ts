import { WebSocket } from 'ws';
import type { SipSocket } from '../../extension/offscreen/sipjs/options';

/** A WebSocket in Node, as the transport sees one, and the socket itself to misbehave by. */
export function nodeSocket(url: string): {
  readonly opened: SipSocket;
  readonly socket: WebSocket;
} {
  const socket = new WebSocket(url, 'sip');
  const opened: SipSocket = {
    binaryType: 'blob',
    onopen: null,
    onmessage: null,
    onerror: null,
    onclose: null,
    send: (text) => {
      socket.send(text);
    },
    close: () => {
      socket.close();
    },
  };

  socket.on('open', () => opened.onopen?.(new Event('open')));
  socket.on('message', (data) => {
    // ws gives a Buffer unless told otherwise.
    const text = (data as Buffer).toString('utf8');

    opened.onmessage?.(new MessageEvent('message', { data: text }));
  });
  socket.on('error', () => opened.onerror?.(new Event('error')));
  socket.on('close', () => {
    opened.onclose?.(new Event('close') as CloseEvent); // Nobody reads its code.
  });

  return { opened, socket };
}

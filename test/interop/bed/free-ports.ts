import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** A TCP port of the loopback interface that nobody uses now, as the system chose it. */
export async function freeTcpPort(): Promise<number> {
  const held = await holdTcp(0);

  await held.release();

  return held.port;
}

/** A port that is free for UDP, and for TCP with its successor: SIP servers open all of them. */
export async function freeSipPort(): Promise<number> {
  for (;;) {
    const udp = await holdUdp();
    const tcp = await Promise.allSettled([holdTcp(udp.port), holdTcp(udp.port + 1)]);
    const held = tcp.flatMap((port) => (port.status === 'fulfilled' ? port.value : []));

    await Promise.all([udp, ...held].map((port) => port.release()));

    if (held.length === tcp.length) {
      return udp.port;
    }
  }
}

/**
 * The first of `count` ports for media, below the range from which Linux gives out ports by itself.
 * Two beds that come to share some still work: rtpengine and baresip step over a port in use.
 */
export function mediaPorts(count: number): number {
  const first = 10_000 + Math.floor(Math.random() * (20_000 / count)) * count;

  return first;
}

interface HeldPort {
  readonly port: number;
  release(): Promise<void>;
}

function holdTcp(port: number): Promise<HeldPort> {
  return new Promise((resolve, reject) => {
    const server = createServer();

    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      resolve({
        port: portOf(server.address()),
        release: () =>
          new Promise((released) => {
            server.close(() => {
              released();
            });
          }),
      });
    });
  });
}

function holdUdp(): Promise<HeldPort> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');

    socket.once('error', reject);
    socket.bind(0, LOOPBACK, () => {
      resolve({
        port: socket.address().port,
        release: () =>
          new Promise((released) => {
            socket.close(released);
          }),
      });
    });
  });
}

function portOf(address: string | { port: number } | null): number {
  if (address === null || typeof address === 'string') {
    throw new Error('A listening TCP socket has a port');
  }

  return address.port;
}

import { execFileSync } from 'node:child_process';

/** What is lost while a cable is cut: everything to and from these ports of this machine. */
export interface Stretch {
  readonly tcpPort: number;
  readonly firstUdpPort: number;
  readonly udpPortCount: number;
}

/** A stretch of the network that can be cut: what is sent is lost, and nobody is told. */
export class Cable {
  readonly #matches: readonly (readonly string[])[];
  #isCut = false;

  constructor({ tcpPort, firstUdpPort, udpPortCount }: Stretch) {
    const udp = `${String(firstUdpPort)}:${String(firstUdpPort + udpPortCount - 1)}`;

    this.#matches = [
      ['-p', 'tcp', '--dport', String(tcpPort)],
      ['-p', 'tcp', '--sport', String(tcpPort)],
      ['-p', 'udp', '--dport', udp],
      ['-p', 'udp', '--sport', udp],
    ];
  }

  cut(): void {
    if (!this.#isCut) {
      this.#isCut = true;
      this.#change('-I');
    }
  }

  mend(): void {
    if (this.#isCut) {
      this.#isCut = false;
      this.#change('-D');
    }
  }

  #change(how: '-I' | '-D'): void {
    for (const match of this.#matches) {
      execFileSync('iptables', [
        '--wait',
        how,
        'INPUT',
        '--in-interface',
        'lo',
        ...match,
        '-j',
        'DROP',
      ]);
    }
  }
}

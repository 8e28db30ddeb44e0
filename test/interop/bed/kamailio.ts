import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KamailioSurroundings, kamailioConfig } from './kamailio-config';
import type { ProcessGroups, Program } from './process-group';

/** One SIP request as the server received it. */
export interface SeenRequest {
  readonly method: string;
  readonly from: string;
  readonly to: string;
  readonly transport: 'udp' | 'tcp' | 'tls' | 'ws' | 'wss';
}

/** The SIP server of a bed: registrar, proxy and WebSocket end. */
export class Kamailio {
  readonly #program: Program;
  readonly #rpcUrl: string;

  private constructor(program: Program, rpcUrl: string) {
    this.#program = program;
    this.#rpcUrl = rpcUrl;
  }

  /** Starts it, and resolves once it answers. */
  static async start(groups: ProcessGroups, at: KamailioSurroundings): Promise<Kamailio> {
    const configFile = join(at.runFolder, 'kamailio.cfg');

    writeFileSync(configFile, kamailioConfig(at));

    const program = groups.start(
      'kamailio',
      'kamailio',
      [
        // In the foreground, and in the process group we gave it.
        ...['-DD', '-E', '-f', configFile, '-Y', at.runFolder],
        ...['-m', '32', '-M', '8'],
      ],
      'SIGTERM',
    );
    const kamailio = new Kamailio(program, `http://127.0.0.1:${String(at.wsPort)}/rpc`);

    await program.untilReady('answers', async () => {
      try {
        await kamailio.#rpc('core.uptime', []);

        return true;
      } catch {
        return null;
      }
    });

    return kamailio;
  }

  /** The SIP addresses under which `user` is registered now. */
  async contactsOf(user: string): Promise<readonly string[]> {
    const reply = await this.#rpc('ul.lookup', ['location', user]);

    return contactsIn(reply);
  }

  /** Makes calls to `user` arrive at `sipUri`, without a registration on the wire. */
  async addContact(user: string, sipUri: string): Promise<void> {
    const hour = 3600;

    await this.#rpc('ul.add', ['location', user, sipUri, hour, '1.0', '', 0, 0, 0]);
  }

  /** Takes back what `addContact` did. */
  async removeContact(user: string, sipUri: string): Promise<void> {
    await this.#rpc('ul.rm_contact', ['location', user, sipUri]);
  }

  /** Drops all registrations of `user`, as when the server lost its memory. */
  async forgetContactsOf(user: string): Promise<void> {
    await this.#rpc('ul.rm', ['location', user]);
  }

  /** Sends a request of its own, within the dialog that has this Call-ID. */
  async sendRequest(method: string, sipUri: string, callId: string): Promise<void> {
    const headers = ['From: <sip:server@127.0.0.1>', `To: <${sipUri}>`, `Call-ID: ${callId}`];

    await this.#rpc('tm.t_uac_start', [
      ...[method, sipUri, '.', '.'],
      headers.map((header) => `${header}\r\n`).join(''),
      '',
    ]);
  }

  /** Every request so far, oldest first. */
  requests(): readonly SeenRequest[] {
    const lines = this.#program.log().matchAll(/SIP (\S+) (\S+) (\S+) (udp|tcp|tls|wss|ws)$/gm);

    return [...lines].map(([, method = '', from = '', to = '', transport = '']) => ({
      method,
      from,
      to,
      // The pattern above lets nothing else through.
      transport: transport as SeenRequest['transport'],
    }));
  }

  /** What it wrote, for the report of a failure. */
  log(): string {
    return this.#program.log();
  }

  async #rpc(method: string, params: readonly (string | number)[]): Promise<unknown> {
    const response = await fetch(this.#rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ jsonrpc: '2.0', method, params, id: 1 }),
    });

    return response.json();
  }
}

/** Finds every contact address in the answer of `ul.lookup`, which nests them deeply. */
function contactsIn(reply: unknown): readonly string[] {
  if (typeof reply !== 'object' || reply === null) {
    return [];
  }

  return Object.entries(reply).flatMap(([name, value]) =>
    name === 'Address' && typeof value === 'string' ? [value] : contactsIn(value),
  );
}

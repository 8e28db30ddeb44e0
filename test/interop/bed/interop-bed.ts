import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Baresip } from './baresip';
import { Cable } from './cable';
import type { Answers } from './baresip-config';
import { type Certificate, makeCertificate } from '../../support/certificate';
import { freeSipPort, freeTcpPort, mediaPorts } from './free-ports';
import { Kamailio, type SeenRequest } from './kamailio';
import { ProcessGroups } from './process-group';
import { startRtpengine } from './rtpengine';
import { Sipp, type SippCall, type SippPlace, type SippTarget } from './sipp';
import { until } from './waiting';

const DOMAIN = 'bed.test';
const MEDIA_PORTS = 200;
const PHONE_MEDIA_PORTS = 40;

/** Everybody with an account on the bed's server. */
export type User = 'alice' | 'bob' | 'carol' | 'dave' | 'erin';

/** An account as a person types it into a phone. */
export interface Account {
  readonly user: User;
  readonly password: string;
  readonly address: string;
}

/** What kind of desk phone somebody has. */
export interface PhoneOptions {
  readonly answers?: Answers;
  /** The tone that is this person's voice. */
  readonly toneHz?: number;
}

/**
 * A telephone company on loopback, of programs that companies really use: Kamailio as the SIP
 * server (UDP, TCP, ws, wss), rtpengine between WebRTC and plain RTP, baresip and sipp as phones.
 * Everything of it is in a temporary folder and in process groups that end with this process.
 *
 * ```ts
 * const bed = await InteropBed.start();
 * const bob = await bed.baresip('bob', { answers: 'manual', toneHz: 1000 });
 * const alice = await ExtensionBrowser.launch({ args: bed.chromiumArgs });
 *
 * // ... alice registers at bed.wssUrl with bed.users.alice and calls bob
 * await bob.untilRings();
 * await bob.accept();
 * expect((await bob.listen()).peakHz).toBeCloseTo(440, 0);
 * ```
 */
export class InteropBed {
  readonly domain = DOMAIN;
  readonly users: Readonly<Record<User, Account>> = {
    alice: account('alice'),
    bob: account('bob'),
    carol: account('carol'),
    dave: account('dave'),
    erin: account('erin'),
  };
  readonly wsUrl: string;
  readonly wssUrl: string;
  readonly sipPort: number;
  /** All that the extension needs of the network: its socket, and the sound of its calls. */
  readonly cable: Cable;
  /** For Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly certificateSpkiSha256: string;
  /** What Chromium needs on its command line to call through this bed. */
  readonly chromiumArgs: readonly string[];
  /** Configurations, logs and recordings; gone after `stop()`. */
  readonly folder: string;
  readonly #groups: ProcessGroups;
  readonly #kamailio: Kamailio;
  readonly #sippContacts = new Map<string, string>();
  #phones = 0;

  private constructor(parts: BedParts) {
    this.folder = parts.folder;
    this.sipPort = parts.ports.sip;
    this.cable = new Cable({
      tcpPort: parts.ports.ws,
      firstUdpPort: parts.ports.media,
      udpPortCount: MEDIA_PORTS,
    });
    this.wsUrl = `ws://127.0.0.1:${String(parts.ports.ws)}`;
    this.wssUrl = `wss://127.0.0.1:${String(parts.ports.wss)}`;
    this.certificateSpkiSha256 = parts.certificate.spkiSha256;
    this.chromiumArgs = [
      `--ignore-certificate-errors-spki-list=${this.certificateSpkiSha256}`,
      // On a machine without another network Chromium offers no loopback address by itself.
      '--allow-loopback-in-peer-connection',
    ];
    this.#groups = parts.groups;
    this.#kamailio = parts.kamailio;
  }

  /** Starts server and media relay, and resolves once both take calls. */
  static async start(): Promise<InteropBed> {
    const attempts = 3;

    for (let attempt = 1; ; attempt++) {
      const folder = mkdtempSync(join(tmpdir(), 'offhook-bed-'));
      const groups = new ProcessGroups(folder);

      try {
        return new InteropBed(await startParts(folder, groups));
      } catch (error) {
        await groups.stop();

        // A port that was free a moment ago may have been taken: then others are chosen.
        if (attempt === attempts) {
          throw error;
        }
      }
    }
  }

  /** Gives `user` a desk phone, and resolves once it is registered. */
  async baresip(user: User, options: PhoneOptions = {}): Promise<Baresip> {
    const { answers = 'auto', toneHz = 1000 } = options;
    const folder = this.#newFolder(`baresip-${user}`);
    const [sipPort, controlPort] = await Promise.all([freeSipPort(), freeTcpPort()]);
    const phone = await Baresip.start(this.#groups, folder, toneHz, {
      user,
      password: this.users[user].password,
      domain: DOMAIN,
      serverPort: this.sipPort,
      sipPort,
      controlPort,
      firstMediaPort: mediaPorts(PHONE_MEDIA_PORTS),
      mediaPortCount: PHONE_MEDIA_PORTS,
      answers,
    });

    await until(`${user}'s desk phone registers\n${phone.log()}`, async () => {
      const contacts = await this.contactsOf(user);

      return contacts.some((uri) => uri.includes(`:${String(sipPort)}`)) ? true : null;
    });

    return phone;
  }

  /** Lets sipp call somebody, with the caller's password. */
  async sippCalls(from: User, to: string, call: SippCall = {}): Promise<Sipp> {
    return Sipp.calls(await this.#place(from), {
      serverPort: this.sipPort,
      domain: DOMAIN,
      from: this.users[from],
      to,
      call,
    });
  }

  /**
   * Lets sipp take the calls to `name`, which need not be a user of the server: in the place of the
   * sipp that did so before, and besides the phones that are registered.
   */
  async sippAnswers(name: string, target: SippTarget = {}): Promise<Sipp> {
    const place = await this.#place(name);
    const sipp = Sipp.answers(place, target);
    const contact = `sip:${name}@127.0.0.1:${String(place.port)}`;
    const before = this.#sippContacts.get(name);

    // The server would wait for the answer of a phone that is not there any more.
    if (before !== undefined) {
      await this.#kamailio.removeContact(name, before);
    }
    this.#sippContacts.set(name, contact);
    await this.#kamailio.addContact(name, contact);

    return sipp;
  }

  /** The SIP addresses under which somebody is registered now. */
  contactsOf(user: string): Promise<readonly string[]> {
    return this.#kamailio.contactsOf(user);
  }

  /** Resolves when `user` is registered, or is not any more. */
  async untilRegistered(user: string, registered = true): Promise<void> {
    await until(`${user} is ${registered ? '' : 'not '}registered`, async () => {
      const contacts = await this.contactsOf(user);

      return contacts.length > 0 === registered ? true : null;
    });
  }

  /** Drops all registrations of a user, as when the server lost its memory. */
  forgetContactsOf(user: string): Promise<void> {
    return this.#kamailio.forgetContactsOf(user);
  }

  /** Every SIP request the server received, oldest first. */
  requests(): readonly SeenRequest[] {
    return this.#kamailio.requests();
  }

  /** The process groups of everything that runs for this bed now. */
  processGroups(): readonly number[] {
    return this.#groups.pids();
  }

  /** What the server wrote, for the report of a failure. */
  log(): string {
    return this.#kamailio.log();
  }

  /** Ends every program of the bed and removes its folder. */
  async stop(): Promise<void> {
    await this.#groups.stop();
  }

  async #place(name: string): Promise<SippPlace> {
    const port = await freeSipPort();

    return {
      groups: this.#groups,
      folder: this.#newFolder(`sipp-${name}`),
      port,
      goOn: (callId) =>
        this.#kamailio.sendRequest('INFO', `sip:sipp@127.0.0.1:${String(port)}`, callId),
    };
  }

  #newFolder(name: string): string {
    const folder = join(this.folder, `${name}-${String(++this.#phones)}`);

    mkdirSync(folder);

    return folder;
  }
}

interface BedParts {
  readonly folder: string;
  readonly groups: ProcessGroups;
  readonly kamailio: Kamailio;
  readonly certificate: Certificate;
  readonly ports: {
    readonly sip: number;
    readonly ws: number;
    readonly wss: number;
    readonly media: number;
  };
}

async function startParts(folder: string, groups: ProcessGroups): Promise<BedParts> {
  const [sip, control, ws, wss] = await Promise.all([
    freeSipPort(),
    freeSipPort(),
    freeTcpPort(),
    freeTcpPort(),
  ]);
  const media = mediaPorts(MEDIA_PORTS);
  const certificate = await makeCertificate(folder);

  await startRtpengine(groups, {
    controlPort: control,
    firstMediaPort: media,
    mediaPortCount: MEDIA_PORTS,
  });

  const kamailio = await Kamailio.start(groups, {
    domain: DOMAIN,
    passwords: Object.fromEntries(USERS.map((user) => [user, account(user).password])),
    sipPort: sip,
    wsPort: ws,
    wssPort: wss,
    rtpengineControlPort: control,
    certificateFile: certificate.certificateFile,
    keyFile: certificate.keyFile,
    runFolder: folder,
  });

  return { folder, groups, kamailio, certificate, ports: { sip, ws, wss, media } };
}

const USERS: readonly User[] = ['alice', 'bob', 'carol', 'dave', 'erin'];

function account(user: User): Account {
  return { user, password: `${user}pw`, address: `sip:${user}@${DOMAIN}` };
}

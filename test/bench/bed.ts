import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import type { IceServer } from '../../src/account/account';
import { build } from '../../build.mjs';
import { ExtensionBrowser } from '../e2e/support/extension-browser';
import { Pbx } from '../pbx/pbx';
import { aliceAccount } from '../support/accounts';
import { OffhookProgram, type OffhookBed, type OffhookWay } from './offhook-program';
import { PeerProgram } from './peer-program';
import type { IceCase, Program } from './program';
import { within } from './waiting';

/** JsSIP waits 40 s for a STUN server that never answers; nothing else takes that long. */
const LONGEST_CALL_MS = 60_000;

const DOMAIN = 'pbx.test';
const PASSWORD = 'secret';
/** Rings and is never answered. */
const TARGET = 'noanswer';
const NUMBER = '+1 212 555 0104';

const WAYS: readonly OffhookWay[] = [
  { name: 'Offhook, number on a page', from: 'page', isWorkerAsleep: false },
  { name: 'Offhook, number on a page, worker asleep', from: 'page', isWorkerAsleep: true },
  { name: 'Offhook, Call in the popup', from: 'popup', isWorkerAsleep: false },
  { name: 'Offhook, Call in the popup, worker asleep', from: 'popup', isWorkerAsleep: true },
  {
    name: 'Offhook cold: asleep, and nothing made ready',
    from: 'page',
    isWorkerAsleep: true,
    isCold: true,
  },
];

const PEERS = [
  { name: 'SIP.js SimpleUser', file: 'sipjs.ts', user: 'sipjs' },
  { name: 'JsSIP', file: 'jssip.ts', user: 'jssip' },
];

/** One browser with every program in it, and the one PBX that they all call. */
export class BenchBed {
  #peers: PeerProgram[] = [];

  private constructor(
    readonly pbx: Pbx,
    readonly browser: ExtensionBrowser,
    private readonly page: Page,
    private readonly hoverMs: number,
    private readonly folder: string,
  ) {}

  static async open(hoverMs: number): Promise<BenchBed> {
    const folder = mkdtempSync(join(tmpdir(), 'offhook-bench-'));
    // As it is released, in a place where no other build replaces it meanwhile.
    const extensionDir = await build({ outdir: join(folder, 'chrome') });
    const users = Object.fromEntries(
      ['alice', ...PEERS.map(({ user }) => user)].map((user) => [user, { password: PASSWORD }]),
    );
    const pbx = await Pbx.start({ domain: DOMAIN, users, numbers: { [NUMBER]: TARGET } });

    try {
      const browser = await ExtensionBrowser.launch({ extensionDir });
      const page = await browser.openPage(
        `<!doctype html><html lang="en-US"><title>Team</title><p>Call us: <span id="number">${NUMBER}</span>, any time.</p>`,
      );

      return new BenchBed(pbx, browser, page, hoverMs, folder);
    } catch (error) {
      await pbx.close();
      throw error;
    }
  }

  /** Every program, registered, with these ICE servers and no others. */
  async programs({ servers }: IceCase): Promise<readonly Program[]> {
    const { browser, page, pbx, hoverMs } = this;
    const offhook: OffhookBed = {
      browser,
      page,
      user: 'alice',
      number: NUMBER,
      hoverMs,
      untilRinging: async () => this.untilRinging(),
    };

    await this.alone(servers);
    for (const { name, file, user } of PEERS) {
      const settings = {
        server: pbx.url,
        user,
        password: PASSWORD,
        domain: DOMAIN,
        target: `sip:${TARGET}@${DOMAIN}`,
        iceServers: servers.map(({ url }) => ({ urls: url })),
      };

      this.#peers.push(await PeerProgram.open(browser, { name, file, hoverMs }, settings));
    }

    return [...WAYS.map((way) => new OffhookProgram(offhook, way)), ...this.#peers];
  }

  /** Offhook, registered with these ICE servers, and no other program beside it. */
  async alone(servers: readonly IceServer[] = []): Promise<void> {
    const { browser, pbx } = this;

    await browser.configure(null);
    await browser.untilSnapshot(
      'the phone to be without an account',
      ({ registration }) => registration.state === 'unregistered',
    );
    await browser.configure(
      aliceAccount({ servers: [pbx.url], password: PASSWORD, iceServers: servers }),
    );
    await browser.untilRegistered();
    await Promise.all(this.#peers.map((peer) => peer.close()));
    this.#peers = [];
  }

  /** When the next INVITE from that account arrives at the PBX, epoch milliseconds. */
  async untilInvite(user: string): Promise<number> {
    let stop: () => void = () => undefined;
    const arrived = new Promise<number>((resolve) => {
      stop = this.pbx.onMessage(({ direction, text, atMs }) => {
        const isTheirs = /^INVITE [^]*?\r\nFrom:[^\r]*<sip:(\w+)@/i.exec(text)?.[1] === user;

        if (direction === 'in' && isTheirs) {
          resolve(atMs);
        }
      });
    });

    try {
      return await within(LONGEST_CALL_MS, `an INVITE from ${user}`, arrived);
    } finally {
      stop();
    }
  }

  /**
   * Resolves when the next call rings. Nobody hangs up earlier: SIP.js forgets a CANCEL that it is
   * told to send before the server has asked for the password.
   */
  async untilRinging(): Promise<void> {
    const call = await this.pbx.nextCall({ timeoutMs: LONGEST_CALL_MS });

    await call.until('ringing');
  }

  /** Resolves when the PBX knows of no call any more. */
  async untilQuiet(): Promise<void> {
    await this.pbx.calls.at(-1)?.until('ended');
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.pbx.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

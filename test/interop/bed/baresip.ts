import { writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { basename, join } from 'node:path';
import type { ToneMeasure } from '../../pbx/tone-analysis';
import { baresipAccount, baresipConfig, type BaresipSurroundings } from './baresip-config';
import { Ear } from './ear';
import { netstring, NetstringReader } from './netstrings';
import type { ProcessGroups, Program } from './process-group';
import { until } from './waiting';
import { type Recording, toneWav } from './wav';

/** Something that happened to a desk phone, in baresip's own words. */
export interface BaresipEvent {
  readonly type: string;
  /** What belongs to it: the digit, the reason, the address of the peer. */
  readonly param: string;
  readonly peerUri: string;
}

const SAMPLE_RATE_HZ = 8000;
/** Longer than any story: baresip falls silent at the end of its file. */
const VOICE_SECONDS = 240;

/** A desk phone: baresip with a tone for a voice and a recorder for an ear. */
export class Baresip {
  readonly user: string;
  readonly #program: Program;
  readonly #control: Socket;
  readonly #ear: Ear;
  readonly #events: BaresipEvent[] = [];
  readonly #seen = new Map<string, number>();
  readonly #replies = new Map<string, (reply: Reply) => void>();
  #lastToken = 0;

  private constructor(user: string, ear: Ear, program: Program, control: Socket) {
    this.user = user;
    this.#ear = ear;
    this.#program = program;
    this.#control = control;

    const frames = new NetstringReader();

    control.on('data', (chunk: Buffer) => {
      for (const frame of frames.read(chunk)) {
        this.#take(frame);
      }
    });
    // The phone ends with the bed, and its control connection with it.
    control.on('error', () => undefined);
    control.unref();
  }

  /** Starts the phone, and resolves once it listens to orders; registering takes it a moment more. */
  static async start(
    groups: ProcessGroups,
    folder: string,
    toneHz: number,
    at: Omit<BaresipSurroundings, 'voiceFile' | 'recordingsFolder'>,
  ): Promise<Baresip> {
    const voiceFile = join(folder, 'voice.wav');
    const recordingsFolder = join(folder, 'heard');
    const all = { ...at, voiceFile, recordingsFolder };

    const ear = new Ear(at.user, recordingsFolder);

    writeFileSync(voiceFile, toneWav(toneHz, VOICE_SECONDS, SAMPLE_RATE_HZ));
    writeFileSync(join(folder, 'config'), baresipConfig(all));
    writeFileSync(join(folder, 'accounts'), `${baresipAccount(all)}\n`);
    writeFileSync(join(folder, 'contacts'), '');

    const program = groups.start(basename(folder), 'baresip', ['-f', folder], 'SIGKILL');
    const control = await program.untilReady('takes orders', () => connected(at.controlPort));

    return new Baresip(at.user, ear, program, control);
  }

  /** Calls `target`: a user of the bed. */
  async dial(target: string): Promise<void> {
    await this.#order('dial', target);
  }

  /** Answers the call that rings. */
  async accept(): Promise<void> {
    await this.#order('accept');
  }

  /** Ends the call, declines it (486) or takes it back (CANCEL), as its state wants. */
  async hangUp(): Promise<void> {
    await this.#order('hangup');
  }

  /** Puts the call on hold, with a re-INVITE. */
  async hold(): Promise<void> {
    await this.#order('hold');
  }

  /** Takes the call off hold. */
  async resume(): Promise<void> {
    await this.#order('resume');
  }

  /** Transfers the call to `target` blindly, with REFER. */
  async transferTo(target: string): Promise<void> {
    await this.#order('transfer', target);
  }

  /** Presses keys during the call; they leave as RFC 4733 events. */
  async pressKeys(digits: string): Promise<void> {
    for (const digit of digits) {
      await this.#order('sndcode', digit);
    }
  }

  /** Any other of baresip's long commands; the reply is its text. */
  async command(name: string, params = ''): Promise<string> {
    return this.#order(name, params);
  }

  /** Everything that happened so far, oldest first. */
  events(): readonly BaresipEvent[] {
    return this.#events;
  }

  /** The next event of a type: each is given out once, also when it came before the question. */
  async untilEvent(type: string, withinMs?: number): Promise<BaresipEvent> {
    return until(
      `${this.user}: ${type} (there were ${this.#events.map((event) => event.type).join(' ')})`,
      () => {
        const ofType = this.#events.filter((event) => event.type === type);
        const event = ofType[this.#seen.get(type) ?? 0];

        if (event === undefined) {
          return null;
        }

        this.#seen.set(type, (this.#seen.get(type) ?? 0) + 1);

        return event;
      },
      withinMs,
    );
  }

  /** Resolves when a call comes in, with the address of who calls. */
  async untilRings(): Promise<string> {
    return (await this.untilEvent('CALL_INCOMING')).peerUri;
  }

  /** Resolves when the call is answered on either side. */
  async untilTalks(): Promise<void> {
    await this.untilEvent('CALL_ESTABLISHED');
  }

  /** Resolves when the call is over, with the reason in baresip's words. */
  async untilCallEnds(): Promise<string> {
    return (await this.untilEvent('CALL_CLOSED')).param;
  }

  /** The digits heard so far, from RFC 4733 events and from INFO alike. */
  dtmfHeard(): string {
    return this.#events
      .filter((event) => event.type === 'CALL_DTMF_START')
      .map((event) => event.param)
      .join('');
  }

  /** Resolves when exactly these digits have been heard since the start. */
  async untilDtmfHeard(digits: string): Promise<void> {
    await until(`${this.user} hears the digits ${digits}`, () =>
      this.dtmfHeard() === digits ? true : null,
    );
  }

  /** Everything the phone has heard, all calls one after the other. */
  recording(): Recording {
    return this.#ear.recording();
  }

  /** The tone in the last `lastMs` of what it heard, be it now or when the call ended. */
  heard(lastMs = 1000): ToneMeasure {
    return this.#ear.heard(lastMs);
  }

  /** Waits for `forMs` more of sound to arrive from now on, and measures just that. */
  async listen(forMs = 1000): Promise<ToneMeasure> {
    return this.#ear.listen(forMs);
  }

  /** Resolves once it has heard nothing for `forMs` in a row: no packets, or silence in them. */
  async untilHearsNothing(forMs = 500): Promise<void> {
    await this.#ear.untilNothing(forMs);
  }

  /** Ends whatever call there is, and forgets what happened so far. */
  async startOver(): Promise<void> {
    await until(`${this.user} has no call any more`, async () => {
      if ((await this.#order('listcalls')).includes('Active calls (0)')) {
        return true;
      }
      await this.#order('hangup');

      return null;
    });
    this.#events.length = 0;
    this.#seen.clear();
  }

  /** What the program itself wrote, for the report of a failure. */
  log(): string {
    return this.#program.log();
  }

  /** Switches the phone off properly: it takes its registration back first. */
  async quit(): Promise<void> {
    await this.#order('quit');
    await this.#program.untilEnded(10_000);
    await this.stop();
  }

  /** Ends the phone without a word to the server, like a plug that is pulled: it stays registered. */
  async stop(): Promise<void> {
    this.#control.destroy();
    await this.#program.stop();
  }

  async #order(command: string, params = ''): Promise<string> {
    const token = String(++this.#lastToken);
    let reply: Reply | null = null;

    this.#replies.set(token, (arrived) => {
      reply = arrived;
    });
    this.#control.write(netstring(JSON.stringify({ command, params, token })));

    const { ok, data } = await until<Reply>(`${this.user} takes the order ${command}`, () => reply);

    if (!ok) {
      throw new Error(`${this.user} cannot ${command} ${params}: ${data}`);
    }

    return data;
  }

  #take(frame: string): void {
    // Both kinds of message are flat objects of baresip's own making.
    const message = JSON.parse(frame) as Partial<Record<string, string | boolean>>;
    const text = (name: string): string => String(message[name] ?? '');

    if (message.event === true) {
      this.#events.push({ type: text('type'), param: text('param'), peerUri: text('peeruri') });

      return;
    }

    const answer = this.#replies.get(text('token'));

    this.#replies.delete(text('token'));
    answer?.({ ok: message.ok === true, data: text('data') });
  }
}

interface Reply {
  readonly ok: boolean;
  readonly data: string;
}

function connected(port: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');

    socket.once('connect', () => {
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', () => {
      resolve(null);
    });
  });
}

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { measureTone, type ToneMeasure } from '../pbx/tone-analysis';
import { until } from '../e2e/support/waiting';

const run = promisify(execFile);
const RATE_HZ = 48_000;
/** What a recording of this length is long enough to tell a tone by. */
const LISTEN_MS = 500;

/** How much of each second is spoken. */
const SPOKEN = 0.7;

/** Something with a microphone and a speaker, which can be plugged in. */
export interface SoundGear {
  readonly name: string;
  /** The tone that its microphone hears. */
  readonly voiceHz: number;
}

/** A PulseAudio of a story's own, with devices that are plugged in and out and are heard. */
export class PulseServer {
  readonly #modules = new Map<string, readonly string[]>();
  readonly #voices = new Map<string, ChildProcess>();

  private constructor(
    private readonly folder: string,
    private readonly daemon: ChildProcess,
  ) {}

  /** Where programs find it (PULSE_SERVER). */
  get address(): string {
    return `unix:${join(this.folder, 'native')}`;
  }

  /** Starts one without any device. */
  static async start(): Promise<PulseServer> {
    const folder = mkdtempSync(join(tmpdir(), 'offhook-pulse-'));
    const daemon = spawn(
      'pulseaudio',
      [
        '-n',
        '--daemonize=no',
        '--exit-idle-time=-1',
        '--disable-shm=yes',
        `--load=module-native-protocol-unix socket=${join(folder, 'native')} auth-anonymous=1`,
      ],
      {
        stdio: 'ignore',
        env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder, PULSE_RUNTIME_PATH: folder },
      },
    );
    const server = new PulseServer(folder, daemon);
    let missing: Error | null = null;

    daemon.once('error', () => {
      missing = new Error('PulseAudio is not there: apt-get install pulseaudio pulseaudio-utils');
    });
    await until('PulseAudio to be up', async () => {
      if (missing !== null) {
        throw missing;
      }

      return server.#pactl('info').catch(() => null);
    });

    return server;
  }

  /** Plugs it in: it can be heard, and hears its tone. The first is the system's default. */
  async plug({ name, voiceHz }: SoundGear): Promise<void> {
    const room = `${name}-room`;

    this.#modules.set(name, [
      await this.#load('module-null-sink', `sink_name=${room}`),
      await this.#load(
        'module-remap-source',
        `source_name=${name}-in`,
        `master=${room}.monitor`,
        `source_properties=device.description=${name}`,
      ),
      await this.#load(
        'module-null-sink',
        `sink_name=${name}-out`,
        `sink_properties=device.description=${name}`,
      ),
    ]);
    if (this.#modules.size === 1) {
      // Before anything sounds: PulseAudio moves what does along with its default.
      await this.#pactl('set-default-sink', `${name}-out`);
      await this.#pactl('set-default-source', `${name}-in`);
    }
    this.#voices.set(name, this.#speak(room, voiceHz));
  }

  /** Pulls the plug. */
  async unplug({ name }: SoundGear): Promise<void> {
    const modules = this.#modules.get(name) ?? [];

    this.#voices.get(name)?.kill();
    this.#modules.delete(name);
    for (const module of [...modules].reverse()) {
      await this.#pactl('unload-module', module);
    }
  }

  /** Turns the switch at its microphone. */
  async mute({ name }: SoundGear, on: boolean): Promise<void> {
    await this.#pactl('set-source-mute', `${name}-in`, on ? '1' : '0');
  }

  /** What comes out of its speaker now. */
  async hear({ name }: SoundGear): Promise<ToneMeasure> {
    const parec = spawn('parec', [...this.#stream(`${name}-out.monitor`), '--latency-msec=20'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const wanted = (RATE_HZ * 2 * LISTEN_MS) / 1000;
    let bytes = Buffer.alloc(0);

    for await (const chunk of parec.stdout) {
      bytes = Buffer.concat([bytes, chunk as Buffer]);
      if (bytes.length >= wanted) {
        break;
      }
    }
    parec.kill();

    return measureTone(
      Float32Array.from({ length: Math.floor(bytes.length / 2) }, (_, i) => {
        return bytes.readInt16LE(i * 2) / 0x8000;
      }),
      RATE_HZ,
    );
  }

  /** Resolves when that tone comes out of its speaker. */
  async untilHeard(gear: SoundGear, freqHz: number): Promise<void> {
    let last: ToneMeasure | null = null;

    await until(
      `${String(freqHz)} Hz from the speaker of ${gear.name}`,
      async () => {
        last = await this.hear(gear);

        return Math.abs(last.peakHz - freqHz) < 0.02 * freqHz && last.snrDb > 20 ? true : null;
      },
      {},
      () => `Heard ${JSON.stringify(last)}`,
    );
  }

  async close(): Promise<void> {
    for (const voice of this.#voices.values()) {
      voice.kill();
    }
    await new Promise<void>((resolve) => {
      this.daemon.once('exit', () => {
        resolve();
      });
      this.daemon.kill();
    });
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Says the same again and again, with pauses: what never pauses is taken for noise. */
  #speak(room: string, freqHz: number): ChildProcess {
    const pacat = spawn('pacat', [...this.#stream(room), '--playback', '--latency-msec=20'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const word = wordAt(freqHz);
    const say = () => {
      while (pacat.exitCode === null && !pacat.killed && pacat.stdin.write(word)) {
        // Until its ears are full.
      }
    };

    pacat.stdin.on('drain', say);
    pacat.stdin.on('error', () => undefined); // It was unplugged.
    say();

    return pacat;
  }

  #stream(device: string): readonly string[] {
    return [
      `--server=${this.address}`,
      `--device=${device}`,
      '--raw',
      '--format=s16le',
      '--channels=1',
      `--rate=${String(RATE_HZ)}`,
    ];
  }

  async #load(...module: readonly string[]): Promise<string> {
    return this.#pactl('load-module', ...module);
  }

  async #pactl(...args: readonly string[]): Promise<string> {
    const { stdout } = await run('pactl', [`--server=${this.address}`, ...args]);

    return stdout.trim();
  }
}

/** A tone of a moment and a pause of another, as samples. */
function wordAt(freqHz: number): Buffer {
  const samples = Buffer.alloc(RATE_HZ * 2);

  for (let i = 0; i < RATE_HZ * SPOKEN; i++) {
    samples.writeInt16LE(
      Math.round(0x3fff * Math.sin((2 * Math.PI * freqHz * i) / RATE_HZ)),
      i * 2,
    );
  }

  return samples;
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { mediaPorts } from './free-ports';
import type { ProcessGroups, Program } from './process-group';
import { until } from './waiting';
import { ANSWERER_SCENARIO, callerScenario } from './sipp-scenarios';
import { WAITING, type Parties } from './sipp-script';

/** How sipp calls: the built-in caller (digest, talks, hangs up) unless a script is given. */
export interface SippCall {
  readonly script?: (parties: Parties) => string;
  /** How long the built-in caller stays in the call. */
  readonly talkMs?: number;
}

/** How sipp answers: 180, 200, and waits for the BYE, unless a script is given. */
export interface SippTarget {
  readonly script?: string;
  /** How many calls it takes before it is done: one, unless said otherwise. */
  readonly callCount?: number;
}

/** Where one run of sipp is at home. */
export interface SippPlace {
  readonly groups: ProcessGroups;
  readonly folder: string;
  readonly port: number;
  /** Sends the request for which a script may wait in the middle of its call. */
  readonly goOn: (callId: string) => Promise<void>;
}

interface CallParties {
  readonly serverPort: number;
  readonly domain: string;
  readonly from: { readonly user: string; readonly password: string };
  readonly to: string;
  readonly call: SippCall;
}

const WAITS_IN = new RegExp(`${WAITING} (\\S+)$`, 'gm');

/** One run of sipp: a phone that follows a script to the letter and takes one call. */
export class Sipp {
  readonly #program: Program;
  readonly #messagesFile: string;
  readonly #logFile: string;
  readonly #place: SippPlace;
  #goneOn = 0;

  private constructor(place: SippPlace, args: readonly string[], scenario: string) {
    const scenarioFile = join(place.folder, 'scenario.xml');

    this.#place = place;
    this.#messagesFile = join(place.folder, 'messages.log');
    this.#logFile = join(place.folder, 'script.log');
    writeFileSync(scenarioFile, scenario);
    this.#program = place.groups.start(
      basename(place.folder),
      'sipp',
      [
        ...['-sf', scenarioFile],
        ...['-i', '127.0.0.1', '-p', String(place.port), '-mp', String(mediaPorts(4))],
        // What it hears it gives back, so that a caller who hears himself knows that he was heard.
        ...['-rtp_echo', '-nostdin', '-timeout', '60s', '-timeout_error'],
        ...['-trace_msg', '-message_file', this.#messagesFile],
        ...['-trace_logs', '-log_file', this.#logFile],
        ...args,
      ],
      'SIGKILL',
    );
  }

  /** Starts a caller. */
  static calls(place: SippPlace, parties: CallParties): Sipp {
    const { from, to, domain, call } = parties;
    const { talkMs = 500 } = call;
    const { script = (them: Parties) => callerScenario(them, talkMs) } = call;

    return new Sipp(
      place,
      [
        ...['-s', to, '-au', from.user, '-ap', from.password, '-m', '1'],
        `127.0.0.1:${String(parties.serverPort)}`,
      ],
      script({ ...from, domain, to }),
    );
  }

  /** Starts one that takes calls on its port. */
  static answers(
    place: SippPlace,
    { script = ANSWERER_SCENARIO, callCount = 1 }: SippTarget,
  ): Sipp {
    return new Sipp(place, ['-m', String(callCount)], script);
  }

  /** Resolves with the Call-ID of the call in which the script waits, once it does. */
  async untilWaits(): Promise<string> {
    return this.#until('waits', () => {
      const waits = textOf(this.#logFile).matchAll(WAITS_IN);

      return [...waits].map(([, callId = '']) => callId)[this.#goneOn] ?? null;
    });
  }

  /** Lets the script go on, as soon as it waits for that. */
  async goOn(): Promise<void> {
    const callId = await this.untilWaits();

    this.#goneOn += 1;
    await this.#place.goOn(callId);
  }

  /** Resolves when the script came to its end, and rejects with what went otherwise. */
  async untilDone(withinMs = 15_000): Promise<void> {
    const exitCode = await this.#program.untilEnded(withinMs);

    if (exitCode !== 0) {
      throw new Error(`sipp ended with code ${String(exitCode)}\n${this.#story()}`);
    }
  }

  /** Resolves with the newest message that has arrived whose first line begins like that. */
  async untilHears(start: string): Promise<string> {
    return this.#until(
      `gets ${start}`,
      () => this.heard().findLast((message) => message.startsWith(start)) ?? null,
    );
  }

  /** Every SIP message that has arrived, oldest first. */
  heard(): readonly string[] {
    return this.messages()
      .split(/^-{20,} .*$/m)
      .flatMap((entry) => /^\s*\w+ message received .*\s+([^]*?)\s*$/.exec(entry)?.[1] ?? []);
  }

  /** Every SIP message of the run as it was on the wire. */
  messages(): string {
    return textOf(this.#messagesFile);
  }

  /** Ends it in the middle of whatever it does. */
  async stop(): Promise<void> {
    await this.#program.stop();
  }

  async #until<T>(what: string, look: () => T | null): Promise<T> {
    try {
      return await until(`sipp ${what}`, () => {
        // In this order: what it did last may have been its end.
        const { hasEnded } = this.#program;
        const found = look();

        if (found === null && hasEnded) {
          throw new Error(`sipp ended before it ${what}`);
        }

        return found;
      });
    } catch (error) {
      throw new Error(this.#story(), { cause: error });
    }
  }

  /** What happened, for the report of a failure. */
  #story(): string {
    return `${this.#program.log().slice(-2000)}\n${this.messages()}`;
  }
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

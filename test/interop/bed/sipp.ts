import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { mediaPorts } from './free-ports';
import type { ProcessGroups, Program } from './process-group';
import { until } from './waiting';
import { ANSWERER_SCENARIO, callerScenario } from './sipp-scenarios';
import type { Parties } from './sipp-script';

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

/** One run of sipp: a phone that follows a script to the letter and takes one call. */
export class Sipp {
  readonly #program: Program;
  readonly #messagesFile: string;
  readonly #place: SippPlace;

  private constructor(place: SippPlace, args: readonly string[], scenario: string) {
    const scenarioFile = join(place.folder, 'scenario.xml');

    this.#place = place;
    this.#messagesFile = join(place.folder, 'messages.log');
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

  /** Lets a script go on that waits. */
  async goOn(): Promise<void> {
    const callId = /^Call-ID:\s*(\S+)/im.exec(this.heard().at(-1) ?? '')?.[1];

    if (callId === undefined) {
      throw new Error('sipp has no call yet in which it could go on');
    }
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
    try {
      return await until(`sipp gets ${start}`, () => {
        // In this order: what it heard last may have been its end.
        const { hasEnded } = this.#program;
        const found = this.heard().findLast((message) => message.startsWith(start));

        if (found === undefined && hasEnded) {
          throw new Error(`sipp ended before it got ${start}`);
        }

        return found ?? null;
      });
    } catch (error) {
      throw new Error(this.#story(), { cause: error });
    }
  }

  /** Every SIP message that has arrived, oldest first. */
  heard(): readonly string[] {
    return this.messages()
      .split(/^-{20,} .*$/m)
      .flatMap((entry) => /^\s*\w+ message received .*\s+([^]*?)\s*$/.exec(entry)?.[1] ?? []);
  }

  /** Every SIP message of the run as it was on the wire. */
  messages(): string {
    return existsSync(this.#messagesFile) ? readFileSync(this.#messagesFile, 'utf8') : '';
  }

  /** Ends it in the middle of whatever it does. */
  async stop(): Promise<void> {
    await this.#program.stop();
  }

  /** What happened, for the report of a failure. */
  #story(): string {
    return `${this.#program.log().slice(-2000)}\n${this.messages()}`;
  }
}

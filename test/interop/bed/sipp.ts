import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { mediaPorts } from './free-ports';
import type { ProcessGroups, Program } from './process-group';
import { until } from './waiting';
import { ANSWERER_SCENARIO, callerScenario } from './sipp-scenarios';

/** How sipp calls: the built-in caller (digest, talks, hangs up) unless a scenario is given. */
export interface SippCall {
  readonly scenarioXml?: string;
  /** How long it stays in the call. */
  readonly talkMs?: number;
  readonly args?: readonly string[];
}

/** How sipp answers: 180, 200, and waits for the BYE, unless a scenario is given. */
export interface SippTarget {
  readonly scenarioXml?: string;
  readonly args?: readonly string[];
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

  private constructor(program: Program, messagesFile: string) {
    this.#program = program;
    this.#messagesFile = messagesFile;
  }

  /** Starts a caller. */
  static calls(groups: ProcessGroups, folder: string, port: number, parties: CallParties): Sipp {
    const { from, to, domain, call } = parties;
    const { talkMs = 500, args = [] } = call;
    const scenario = call.scenarioXml ?? callerScenario({ ...from, domain, to, talkMs });

    return run(groups, folder, port, scenarioArgs(folder, scenario), [
      ...['-s', to, '-au', from.user, '-ap', from.password],
      ...args,
      `127.0.0.1:${String(parties.serverPort)}`,
    ]);
  }

  /** Starts one that takes a call on `port`. */
  static answers(groups: ProcessGroups, folder: string, port: number, target: SippTarget): Sipp {
    const { scenarioXml = ANSWERER_SCENARIO, args = [] } = target;

    return run(groups, folder, port, scenarioArgs(folder, scenarioXml), args);
  }

  static of(program: Program, messagesFile: string): Sipp {
    return new Sipp(program, messagesFile);
  }

  /** Resolves when the script came to its end, and rejects with what went otherwise. */
  async untilDone(withinMs = 15_000): Promise<void> {
    const exitCode = await this.#program.untilEnded(withinMs);

    if (exitCode !== 0) {
      throw new Error(
        `sipp ended with code ${String(exitCode)}\n${this.#program.log().slice(-2000)}\n${this.messages()}`,
      );
    }
  }

  /** Resolves when a request of this method has arrived. */
  async untilHears(method: string): Promise<void> {
    const received = new RegExp(`message received .*\\s+${method} sip:`);

    await until(`sipp gets ${method}`, () => (received.test(this.messages()) ? true : null));
  }

  /** Every SIP message of the run as it was on the wire. */
  messages(): string {
    return existsSync(this.#messagesFile) ? readFileSync(this.#messagesFile, 'utf8') : '';
  }

  /** Ends it in the middle of whatever it does. */
  async stop(): Promise<void> {
    await this.#program.stop();
  }
}

function run(
  groups: ProcessGroups,
  folder: string,
  port: number,
  scenario: readonly string[],
  args: readonly string[],
): Sipp {
  const messagesFile = join(folder, 'messages.log');
  const program = groups.start(
    basename(folder),
    'sipp',
    [
      ...scenario,
      ...['-i', '127.0.0.1', '-p', String(port), '-mp', String(mediaPorts(4))],
      ...['-m', '1', '-nostdin', '-timeout', '60s', '-timeout_error'],
      ...['-trace_msg', '-message_file', messagesFile],
      ...args,
    ],
    'SIGKILL',
  );

  return Sipp.of(program, messagesFile);
}

function scenarioArgs(folder: string, scenarioXml: string): readonly string[] {
  const file = join(folder, 'scenario.xml');

  writeFileSync(file, scenarioXml);

  return ['-sf', file];
}

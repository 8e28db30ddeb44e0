import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { until } from './waiting';

/**
 * Waits for the end of its input, which comes when the test process ends in whatever way, a kill
 * included; then ends every group that was named and not crossed out (first the leader is asked, and has a
 * second), and removes the folder.
 */
const GUARD = `
groups=" "
while read -r verb group; do
  case "$verb" in
    watch) groups="$groups$group " ;;
    forget) groups="\${groups%% $group *} \${groups#* $group }" ;;
  esac
done
for group in $groups; do kill -s TERM "$group" 2>/dev/null; done
for turn in 1 2 3 4 5 6 7 8 9 10; do
  for group in $groups; do
    kill -s 0 -- "-$group" 2>/dev/null && sleep 0.1 && break
  done
done
for group in $groups; do kill -s KILL -- "-$group" 2>/dev/null; done
rm -rf -- "$1"
`;

/**
 * How a program is ended. One with children must be asked, to collect them itself: where process 1
 * is no real init, as in many containers, they would stay behind as zombies.
 */
export type Ending = 'SIGTERM' | 'SIGKILL';

/** How long a program that was asked to end may take. */
const TERM_MS = 2000;

/** Debian's servers live in folders that a user's own PATH often leaves out. */
const PATH = [process.env.PATH ?? '', '/usr/sbin', '/usr/local/sbin', '/usr/bin'].join(':');

/** The programs of one bed: each in its own process group, none of which outlives this process. */
export class ProcessGroups {
  readonly #folder: string;
  readonly #guard: ChildProcess;
  readonly #started = new Set<Program>();

  constructor(folder: string) {
    this.#folder = folder;
    this.#guard = spawn('/bin/sh', ['-c', GUARD, 'bed-guard', folder], {
      // Its own group: a Ctrl-C at the terminal must not end the one who cleans up after it.
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#guard.unref();
    // A pipe to a child is a socket, though its type does not say so.
    (this.#guard.stdin as Socket | null)?.unref();
  }

  /** Starts a program; its output goes to `<name>.log` in the bed's folder. */
  start(name: string, command: string, args: readonly string[], endsOn: Ending): Program {
    const logFile = join(this.#folder, `${name}.log`);
    const log = openSync(logFile, 'w');
    const child = spawn(command, args, {
      cwd: this.#folder,
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, PATH, LC_ALL: 'C', TZ: 'UTC' },
    });

    closeSync(log);
    child.unref();

    if (child.pid !== undefined) {
      this.#guard.stdin?.write(`watch ${String(child.pid)}\n`);
    }

    const program = new Program(name, child, logFile, endsOn, () => {
      this.#started.delete(program);

      if (child.pid !== undefined) {
        this.#guard.stdin?.write(`forget ${String(child.pid)}\n`);
      }
    });

    this.#started.add(program);

    return program;
  }

  /** The process ids of all programs that were not stopped yet, which are their groups' ids too. */
  pids(): readonly number[] {
    return [...this.#started].flatMap((program) => program.pid ?? []);
  }

  /** Ends every program that was not stopped yet, then the guard, which removes the folder. */
  async stop(): Promise<void> {
    await Promise.all([...this.#started].map((program) => program.stop()));
    await new Promise((resolve) => {
      this.#guard.once('close', resolve);
      this.#guard.ref();
      this.#guard.stdin?.end();
    });
  }
}

/** One started program and everything it started itself. */
export class Program {
  readonly name: string;
  /** The process id, which is the id of its process group too. */
  readonly pid: number | null;
  readonly #child: ChildProcess;
  readonly #logFile: string;
  readonly #endsOn: Ending;
  readonly #onStopped: () => void;
  readonly #ended: Promise<void>;
  #exitCode: number | null | undefined;
  #neverStarted: string | null = null;

  constructor(
    name: string,
    child: ChildProcess,
    logFile: string,
    endsOn: Ending,
    onStopped: () => void,
  ) {
    this.name = name;
    this.pid = child.pid ?? null;
    this.#child = child;
    this.#logFile = logFile;
    this.#endsOn = endsOn;
    this.#onStopped = onStopped;
    this.#ended = new Promise((resolve) => {
      const end = (code: number | null): void => {
        this.#exitCode = code;
        resolve();
      };

      child.once('exit', end);
      // Not there or not runnable: Node says so here, and there is no exit to wait for.
      child.once('error', (error) => {
        this.#neverStarted = `${error.message}; "node test/interop/install.mjs" installs what is missing`;
        end(null);
      });
    });
  }

  /** What the program has written so far. */
  log(): string {
    return readFileSync(this.#logFile, 'utf8');
  }

  /** True once the program ended, by itself or not. */
  get hasEnded(): boolean {
    return this.#exitCode !== undefined;
  }

  /** Waits for `look`; a program that ended instead is an error that shows its last words. */
  async untilReady<T>(what: string, look: () => T | null | Promise<T | null>): Promise<T> {
    try {
      return await until(`${this.name} ${what}`, () => {
        if (this.#exitCode !== undefined) {
          throw new Error(
            this.#neverStarted ?? `${this.name} ended with code ${String(this.#exitCode)}`,
          );
        }

        return look();
      });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);

      throw new Error(`${why}\n${this.log().slice(-3000)}`, { cause: error });
    }
  }

  /** Resolves when the program ended by itself, with its exit code or null for a signal. */
  async untilEnded(withinMs: number): Promise<number | null> {
    const ended = await until(
      `${this.name} ends`,
      () => (this.#exitCode === undefined ? null : { code: this.#exitCode }),
      withinMs,
    );

    return ended.code;
  }

  /** Ends the program and everything of its group. */
  async stop(): Promise<void> {
    // Referenced again, since waiting for it has to keep this process alive.
    this.#child.ref();

    if (this.pid !== null) {
      signal(this.pid, this.#endsOn);

      const force = setTimeout(signal, TERM_MS, -this.pid, 'SIGKILL');

      await this.#ended;
      clearTimeout(force);
      // Children may outlive the leader of the group.
      signal(-this.pid, 'SIGKILL');
    }

    this.#onStopped();
  }
}

/** Sends a signal to a process, or to a group by its negative id. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // ESRCH: it is gone already, as wished.
  }
}

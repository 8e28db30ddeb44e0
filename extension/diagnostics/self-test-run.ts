import type { Account } from '../../src/account/account';
import {
  finished,
  needOf,
  stepsFor,
  stopped,
  type Finding,
  type StepOutcome,
  type TestRun,
  type TestStep,
} from '../../src/diagnostics/self-test';
import type { FailedProbe } from '../../src/phone/registration/failed-probe';
import type { OpenMicrophone } from '../ui/controls/microphone';

/** What each step of the test is done with. Everything ends soon once the signal is aborted. */
export interface TestTools {
  readonly microphone: (
    onOpened: (microphone: OpenMicrophone) => void,
    signal: AbortSignal,
  ) => Promise<StepOutcome>;
  readonly playTone: () => Promise<void>;
  readonly openServer: (url: string, signal: AbortSignal) => Promise<void>;
  readonly tryAccount: (account: Account) => Promise<FailedProbe | null>;
  readonly probeIce: (
    server: Account['iceServers'][number],
    signal: AbortSignal,
  ) => Promise<StepOutcome>;
  readonly isRegistered: () => boolean;
  readonly callEcho: (
    number: string,
    onUp: () => void,
    signal: AbortSignal,
  ) => Promise<StepOutcome>;
  readonly nowMs: () => number;
}

/** One self-test from its first step to its last, or until it is stopped. */
export class SelfTestRun {
  readonly #account: Account;
  readonly #tools: TestTools;
  readonly #onChange: () => void;
  readonly #stopping = new AbortController();
  #run: TestRun;
  #microphone: OpenMicrophone | null = null;
  #answer: ((heard: boolean) => void) | null = null;

  constructor(account: Account, tools: TestTools, onChange: () => void) {
    this.#account = account;
    this.#tools = tools;
    this.#onChange = onChange;
    this.#run = { state: 'running', steps: stepsFor(account) };
  }

  get run(): TestRun {
    return this.#run;
  }

  /** Open while somebody is asked to speak. */
  get microphone(): OpenMicrophone | null {
    return this.#microphone;
  }

  /** Settles when the test is over. */
  async start(): Promise<void> {
    for (const { id } of this.#run.steps) {
      if (this.#run.state !== 'running') {
        return;
      }
      await this.#do(this.#step(id));
    }
    if (this.#run.state === 'running') {
      this.#become({ ...this.#run, state: 'done' });
    }
  }

  stop(by: 'user' | 'call'): void {
    if (this.#run.state === 'running') {
      this.#become({
        state: by === 'call' ? 'stopped-by-call' : 'stopped',
        steps: stopped(this.#run.steps),
      });
      this.#stopping.abort();
      this.#answer?.(false);
    }
  }

  /** What the user heard. */
  answer(heard: boolean): void {
    this.#answer?.(heard);
  }

  async #do(step: TestStep): Promise<void> {
    const need = needOf(step, this.#run.steps, this.#tools.isRegistered());

    if (need !== null) {
      this.#change({ ...step, state: 'skipped', finding: need });
      return;
    }
    const startedMs = this.#tools.nowMs();

    this.#change({ ...step, state: 'running' });

    const outcome = await this.#outcomeOf(step);

    if (this.#run.state === 'running') {
      this.#change(finished(step, outcome, this.#tools.nowMs() - startedMs));
    }
  }

  async #outcomeOf(step: TestStep): Promise<StepOutcome> {
    const { signal } = this.#stopping;
    const subject = step.subject ?? '';

    switch (step.kind) {
      case 'microphone':
        return this.#testMicrophone(step);
      case 'speaker':
        return this.#testSpeaker(step);
      case 'server':
        return this.#tools.openServer(subject, signal).then(
          () => ({ ok: true, finding: 'connected' }) as const,
          () => asRegistering({ server: subject, failure: NO_CONNECTION }),
        );
      case 'authentication': {
        const failed = await this.#tools.tryAccount(this.#account);

        return failed === null ? { ok: true, finding: 'let-in' } : asRegistering(failed);
      }
      case 'stun':
      case 'turn': {
        const server = this.#account.iceServers.find(({ url }) => url === subject);

        return server === undefined
          ? { ok: false, finding: `${step.kind}-silent` }
          : this.#tools.probeIce(server, signal);
      }
      case 'echo':
        this.#waitFor(step, 'calling');

        return this.#tools.callEcho(
          subject,
          () => {
            this.#waitFor(step, 'echo-speak');
          },
          signal,
        );
    }
  }

  async #testMicrophone(step: TestStep): Promise<StepOutcome> {
    try {
      return await this.#tools.microphone((microphone) => {
        this.#microphone = microphone;
        this.#waitFor(step, 'speak');
      }, this.#stopping.signal);
    } finally {
      this.#microphone = null;
    }
  }

  async #testSpeaker(step: TestStep): Promise<StepOutcome> {
    this.#waitFor(step, 'listen');
    try {
      await this.#tools.playTone();
    } catch {
      return { ok: false, finding: 'speaker-broken' };
    }
    if (this.#stopping.signal.aborted) {
      return { ok: false, finding: 'speaker-silent' };
    }
    this.#change({ ...step, state: 'asking', finding: 'listen' });

    const heard = await new Promise<boolean>((resolve) => {
      this.#answer = resolve;
    });

    this.#answer = null;

    return { ok: heard, finding: heard ? 'speaker-heard' : 'speaker-silent' };
  }

  #waitFor(step: TestStep, finding: Finding): void {
    if (this.#run.state === 'running') {
      this.#change({ ...step, state: 'running', finding });
    }
  }

  #step(id: string): TestStep {
    const step = this.#run.steps.find((each) => each.id === id);

    if (step === undefined) {
      throw new Error(`no step ${id}`);
    }

    return step;
  }

  #change(step: TestStep): void {
    this.#become({
      ...this.#run,
      steps: this.#run.steps.map((each) => (each.id === step.id ? step : each)),
    });
  }

  #become(run: TestRun): void {
    this.#run = run;
    this.#onChange();
  }
}

const NO_CONNECTION = { code: 'no-connection', response: null } as const;

function asRegistering({ server, failure }: FailedProbe): StepOutcome {
  return { ok: false, finding: 'as-registering', value: server, failure };
}

import { isTurn, type Account } from '../account/account';
import { isLive, type Call } from '../call/call';
import type { CallFigures } from '../call/figures';
import type { RegistrationFailure } from '../phone/registration/registration';

/** What is tried, in this order: from the user's ear to the far end of the phone system. */
export type StepKind =
  'microphone' | 'speaker' | 'server' | 'authentication' | 'stun' | 'turn' | 'echo';

/** How far a step is. */
export type StepState =
  'waiting' | 'running' | 'asking' | 'passed' | 'failed' | 'skipped' | 'stopped';

/** What a step found, or waits for; a page has words for each, and for what to do. */
export type Finding =
  | 'speak'
  | 'heard'
  | 'silent'
  | 'microphone-denied'
  | 'microphone-denied-by-system'
  | 'microphone-missing'
  | 'microphone-busy'
  | 'listen'
  | 'speaker-heard'
  | 'speaker-silent'
  | 'speaker-broken'
  | 'connected'
  | 'let-in'
  /** It failed as registering does: `failure` says how. */
  | 'as-registering'
  | 'reflexive'
  | 'no-nat'
  | 'stun-silent'
  | 'relayed'
  | 'turn-refused'
  | 'turn-silent'
  | 'calling'
  | 'echo-speak'
  | 'echo-back'
  | 'echo-quiet'
  | 'echo-silent'
  | 'echo-nothing'
  | 'echo-failed'
  | 'needs-server'
  | 'needs-registration'
  | 'needs-microphone'
  | 'needs-number';

/** One step of the self-test. */
export interface TestStep {
  readonly id: string;
  readonly kind: StepKind;
  /** The server's address, or the number that is called; null where there is only one of a kind. */
  readonly subject: string | null;
  readonly state: StepState;
  readonly finding: Finding | null;
  /** What else there is to say: the address that a server told. */
  readonly value: string | null;
  readonly failure: RegistrationFailure | null;
  readonly tookMs: number | null;
}

/** What came of one step. */
export interface StepOutcome {
  readonly ok: boolean;
  readonly finding: Finding;
  readonly value?: string | null;
  readonly failure?: RegistrationFailure;
}

/** How a test stands as a whole. */
export interface TestRun {
  readonly state: 'running' | 'done' | 'stopped' | 'stopped-by-call';
  readonly steps: readonly TestStep[];
}

/** The steps of an account's test. */
export function stepsFor(account: Account): readonly TestStep[] {
  const { servers, iceServers, profile } = account;

  return [
    step('microphone'),
    step('speaker'),
    ...servers.map((server) => step('server', server)),
    step('authentication'),
    ...iceServers.map((server) => step(isTurn(server) ? 'turn' : 'stun', server.url)),
    step('echo', profile.echoTest?.target ?? null),
  ];
}

function step(kind: StepKind, subject: string | null = null): TestStep {
  return {
    id: `${kind} ${subject ?? ''}`.trim(),
    kind,
    subject,
    state: 'waiting',
    finding: null,
    value: null,
    failure: null,
    tookMs: null,
  };
}

/** Why a step can tell nothing, after what was found before it; null where it can. */
export function needOf(
  { kind, subject }: TestStep,
  steps: readonly TestStep[],
  isRegistered: boolean,
): Finding | null {
  const has = (wanted: StepKind, state: StepState) =>
    steps.some((other) => other.kind === wanted && other.state === state);

  switch (kind) {
    case 'authentication':
      return has('server', 'passed') ? null : 'needs-server';
    case 'echo':
      if (subject === null) {
        return 'needs-number';
      }
      if (!isRegistered) {
        return 'needs-registration';
      }
      // Who is silent hears nothing come back, and it would say nothing about the way.
      return has('microphone', 'passed') ? null : 'needs-microphone';
    default:
      return null;
  }
}

/** A step after its outcome. */
export function finished(before: TestStep, outcome: StepOutcome, tookMs: number): TestStep {
  const { ok, finding, value = null, failure = null } = outcome;

  return { ...before, state: ok ? 'passed' : 'failed', finding, value, failure, tookMs };
}

/** The steps of a test that was stopped: what has an answer keeps it. */
export function stopped(steps: readonly TestStep[]): readonly TestStep[] {
  return steps.map((each) =>
    each.state === 'waiting' || each.state === 'running' || each.state === 'asking'
      ? { ...each, state: 'stopped', finding: null }
      : each,
  );
}

/** The call that the test itself places: its id, once that is known. */
export type EchoCall = { readonly callId: string } | 'dialled' | null;

/** Whether somebody is on the phone, or about to be: their call is worth more than any test. */
export function isDisturbed(calls: readonly Call[], echo: EchoCall): boolean {
  return calls.some((call) => {
    // The phone shows its call before it has told whoever asked for it.
    const isEcho = echo === 'dialled' ? call.direction === 'outgoing' : call.id === echo?.callId;

    return isLive(call) && !isEcho;
  });
}

/** As loud as speech at some distance, and louder than the noise of an office. */
const VOICE_LEVEL = 0.01;

/** What the figures of an echo call, taken one after the other, say; null while they may yet. */
export function echoHeard(figures: readonly CallFigures[]): 'echo-back' | null {
  const spoken = figures.findIndex(({ microphoneLevel }) => (microphoneLevel ?? 0) > VOICE_LEVEL);

  // An announcement comes first in many of these; the voice comes back after it left.
  return spoken !== -1 && figures.slice(spoken + 1).some(isHeard) ? 'echo-back' : null;
}

function isHeard({ heardLevel }: CallFigures): boolean {
  return (heardLevel ?? 0) > VOICE_LEVEL;
}

/** What the figures of an echo call say when its time is over. */
export function echoMissed(
  figures: readonly CallFigures[],
): 'echo-back' | 'echo-quiet' | 'echo-silent' | 'echo-nothing' {
  if (echoHeard(figures) !== null) {
    return 'echo-back';
  }
  if ((figures.at(-1)?.received.packets ?? 0) === 0) {
    return 'echo-nothing';
  }

  return figures.some(({ microphoneLevel }) => (microphoneLevel ?? 0) > VOICE_LEVEL)
    ? 'echo-silent'
    : 'echo-quiet';
}

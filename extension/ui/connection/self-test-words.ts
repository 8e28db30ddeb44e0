import type { Finding, StepKind, StepState, TestStep } from '../../../src/diagnostics/self-test';
import { REGISTRATION_WORDS } from '../words/wording';
import type { WordKey, Words } from '../words/words';

/** How far a step is, in one word. */
export const STEP_STATE_WORDS: Readonly<Record<StepState, WordKey>> = {
  waiting: 'testWaiting',
  running: 'testRunning',
  asking: 'testAsking',
  passed: 'testPassed',
  failed: 'testFailed',
  skipped: 'testSkipped',
  stopped: 'testStopped',
};

const STEP_WORDS: Readonly<Record<StepKind, WordKey>> = {
  microphone: 'testMicrophone',
  speaker: 'testSpeaker',
  server: 'testServer',
  authentication: 'testAuthentication',
  stun: 'testStun',
  turn: 'testTurn',
  echo: 'testEcho',
};

const FINDING_WORDS: Readonly<
  Record<Exclude<Finding, 'as-registering'>, { readonly what: WordKey; readonly help?: WordKey }>
> = {
  speak: { what: 'testSpeak' },
  heard: { what: 'testHeard' },
  silent: { what: 'testSilent', help: 'testSilentHelp' },
  'microphone-denied': { what: 'testMicrophoneDenied', help: 'testMicrophoneDeniedHelp' },
  'microphone-denied-by-system': {
    what: 'testMicrophoneDenied',
    help: 'testMicrophoneSystemHelp',
  },
  'microphone-missing': { what: 'testMicrophoneMissing', help: 'testMicrophoneMissingHelp' },
  'microphone-busy': { what: 'testMicrophoneBusy', help: 'testMicrophoneBusyHelp' },
  listen: { what: 'testListen' },
  'speaker-heard': { what: 'testSpeakerHeard' },
  'speaker-silent': { what: 'testSpeakerSilent', help: 'testSpeakerSilentHelp' },
  'speaker-broken': { what: 'testSpeakerBroken', help: 'testSpeakerSilentHelp' },
  connected: { what: 'testConnected' },
  'let-in': { what: 'testLetIn' },
  reflexive: { what: 'testReflexive' },
  'no-nat': { what: 'testNoNat' },
  'stun-silent': { what: 'testStunSilent', help: 'testStunSilentHelp' },
  relayed: { what: 'testRelayed' },
  'turn-refused': { what: 'testTurnRefused', help: 'testTurnRefusedHelp' },
  'turn-silent': { what: 'testTurnSilent', help: 'testTurnSilentHelp' },
  calling: { what: 'testCalling' },
  'echo-speak': { what: 'testEchoSpeak' },
  'echo-back': { what: 'testEchoBack' },
  'echo-quiet': { what: 'testEchoQuiet', help: 'testEchoQuietHelp' },
  'echo-silent': { what: 'testEchoSilent', help: 'testEchoSilentHelp' },
  'echo-nothing': { what: 'testEchoNothing', help: 'testEchoNothingHelp' },
  'echo-failed': { what: 'testEchoFailed', help: 'testEchoFailedHelp' },
  'needs-server': { what: 'testNeedsServer' },
  'needs-registration': { what: 'testNeedsRegistration' },
  'needs-microphone': { what: 'testNeedsMicrophone' },
  'needs-number': { what: 'testNeedsNumber' },
};

/** What is tried. */
export function stepName({ kind, subject }: TestStep, t: Words): string {
  if (subject === null) {
    return t(kind === 'echo' ? 'testEchoNone' : STEP_WORDS[kind]);
  }

  return t(STEP_WORDS[kind], kind === 'echo' ? subject : hostOf(subject));
}

/** What a step found, and what to do about it; null where there is nothing to say. */
export function stepWords(
  { kind, subject, finding, value, failure }: TestStep,
  t: Words,
): { readonly what: string; readonly help: string | null; readonly wire: string | null } | null {
  if (finding === null) {
    return null;
  }
  if (finding === 'as-registering') {
    const { what, help } = REGISTRATION_WORDS[failure?.code ?? 'no-connection'];
    const response = failure?.response ?? null;

    return {
      what: t(what),
      help: t(help),
      wire: response === null ? null : `${response.statusCode} ${response.reasonPhrase}`,
    };
  }
  const { what, help } = FINDING_WORDS[finding];

  return {
    what: t(what, value ?? ''),
    help: help === undefined ? null : t(help, kind === 'echo' ? (subject ?? '') : ''),
    wire: null,
  };
}

/** How long a step took: in seconds where people had to do something. */
export function tookText(tookMs: number, t: Words): string {
  return tookMs < 1000
    ? t('figureMs', String(Math.round(tookMs)))
    : t('figureS', (tookMs / 1000).toFixed(1));
}

/** `pbx.example.com:8089` of `wss://pbx.example.com:8089/ws` or `turn:…?transport=tcp`. */
function hostOf(address: string): string {
  return address
    .replace(/^[a-z]+:(?:\/\/)?/i, '')
    .replace(/\/.*$/, '')
    .replace(/\?transport=(.*)$/, ' ($1)');
}

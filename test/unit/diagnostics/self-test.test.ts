import { newCall, type CallDirection } from '../../../src/call/call';
import { figuresOf, type CallFigures } from '../../../src/call/figures';
import {
  echoHeard,
  echoMissed,
  finished,
  isDisturbed,
  needOf,
  stepsFor,
  stopped,
  type TestStep,
} from '../../../src/diagnostics/self-test';
import { PRESETS } from '../../../src/account/profile';
import { aliceAccount } from '../../support/accounts';

const ACCOUNT = aliceAccount({
  iceServers: [
    { url: 'stun:stun.pbx.test', username: null, credential: null },
    { url: 'turns:turn.pbx.test', username: 'alice', credential: 'secret' },
  ],
  profile: PRESETS.freepbx,
});

function passing(kinds: readonly TestStep['kind'][]): readonly TestStep[] {
  return stepsFor(ACCOUNT).map((step) =>
    kinds.includes(step.kind) ? finished(step, { ok: true, finding: 'connected' }, 1) : step,
  );
}

function stepOf(kind: TestStep['kind']): TestStep {
  const step = stepsFor(ACCOUNT).find((each) => each.kind === kind);

  if (step === undefined) {
    throw new Error(`no step ${kind}`);
  }

  return step;
}

describe('the self-test', () => {
  it('goes from the user’s mouth to the far end of the phone system', () => {
    expect(stepsFor(ACCOUNT).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['microphone', null],
      ['speaker', null],
      ['server', ACCOUNT.servers[0]],
      ['authentication', null],
      ['stun', 'stun:stun.pbx.test'],
      ['turn', 'turns:turn.pbx.test'],
      ['echo', '*43'],
    ]);
  });

  it('tries no password at a server that does not answer', () => {
    expect(needOf(stepOf('authentication'), stepsFor(ACCOUNT), true)).toBe('needs-server');
    expect(needOf(stepOf('authentication'), passing(['server']), true)).toBeNull();
  });

  it('calls nobody before the rest works', () => {
    const echo = stepOf('echo');

    expect(needOf(echo, passing([]), true)).toBe('needs-microphone');
    expect(needOf(echo, passing(['microphone']), false)).toBe('needs-registration');
    expect(needOf(echo, passing(['microphone']), true)).toBeNull();
    expect(needOf({ ...echo, subject: null }, passing(['microphone']), true)).toBe('needs-number');
  });

  it('keeps what it found when it is stopped', () => {
    const steps = stopped(passing(['microphone']));

    expect(steps.map(({ state }) => state)).toEqual([
      'passed',
      ...Array<string>(6).fill('stopped'),
    ]);
  });
});

describe('a test while somebody phones', () => {
  const call = (id: string, direction: CallDirection) =>
    newCall(id, direction, { uri: 'sip:204@pbx.test', displayName: null }, 0);

  it('is not disturbed by its own call, even before it knows which that is', () => {
    const echo = call('e', 'outgoing');

    expect(isDisturbed([echo], 'dialled')).toBe(false);
    expect(isDisturbed([echo], { callId: 'e' })).toBe(false);
    expect(isDisturbed([{ ...call('old', 'outgoing'), state: 'terminated' }], null)).toBe(false);
  });

  it('is disturbed by every other one', () => {
    expect(isDisturbed([call('c', 'incoming')], 'dialled')).toBe(true);
    expect(isDisturbed([call('e', 'outgoing'), call('c', 'outgoing')], { callId: 'e' })).toBe(true);
    expect(isDisturbed([call('c', 'outgoing')], null)).toBe(true);
  });
});

function sound(microphoneLevel: number, heardLevel: number, packets = 100): CallFigures {
  return {
    ...figuresOf(null, { takenAtMs: 0, entries: [], direction: 'sendrecv' }),
    microphoneLevel,
    heardLevel,
    received: { packets, bytes: packets * 160 },
  };
}

describe('an echo call', () => {
  it('has an echo when a voice comes back after it left', () => {
    expect(echoHeard([sound(0.1, 0), sound(0, 0.1)])).toBe('echo-back');
  });

  it('does not take the announcement for it', () => {
    expect(echoHeard([sound(0, 0.1), sound(0.1, 0)])).toBeNull();
  });

  it.each([
    ['nobody spoke', [sound(0, 0.1), sound(0, 0)], 'echo-quiet'],
    ['nothing but silence came', [sound(0.1, 0), sound(0.1, 0)], 'echo-silent'],
    ['nothing at all came', [sound(0.1, 0, 0)], 'echo-nothing'],
    ['it came at the last moment', [sound(0.1, 0), sound(0.1, 0.1)], 'echo-back'],
  ])('says that %s', (_, figures, finding) => {
    expect(echoMissed(figures)).toBe(finding);
  });
});

import { PRESETS } from '../../../src/account/profile';
import { SelfTestRun, type TestTools } from '../../../extension/diagnostics/self-test-run';
import { aliceAccount } from '../../support/accounts';

const ACCOUNT = aliceAccount({
  iceServers: [{ url: 'stun:stun.pbx.test', username: null, credential: null }],
  profile: PRESETS.freepbx,
});

function hears(run: SelfTestRun): void {
  run.answer(true);
}

/** A machine and a phone system on which everything works, but what a test says. */
function newRun(changes: Partial<TestTools> = {}, asked = hears) {
  let nowMs = 0;
  const called: string[] = [];
  const tools: TestTools = {
    microphone: (onOpened) => {
      onOpened({ level: () => 1, close: () => undefined });

      return Promise.resolve({ ok: true, finding: 'heard' });
    },
    playTone: () => Promise.resolve(),
    openServer: () => Promise.resolve(),
    tryAccount: () => Promise.resolve(null),
    probeIce: () => Promise.resolve({ ok: true, finding: 'no-nat' }),
    isRegistered: () => true,
    callEcho: (number, onUp) => {
      called.push(number);
      onUp();

      return Promise.resolve({ ok: true, finding: 'echo-back' });
    },
    nowMs: () => (nowMs += 10),
    ...changes,
  };
  const run: SelfTestRun = new SelfTestRun(ACCOUNT, tools, () => {
    // The user hears well, and says so as soon as they are asked.
    if (run.run.steps.some(({ state }) => state === 'asking')) {
      queueMicrotask(() => {
        asked(run);
      });
    }
  });
  const states = () => run.run.steps.map(({ kind, state }) => `${kind} ${state}`);

  return { run, called, states };
}

describe('a self-test', () => {
  it('goes through all steps and has a time for each', async () => {
    const { run, called, states } = newRun();

    await run.start();

    expect(run.run.state).toBe('done');
    expect(states()).toEqual([
      'microphone passed',
      'speaker passed',
      'server passed',
      'authentication passed',
      'stun passed',
      'echo passed',
    ]);
    expect(run.run.steps.every(({ tookMs }) => tookMs !== null && tookMs > 0)).toBe(true);
    expect(called).toEqual(['*43']);
  });

  it('leaves out what cannot work, and goes on', async () => {
    const { run, called, states } = newRun({
      microphone: () => Promise.resolve({ ok: false, finding: 'silent' }),
      openServer: () => Promise.reject(new Error('no')),
    });

    await run.start();

    expect(states()).toEqual([
      'microphone failed',
      'speaker passed',
      'server failed',
      'authentication skipped',
      'stun passed',
      'echo skipped',
    ]);
    expect(run.run.steps[2]?.failure?.code).toBe('no-connection');
    expect(called).toEqual([]);
  });

  it('says as what a server refuses the account', async () => {
    const { run } = newRun({
      tryAccount: () =>
        Promise.resolve({
          server: ACCOUNT.servers[0],
          failure: {
            code: 'wrong-password',
            response: { statusCode: 401, reasonPhrase: 'Unauthorized' },
          },
        }),
    });

    await run.start();

    expect(run.run.steps[3]).toMatchObject({
      state: 'failed',
      finding: 'as-registering',
      failure: { code: 'wrong-password', response: { statusCode: 401 } },
    });
  });

  it('ends at once when a call begins, and what it waited for is told', async () => {
    let isTold = false;
    const { run, called, states } = newRun({
      microphone: (_, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            isTold = true;
            resolve({ ok: false, finding: 'silent' });
          });
        }),
    });
    const over = run.start();

    run.stop('call');
    await over;

    expect(run.run.state).toBe('stopped-by-call');
    expect(isTold).toBe(true);
    expect(new Set(states().map((state) => state.split(' ')[1]))).toEqual(new Set(['stopped']));
    expect(called).toEqual([]);
  });

  it('does not wait for an answer once it is stopped', async () => {
    const { run } = newRun({}, (asking) => {
      asking.stop('user');
    });

    await run.start();

    expect(run.run.state).toBe('stopped');
    expect(run.run.steps[0]?.state).toBe('passed');
    expect(run.run.steps[1]?.state).toBe('stopped');
  });
});

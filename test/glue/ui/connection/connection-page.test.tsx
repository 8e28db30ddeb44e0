/** @jest-environment jsdom */
import fc from 'fast-check';
import { EMPTY_LOG, withFact } from '../../../../src/diagnostics/event-log';
import { Ladder } from '../../../../src/diagnostics/ladder';
import { stepsFor, type TestRun, type TestStep } from '../../../../src/diagnostics/self-test';
import type {
  ConnectionActions,
  ConnectionData,
} from '../../../../extension/ui/connection/connection-data';
import { ConnectionView } from '../../../../extension/ui/connection/connection-view';
import { Screen } from '../../../support/screen';
import { CONNECTION_STATES, connectionData } from '../../../support/ui-preview/connection-states';
import { ACCOUNT } from '../../../support/ui-preview/page-states';
import { NOW_MS, snapshotLike, talking } from '../../../support/ui-preview/phone-states';

let screen: Screen;
let asked: unknown[];
let copied: string[];
let canCopy: boolean;

beforeEach(() => {
  screen = new Screen();
  asked = [];
  copied = [];
  canCopy = true;
});

afterEach(async () => {
  await screen.leave();
});

const nothing = () => Promise.resolve();
const actions: ConnectionActions = {
  reconnect: nothing,
  openOptions: nothing,
  openWelcome: nothing,
  startTest: () => asked.push('start'),
  stopTest: () => asked.push('stop'),
  answerTest: (heard) => asked.push(heard),
  findOutWhy: (server) => {
    asked.push(server);

    return Promise.resolve({ trouble: 'blocked-port', netError: 'net::ERR_UNSAFE_PORT' });
  },
  copy: (text) => {
    copied.push(text);

    return canCopy ? Promise.resolve() : Promise.reject(new Error('no'));
  },
  save: (text, fileName) => asked.push([fileName, text]),
};

async function show(changes: Partial<ConnectionData> = {}): Promise<void> {
  await screen.show(<ConnectionView data={connectionData(changes)} actions={actions} />);
}

async function copyReport(): Promise<string> {
  await screen.press('Copy report');

  return copied.at(-1) ?? '';
}

describe('the state of the connection', () => {
  it('is said first, with since when and until when', async () => {
    await show();

    expect(screen.text).toMatch(/^Offhook connection ?Ready to receive calls/);
    expect(screen.text).toContain('Registered since11:35:00 AM');
    expect(screen.text).toContain('Registered until3:11:00 PM, then renewed by itself');
    expect(screen.text).toContain('Last trouble11:34:00 AM: No connection to the server.');
  });

  it('is trouble with the way to mend it', async () => {
    await screen.show(CONNECTION_STATES['connection-trouble'].page());

    expect(screen.text).toMatch(
      /^Offhook connection ?Not connected ?Wrong password\. ?Check the password/,
    );
    expect(screen.buttons.slice(0, 2)).toEqual(['Change the password', 'Try now']);
    expect(screen.text).toContain('Wrong password.SIP response 401 Unauthorized');
  });
});

describe('what happened', () => {
  it('is told in words, the newest first, the same again in one line', async () => {
    await show();

    const lines = screen.all('.event').map((line) => line.textContent);

    expect(lines[0]).toBe('3:01:54 PMIn a call with Bob from Sales.');
    expect(lines).toContain('2:00:12 PMCall with Carol from Support ended. Busy (486 Busy Here)');
    expect(lines).toContain(
      '11:31:00 AMNot registered. No connection to the server. 3 times, last at 11:34:00 AM',
    );
  });

  it('is shown in part until all of it is wanted', async () => {
    await show();
    expect(screen.all('.event')).toHaveLength(12);
    await screen.press('Show all 15');
    expect(screen.all('.event')).toHaveLength(15);
  });

  it('gives who asked for all of it by the keyboard the list to scroll', async () => {
    await show();
    expect(screen.one('.events').tabIndex).toBe(-1);
    screen.button('Show all 15').focus();
    await screen.press('Show all 15');
    expect(document.activeElement).toBe(screen.one('.events'));
    expect(screen.one('.events').tabIndex).toBe(0);
  });
});

describe('the figures of a call', () => {
  it('are one word and then the numbers', async () => {
    await screen.show(CONNECTION_STATES.connection.page());

    expect(screen.text).toContain('Bob from SalesSounds goodMOS 4.4Round trip42 ms');
    expect(screen.text).toContain('Lost packets0.2 % here, 0 % there');
  });

  it('are waited for in a call that has none yet', async () => {
    await show({ snapshot: snapshotLike({ calls: [talking('c1')] }) });

    expect(screen.text).toContain('Measuring…');
  });
});

describe('the self-test', () => {
  it('is started and stopped', async () => {
    await show();
    await screen.press('Start the test');
    await show({ test: { state: 'running', steps: stepsFor(ACCOUNT) } });
    await screen.press('Stop the test');

    expect(asked).toEqual(['start', 'stop']);
  });

  it('waits until no call is up', async () => {
    await show({ snapshot: snapshotLike({ calls: [talking('c1')] }) });
    await screen.press('Start the test');

    expect(asked).toEqual([]);
    expect(screen.text).toContain('it never disturbs a call');
  });

  it('asks what only the user can know', async () => {
    await screen.show(CONNECTION_STATES['connection-test'].page());
    expect(screen.text).toContain('Did you hear two notes?');
    expect(screen.text).not.toContain('Two notes are playing');

    const run: TestRun = {
      state: 'running',
      steps: stepsFor(ACCOUNT).map((step) =>
        step.kind === 'speaker' ? { ...step, state: 'asking', finding: 'listen' } : step,
      ),
    };

    await show({ test: run });
    await screen.press('No');
    expect(asked).toEqual([false]);
  });

  it('has what it wants of the user read aloud, and nothing of what goes by itself', async () => {
    const wanted = () => screen.one('.visually-hidden[role="status"]').textContent;
    const at = (change: Partial<TestStep>): TestRun => ({
      state: 'running',
      steps: stepsFor(ACCOUNT).map((step, index) => (index === 0 ? { ...step, ...change } : step)),
    });

    await show();
    expect(wanted()).toBe('');
    await show({ test: at({ state: 'running', finding: 'speak' }) });
    expect(wanted()).toBe('Say something.');
    await show({ test: at({ state: 'asking', finding: 'listen' }) });
    expect(wanted()).toBe('Did you hear two notes?');
    await show({ test: at({ state: 'running' }) });
    expect(wanted()).toBe('');
  });

  it('keeps the focus of who has answered', async () => {
    await screen.show(CONNECTION_STATES['connection-test'].page());
    await screen.do(() => {
      screen.button('Yes').focus();
    });
    await screen.show(CONNECTION_STATES['connection-tested'].page());

    expect(document.activeElement?.getAttribute('aria-labelledby')).toBe('test-title');
  });

  it('says of each step how it went, how long it took and what to do', async () => {
    await screen.show(CONNECTION_STATES['connection-tested'].page());

    const steps = screen.all('.test-step').map((step) => step.textContent);

    expect(steps[2]).toMatch(/^Server pbx\.example\.com:8089Fine83 msThe server answers/);
    expect(steps[5]).toMatch(/^TURN turn\.example\.com \(tcp\)Trouble118 msRefuses the user name/);
    expect(screen.text).toContain('The test found trouble.');
  });

  it('finds out why a server is out of reach, where that is wanted', async () => {
    await screen.show(
      <ConnectionView data={connectionData({ test: broken() })} actions={actions} />,
    );
    await screen.press('Find out why');

    expect(asked).toEqual(['wss://pbx.example.com:8089/ws']);
    expect(screen.text).toContain('Browsers don’t connect to this port.');
  });
});

function broken(): TestRun {
  return {
    state: 'done',
    steps: stepsFor(ACCOUNT).map((step) =>
      step.kind === 'server'
        ? {
            ...step,
            state: 'failed',
            finding: 'as-registering',
            failure: { code: 'no-connection', response: null },
          }
        : step,
    ),
  };
}

describe('the SIP messages', () => {
  it('are a list that a screen reader can read, each with its text', async () => {
    await screen.show(CONNECTION_STATES['connection-ladder'].page());

    const [first, second] = screen.all('.rung');

    expect(first?.querySelector('.visually-hidden')?.textContent).toBe(
      '14:00:00.100, sent: INVITE',
    );
    expect(second?.querySelector('.visually-hidden')?.textContent).toBe(
      '14:00:00.131, received: 407 Proxy Authentication Required',
    );
    expect(second?.querySelector('pre')?.textContent).toContain('CSeq: 1 INVITE');
  });
});

describe('the report', () => {
  it('holds all that the page knows, without numbers and names at first', async () => {
    await screen.show(CONNECTION_STATES['connection-tested'].page());
    await show({ ...connectionData(), test: null });

    const report = await copyReport();

    expect(report).toMatch(/^# Offhook connection\n\n## Ready to receive calls/);
    expect(report).toContain('- Account: me@example.com');
    expect(report).toContain('In a call with party-');
    expect(report).toContain('>>> 14:00:00.100\nINVITE sip:party-');
    expect(report).not.toMatch(/alice|bob|carol|2125550123|\b204\b/i);
    expect(screen.text).toContain('Copied.');
  });

  it('has numbers and names where that is wanted', async () => {
    await show();
    await screen.do(() => {
      screen.one('.report input').click();
    });

    const report = await copyReport();

    expect(report).toContain('- Account: alice@example.com');
    expect(report).toContain('In a call with Bob from Sales (+12125550123).');
    expect(report).toContain('From: "Alice" <sip:alice@example.com>');
  });

  it('is saved as a file, and copied only where that is allowed', async () => {
    await show();
    await screen.press('Save report');
    expect(asked).toMatchObject([['offhook-2026-05-12.md', expect.stringContaining('# Offhook')]]);
    canCopy = false;
    await screen.press('Copy report');
    expect(screen.text).toContain('It couldn’t be copied. Save it instead.');
  });

  it('never holds a secret, wherever somebody has put it', async () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9]{10,24}$/);

    await fc.assert(
      fc.asyncProperty(secret, secret, secret, async (password, nonce, credential) => {
        await show(leaky(password, nonce, credential));

        const report = await copyReport();

        expect(report).toContain('INVITE');
        for (const hidden of [password, nonce, credential]) {
          expect(report).not.toContain(hidden);
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** A phone system that repeats what it should keep to itself. */
function leaky(password: string, nonce: string, credential: string): Partial<ConnectionData> {
  const ladder = new Ladder();
  const remote = { uri: `sip:204:${password}@example.com`, displayName: null };

  ladder.take(
    [
      `INVITE sip:204:${password}@example.com SIP/2.0`,
      `From: "${password}" <sip:alice@example.com;x=${nonce}>;tag=1`,
      'To: <sip:204@example.com>',
      'Call-ID: a',
      'CSeq: 1 INVITE',
      `User-Agent: Talkative ${password}`,
      `Authorization: Digest nonce="${nonce}", response="${nonce}"`,
      `X-Turn: ${credential}`,
      'Content-Type: application/sdp',
      '',
      `v=0\r\na=ice-pwd:${nonce}\r\na=fmtp:111 x=${credential}`,
    ].join('\r\n'),
    true,
    NOW_MS,
  );

  return {
    account: {
      ...ACCOUNT,
      password,
      iceServers: [{ url: 'turn:turn.example.com', username: 'alice', credential }],
    },
    log: withFact(
      EMPTY_LOG,
      {
        type: 'registration-failed',
        failure: {
          code: 'refused',
          response: { statusCode: 400, reasonPhrase: `Bad password ${password}` },
        },
      },
      NOW_MS,
    ),
    ladder: ladder.parts,
    snapshot: snapshotLike({ calls: [talking('c1', { remote })] }),
  };
}

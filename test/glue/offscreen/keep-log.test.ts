import { keptDiagnostics } from '../../../extension/offscreen/keep-log';
import type { EventLog } from '../../../src/diagnostics/event-log';
import type { Request } from '../../../src/protocol/envelope';
import { fakeChrome } from '../../support/chrome-stubs';

/** The log that the worker keeps, and whether it dies over what it is asked. */
let kept: EventLog | null;
let isDead: boolean;

beforeEach(() => {
  jest.useFakeTimers();
  kept = null;
  isDead = false;
  fakeChrome.runtime.sendMessage.mockImplementation((message) => {
    const { type, payload } = message as Request; // The phone sends nothing else.

    if (isDead) {
      return Promise.reject(new Error('The message port closed before a response was received.'));
    }
    if (type === 'keepLog') {
      kept = (payload as { log: EventLog }).log;
    }

    return Promise.resolve({ ok: true, value: kept });
  });
});

afterEach(() => {
  jest.useRealTimers();
});

/** The log of a document that lives until its worker has kept what it noted. */
async function documentThatNotes(server: string) {
  const diagnostics = keptDiagnostics();

  await jest.advanceTimersByTimeAsync(0);
  diagnostics.opened(server);
  await jest.advanceTimersByTimeAsync(5_000);

  return diagnostics.newsSince({ log: null, ladder: null }).log?.entries ?? [];
}

const servers = (entries: EventLog['entries']) =>
  entries.flatMap(({ fact }) => (fact.type === 'connection-opened' ? [fact.server] : []));

it('remembers what the document before it noted', async () => {
  await documentThatNotes('wss://one.test');
  expect(servers(await documentThatNotes('wss://two.test'))).toEqual([
    'wss://one.test',
    'wss://two.test',
  ]);
});

it('remembers what comes, where the worker does not say what was', async () => {
  isDead = true;
  expect(servers(await documentThatNotes('wss://one.test'))).toEqual(['wss://one.test']);
});

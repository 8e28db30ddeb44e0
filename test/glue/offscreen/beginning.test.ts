/** @jest-environment jsdom */
import { begin } from '../../../extension/offscreen/beginning';
import { configuring } from '../../../extension/offscreen/configuring';
import { diallingBy } from '../../../extension/offscreen/dialling';
import { DEFAULT_SETTINGS } from '../../../src/account/settings';
import type { SavedPhone } from '../../../src/phone/recovery/saved-calls';
import type { Reply, Request } from '../../../src/protocol/envelope';
import type { Configuration } from '../../../src/protocol/requests';
import { aliceAccount } from '../../support/accounts';
import { fakeChrome } from '../../support/chrome-stubs';
import { newPhone } from '../../support/phone-to-try';
import { savedPhone } from '../../support/saved-phone';

const STORED: Configuration = { account: aliceAccount(), settings: DEFAULT_SETTINGS };

/** What the phone before has left. */
let left: SavedPhone | null;
/** Which requests the worker dies over, however often it is asked. */
let deadly: string[];

beforeEach(() => {
  jest.useFakeTimers();
  left = null;
  deadly = [];
  fakeChrome.runtime.sendMessage.mockClear();
  fakeChrome.runtime.sendMessage.mockImplementation((message) => {
    const { type } = message as Request; // The phone sends nothing else.

    return deadly.includes(type)
      ? Promise.reject(new Error('The message port closed before a response was received.'))
      : Promise.resolve({
          ok: true,
          value: type === 'configuration' ? STORED : left,
        } satisfies Reply);
  });
});

afterEach(() => {
  jest.useRealTimers();
});

/** A document that was just loaded, and what its phone has shown so far. */
function loaded(alone: Promise<void> = Promise.resolve()) {
  const all = newPhone();
  const shown: string[] = [];
  const progress = { isConfigured: false, hasBegun: false };
  const { configured, begun } = begin({
    phone: all.phone,
    configure: configuring({
      phone: all.phone,
      devices: { want: () => undefined },
      diallingBy,
    }),
    alone,
    log: () => undefined,
  });

  all.phone.subscribe(({ calls, account, registration }) => {
    shown.push(`${String(calls.length)} calls, ${account?.address ?? '-'}, ${registration.state}`);
  });
  configured.then(
    () => {
      progress.isConfigured = true;
    },
    () => undefined,
  );
  void begun.then(() => {
    progress.hasBegun = true;
  });

  return { ...all, shown, progress };
}

async function settle(): Promise<void> {
  await jest.advanceTimersByTimeAsync(0);
}

it('registers with the account that is stored', async () => {
  const { phone, progress } = loaded();

  await settle();
  expect(phone.snapshot).toMatchObject({
    account: { address: 'sip:alice@pbx.test' },
    registration: { state: 'registering' },
  });
  expect(progress).toEqual({ isConfigured: true, hasBegun: true });
});

it('shows the calls that were left before it shows the account', async () => {
  left = savedPhone();

  const { shown } = loaded();

  await settle();
  expect(shown.slice(0, 3)).toEqual([
    '0 calls, -, unregistered',
    '1 calls, -, unregistered',
    '1 calls, sip:alice@pbx.test, unregistered',
  ]);
});

it('asks for nothing while another document is the phone', async () => {
  const { progress, phone } = loaded(new Promise(() => undefined));

  await settle();
  expect(fakeChrome.runtime.sendMessage).not.toHaveBeenCalled();
  expect(phone.snapshot.account).toBeNull();
  expect(progress.hasBegun).toBe(false);
});

it('does not begin without its account, however long the worker is broken', async () => {
  deadly = ['configuration'];

  const { progress, phone } = loaded();

  await jest.advanceTimersByTimeAsync(60_000);
  expect(progress.hasBegun).toBe(false);
  deadly = [];
  await jest.advanceTimersByTimeAsync(1_000);
  expect(progress.hasBegun).toBe(true);
  expect(phone.snapshot.account?.address).toBe('sip:alice@pbx.test');
});

it('goes on without what was left where nobody can say what that is', async () => {
  left = savedPhone();
  deadly = ['savedCalls'];

  const { phone, progress } = loaded();

  await settle();
  expect(progress).toEqual({ isConfigured: true, hasBegun: true });
  expect(phone.snapshot.calls).toEqual([]);
});

it('shows itself and places no calls where it could not become the phone', async () => {
  const { progress } = loaded(Promise.reject(new Error('no locks here')));

  await settle();
  expect(progress).toEqual({ isConfigured: false, hasBegun: true });
});

/** @jest-environment jsdom */
import { follow } from '../../../extension/offscreen/followers';
import type { Request } from '../../../src/protocol/envelope';
import { fakeChrome } from '../../support/chrome-stubs';
import { registeredPhone } from '../../support/phone-to-try';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

const turn = () => jest.advanceTimersByTimeAsync(0);

/** A phone and who was told how many calls it has, in order. */
function followedPhone() {
  const all = registeredPhone();
  const told: string[] = [];
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });

  fakeChrome.runtime.sendMessage.mockImplementation((message) => {
    told.push((message as Request).type);

    return Promise.resolve({ ok: true, value: null });
  });
  const following = follow({
    phone: all.phone,
    begun,
    diagnostics: {
      follow: ({ calls }) => {
        told.push(`log ${String(calls.length)}`);
      },
    },
    sound: {
      follow: ({ calls }) => {
        told.push(`sound ${String(calls.length)}`);
      },
    },
  });

  return {
    ...all,
    told,
    begins: async () => {
      begin();
      await following;
    },
  };
}

it('tells nobody of a phone that does not know yet what there is', async () => {
  const { sip, told, begins } = followedPhone();

  sip.callIn('call-1');
  await Promise.resolve();
  expect(told).toEqual([]);
  await begins();
  expect(told.slice(0, 3)).toEqual(['log 1', 'sound 1', 'phoneChanged']);
});

it('lets a call be heard before the worker is woken for it, and has it kept', async () => {
  const { sip, told, begins } = followedPhone();

  await begins();
  await turn();
  told.length = 0;
  sip.callIn('call-1');
  await turn();
  expect(told).toEqual(['log 1', 'sound 1', 'phoneChanged', 'saveCalls']);
});

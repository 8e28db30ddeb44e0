/** @jest-environment jsdom */
import {
  askExtension,
  ExtensionGone,
  isExtensionThere,
  whenExtensionGoes,
} from '../../../extension/browser/extension-life';
import { loadScript } from '../../../extension/browser/late-script';
import { answerPopup } from '../../../extension/browser/numbers-port';
import { words, worker } from '../../../extension/browser/page-link';
import { NUMBERS_PORT } from '../../../src/protocol/page-numbers';
import { EXTENSION_ID, fakeChrome, fakePort, freshChrome } from '../../support/chrome-stubs';

const INVALIDATED = new Error('Extension context invalidated.');

beforeEach(() => {
  freshChrome();
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

/** Chrome updates, disables or removes the extension under the page. */
function goAway(): void {
  Reflect.set(fakeChrome.runtime, 'id', undefined);
}

describe('a script in a page whose extension goes', () => {
  it('is told by a rejection, whatever its words', async () => {
    fakeChrome.runtime.sendMessage.mockImplementation(() => {
      goAway();

      return Promise.reject(new TypeError("Cannot read properties of undefined (reading 'x')"));
    });

    await expect(worker('pageSettings')).rejects.toThrow(ExtensionGone);
  });

  it('is told by what is thrown at once', async () => {
    fakeChrome.runtime.sendMessage.mockImplementation(() => {
      goAway();
      throw INVALIDATED;
    });

    await expect(worker('pageSettings')).rejects.toThrow(ExtensionGone);
  });

  it('is told by an answer that never is one', async () => {
    const asked = askExtension(() => {
      goAway();

      return Promise.resolve(undefined);
    });

    await expect(asked).rejects.toThrow(ExtensionGone);
  });

  it('is told where there is no runtime at all', async () => {
    Object.assign(chrome, { runtime: undefined });

    expect(isExtensionThere()).toBe(false);
    await expect(worker('pageSettings')).rejects.toThrow(ExtensionGone);
  });

  it('is told when it wants words, or another script', async () => {
    goAway();

    expect(() => words('cardCall')).toThrow(ExtensionGone);
    await expect(loadScript('linkify')).rejects.toThrow(ExtensionGone);
  });

  it('hears of it though nobody touches the page, once', () => {
    const gone = jest.fn();

    whenExtensionGoes(gone);
    jest.advanceTimersByTime(60_000);
    expect(gone).not.toHaveBeenCalled();
    goAway();
    jest.advanceTimersByTime(60_000);

    expect(gone).toHaveBeenCalledTimes(1);
  });

  it('hears of it when the page is looked at again', () => {
    const gone = jest.fn();

    whenExtensionGoes(gone);
    goAway();
    document.dispatchEvent(new Event('visibilitychange'));

    expect(gone).toHaveBeenCalledTimes(1);
  });
});

it('a failure while the extension is there stays what it is', async () => {
  await expect(askExtension(() => Promise.reject(INVALIDATED))).rejects.toBe(INVALIDATED);
});

it('stops telling a popup whose Port has gone', async () => {
  const port = fakePort(NUMBERS_PORT, { id: EXTENSION_ID });
  const list = jest.fn(() => Promise.resolve({ numbers: [], isCapped: false }));

  port.postMessage.mockImplementation(() => {
    throw new Error('Attempting to use a disconnected port object');
  });
  answerPopup(list, () => undefined);
  fakeChrome.runtime.onConnect.dispatch(port);
  await jest.advanceTimersByTimeAsync(10_000);

  expect(list).toHaveBeenCalledTimes(1);
});

import type { TabPage } from '../../../extension/browser/tab-page';
import { fakeChrome, fakePort, freshChrome } from '../../support/chrome-stubs';

const NUMBER = { e164: '+493023125000', ext: null, written: '030', country: 'DE', isFax: false };

let told: TabPage[];
let port: ReturnType<typeof fakePort>;
let reveal: (request: { frameId: string; e164: string; ext: string | null }) => void;

beforeEach(() => {
  jest.useFakeTimers();
  freshChrome();
  told = [];
  port = fakePort('numbers');
  fakeChrome.tabs.connect.mockReturnValue(port);
});

afterEach(() => {
  jest.useRealTimers();
});

async function open(url: string | null = 'https://CRM.example/customers'): Promise<void> {
  fakeChrome.tabs.query.mockResolvedValue([url === null ? { id: 3 } : { id: 3, url }]);
  jest.resetModules();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- it meets a fresh browser each time
  const { watchTabPage } = require('../../../extension/browser/tab-page') as {
    watchTabPage: (onPage: (page: TabPage) => void) => typeof reveal;
  };

  reveal = watchTabPage((page) => told.push(page));
  await jest.advanceTimersByTimeAsync(0);
}

function report(frameId: string, isTop: boolean) {
  return { frameId, isTop, numbers: [NUMBER], isCapped: false };
}

it('asks all frames of the tab below, and tells at once what they say', async () => {
  await open();
  expect(fakeChrome.tabs.connect).toHaveBeenCalledWith(3, { name: 'numbers' });
  expect(told).toEqual([{ host: 'crm.example', isClosed: false, reports: null }]);

  port.onMessage.dispatch(report('inner', false));
  port.onMessage.dispatch(report('top', true));

  expect(told.at(-1)?.reports?.map(({ frameId }) => frameId)).toEqual(['top', 'inner']);
});

it('takes each frame’s last word', async () => {
  await open();
  port.onMessage.dispatch(report('top', true));
  port.onMessage.dispatch({ ...report('top', true), numbers: [] });

  expect(told.at(-1)?.reports).toMatchObject([{ frameId: 'top', numbers: [] }]);
});

it('says that there are no numbers when nobody answered in time', async () => {
  await open();
  expect(told.at(-1)?.reports).toBeNull();
  await jest.advanceTimersByTimeAsync(150);

  expect(told.at(-1)?.reports).toEqual([]);
});

it('says so at once where nothing of ours is', async () => {
  await open();
  port.onDisconnect.dispatch();

  expect(told.at(-1)?.reports).toEqual([]);
});

it('believes no message that is no report', async () => {
  await open();
  port.onMessage.dispatch({ frameId: 'top', numbers: 'many' });

  expect(told.at(-1)?.reports).toBeNull();
});

it.each([
  ['chrome://extensions/', null, true],
  ['chrome-extension://abc/options.html', null, true],
  ['file:///home/alice/list.html', null, false],
  ['http://intranet/', 'intranet', false],
  // No click on the icon opened the popup, so its address is not ours to see.
  [null, null, false],
])('knows what kind of page %s is', async (url, host, isClosed) => {
  await open(url);

  expect(told[0]).toEqual({ host, isClosed, reports: null });
});

it('goes to a number on the page', async () => {
  await open();
  reveal({ frameId: 'top', e164: '+493023125000', ext: null });

  expect(port.postMessage).toHaveBeenCalledWith({
    reveal: { frameId: 'top', e164: '+493023125000', ext: null },
  });
});

it('tells of no page when the phone stands in a tab or window of its own', async () => {
  fakeChrome.tabs.getCurrent.mockResolvedValue({ id: 9 });
  await open();
  await jest.advanceTimersByTimeAsync(150);

  expect(told).toEqual([]);
  expect(fakeChrome.tabs.connect).not.toHaveBeenCalled();
});

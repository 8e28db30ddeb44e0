import { showToWatchers } from '../../../extension/offscreen/watchers';
import type { PhoneSnapshot } from '../../../src/protocol/snapshot';
import { fakeChrome, fakePort } from '../../support/chrome-stubs';
import { registeredPhone } from '../../support/phone-to-try';

beforeEach(() => {
  fakeChrome.runtime.onConnect.clear();
});

/** A phone that shows itself to pages as soon as it begins. */
function phoneToWatch() {
  const all = registeredPhone();
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });

  showToWatchers({ ...all, begun });

  return {
    ...all,
    begins: async () => {
      begin();
      await begun;
    },
  };
}

/** A page of ours that is opened, and how many calls each snapshot shows it. */
function openPage(name = 'phone') {
  const port = fakePort(name);
  const seen = () =>
    port.postMessage.mock.calls.map(([snapshot]) => (snapshot as PhoneSnapshot).calls.length);

  fakeChrome.runtime.onConnect.dispatch(port);

  return {
    seen,
    close: () => {
      port.onDisconnect.dispatch();
    },
  };
}

it('shows a page the phone at once, and every change of it', async () => {
  const { phone, begins } = phoneToWatch();

  await begins();

  const page = openPage();

  await Promise.resolve();
  expect(page.seen()).toEqual([0]);
  phone.dial('200');
  expect(page.seen().at(-1)).toBe(1);
});

it('shows nothing before the phone knows what there is', async () => {
  const { sip, begins } = phoneToWatch();
  const page = openPage();

  sip.callIn('call-1');
  await Promise.resolve();
  expect(page.seen()).toEqual([]);
  await begins();
  expect(page.seen()).toEqual([1]);
});

it('readies a call for whoever looks at the phone', async () => {
  const { sip, begins } = phoneToWatch();

  openPage();
  expect(sip.preparations).toBe(0);
  await begins();
  expect(sip.preparations).toBe(1);
});

it('shows a closed page nothing more', async () => {
  const { sip, begins } = phoneToWatch();

  await begins();

  const page = openPage();

  await Promise.resolve();
  page.close();
  sip.callIn('call-1');
  expect(page.seen()).toEqual([0]);
});

it('shows nothing to a page that was closed before the phone began', async () => {
  const { sip, begins } = phoneToWatch();
  const page = openPage();

  page.close();
  await begins();
  sip.callIn('call-1');
  expect(page.seen()).toEqual([]);
});

it('shows nothing over another Port', async () => {
  const { begins } = phoneToWatch();

  await begins();

  const page = openPage('page');

  await Promise.resolve();
  expect(page.seen()).toEqual([]);
});

import { useCallBed } from './support/call-story';
import { until } from './support/waiting';

const open = useCallBed();

it('leaves the registrar when it goes, and comes back by itself', async () => {
  const { browser, pbx } = open();
  const { instanceId } = await browser.snapshot();
  const worker = await browser.worker();

  await worker.evaluate(() => chrome.offscreen.closeDocument());
  await pbx.untilUnregistered('alice');
  // Not only the socket's end: nobody was left to answer a challenge to the goodbye.
  await pbx.untilMessage(
    ({ text }) => text.includes(';expires=0') && text.includes('\nAuthorization: '),
  );
  await browser.control.ask('worker', 'ensurePhone');
  await browser.untilSnapshot(
    'a new phone, registered',
    (snapshot) =>
      snapshot.instanceId !== instanceId && snapshot.registration.state === 'registered',
  );

  expect(pbx.contactsOf('alice')).toHaveLength(1);
});

it('comes back by the alarm alone, within 31 seconds', async () => {
  const { browser, pbx } = open();
  const worker = await browser.worker();

  await worker.evaluate(() => chrome.offscreen.closeDocument());
  await pbx.untilUnregistered('alice');

  const goneAtMs = Date.now();

  await pbx.untilRegistered('alice', { timeoutMs: 35_000 });
  expect(Date.now() - goneAtMs).toBeLessThan(31_000);
  await browser.untilRegistered();
});

it('comes back within a second when the popup opens', async () => {
  const { browser, pbx } = open();
  const worker = await browser.worker();

  await worker.evaluate(() => chrome.offscreen.closeDocument());
  await pbx.untilUnregistered('alice');

  const openedAtMs = Date.now();

  await worker.evaluate(() => chrome.action.openPopup());
  await pbx.untilRegistered('alice');
  expect(Date.now() - openedAtMs).toBeLessThan(1_000);
  await browser.untilRegistered();
});

it('registers again when the server dropped the connection', async () => {
  const { browser, pbx } = open();

  const saidBefore = (await browser.control.snapshots()).length;

  pbx.dropSockets();
  // Among all it said: the phone is often back before anybody looks.
  await until('the loss', async () => {
    const said = (await browser.control.snapshots()).slice(saidBefore);

    return said.some(({ registration }) => registration.state === 'failed') ? true : null;
  });
  await browser.untilRegistered();

  expect(pbx.contactsOf('alice')).toHaveLength(1);
});

it('shows the loss on the toolbar and the return too', async () => {
  const { browser, pbx } = open();

  pbx.refuseSocketsWith(503);
  pbx.dropSockets();
  await browser.untilBadge('the loss', ({ text }) => text === '!');
  pbx.refuseSocketsWith(null);
  await browser.control.ask('phone', 'reconnect');
  await browser.untilBadge('the return', ({ text }) => text === '');
});

it('shows its state in a popup while the worker is dead, and does not need to wake it', async () => {
  const { browser } = open();
  const { call } = await open().ringAlice();

  await browser.killWorker();

  const popup = await browser.openOwnPage('popup.html');

  await popup.waitForSelector('::-p-text(Bob)');
  await popup.waitForSelector('aria/Answer');
  await open().command(call, { type: 'decline' });
  await popup.waitForSelector('::-p-text(You declined)');
});

it('lives on after malformed messages from the server', async () => {
  const { browser, pbx } = open();
  const { instanceId } = await browser.snapshot();

  for (const message of [
    'INVITE tel:+4930 SIP/2.0\r\n\r\n',
    'SIP/2.0 200 OK\r\nCSeq: what\r\n\r\n',
    '\r\n\r\n',
    'HELLO',
  ]) {
    pbx.sendRaw('alice', message);
  }

  const { call } = await open().ringAlice();

  expect(call.state).toBe('ringing');
  expect((await browser.snapshot()).instanceId).toBe(instanceId);
});

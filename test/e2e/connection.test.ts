import type { PhoneSnapshot } from '../../src/protocol/snapshot';
import { outcomeOf } from '../../src/call/outcome';
import { useCallBed, type CallBed } from './support/call-story';

const open = useCallBed();

afterEach(async () => {
  const { pbx, browser } = open();

  pbx.goSilent(false);
  pbx.refuseRegistrationsWith(null);
  pbx.refuseSocketsWith(null);
  await browser.control.ask('phone', 'reconnect');
  await browser.untilRegistered();
});

/** Resolves with the milliseconds until the phone says that it is not registered any more. */
async function untilLost({ browser }: CallBed, withinMs: number): Promise<number> {
  const sinceMs = performance.now();

  await browser.untilSnapshot(
    'the loss',
    ({ registration }) => registration.state !== 'registered',
    { timeoutMs: withinMs },
  );

  return performance.now() - sinceMs;
}

function failureOf({ registration }: PhoneSnapshot): string | null {
  return registration.state === 'failed' ? registration.failure.code : null;
}

/** Until when the phone is registered, epoch milliseconds. */
function endOfRegistration({ registration }: PhoneSnapshot): number {
  return registration.state === 'registered' ? registration.expiresAtMs : 0;
}

it('a server that goes silent is found out within 40 seconds, and found again', async () => {
  const bed = open();

  bed.pbx.goSilent(true);
  expect(await untilLost(bed, 45_000)).toBeLessThan(40_000);
  bed.pbx.goSilent(false);
  await bed.browser.untilRegistered();

  expect(bed.pbx.contactsOf('alice')).toHaveLength(1);
});

it('in a call it is found out within 15 seconds, and nobody hears anything of it', async () => {
  const bed = open();

  const { bob } = await bed.talk();

  bed.pbx.goSilent(true);
  expect(await untilLost(bed, 20_000)).toBeLessThan(15_000);
  await bed.untilBothHear(bob);
});

it('a network that went is noticed within two seconds, and its return within two', async () => {
  const bed = open();
  const offscreen = await bed.browser.offscreen();

  bed.pbx.goSilent(true);
  await offscreen.setOfflineMode(true);
  expect(await untilLost(bed, 5_000)).toBeLessThan(2_000);
  bed.pbx.goSilent(false);

  const backAtMs = performance.now();

  await offscreen.setOfflineMode(false);
  await bed.browser.untilRegistered();
  expect(performance.now() - backAtMs).toBeLessThan(2_000);
});

describe('after the machine slept', () => {
  const SLEEP_MS = 12_000;

  it.each([
    [
      'a connection that was closed meanwhile',
      ({ pbx }: CallBed) => {
        pbx.dropSockets();
      },
    ],
    [
      'a connection that nothing comes through',
      ({ pbx }: CallBed) => {
        pbx.forgetSockets();
      },
    ],
  ])('%s is made anew within three seconds', async (_, breakIt) => {
    const bed = open();
    const before = endOfRegistration(await bed.browser.snapshot());

    await bed.browser.sleep(SLEEP_MS, () => {
      breakIt(bed);
    });

    const wokeAtMs = performance.now();

    await bed.browser.untilSnapshot(
      'the registration after the sleep',
      (now) => endOfRegistration(now) > before,
    );
    expect(performance.now() - wokeAtMs).toBeLessThan(3_000);
    expect((await bed.ringAlice()).call.state).toBe('ringing');
  });

  it('a connection that lives is left as it is', async () => {
    const bed = open();
    const { registration } = await bed.browser.snapshot();

    await bed.browser.sleep(SLEEP_MS);
    await bed.dial('busy');
    expect(outcomeOf(await bed.untilEnded())).toBe('busy');
    expect((await bed.browser.snapshot()).registration).toEqual(registration);
  });
});

it('a network that only changed is no loss', async () => {
  const bed = open();
  const offscreen = await bed.browser.offscreen();
  const { revision } = await bed.browser.snapshot();

  await offscreen.evaluate(() => {
    window.dispatchEvent(new Event('online'));
  });
  // The server's answer to the call that follows the sign of life is behind it.
  await bed.dial('busy');
  expect(outcomeOf(await bed.untilEnded())).toBe('busy');

  const said = (await bed.browser.control.snapshots()).filter((now) => now.revision > revision);

  expect(said.filter(({ registration }) => registration.state !== 'registered')).toEqual([]);
});

it('a phone system that has enough phones is told so, and asked again in time', async () => {
  const { browser, pbx } = open();

  pbx.refuseRegistrationsWith(603, {
    reasonPhrase: 'Too Many Contacts',
    headers: ['Retry-After: 2'],
  });
  pbx.dropSockets();

  const popup = await browser.openOwnPage('popup.html');

  await browser.untilSnapshot('the refusal', (now) => failureOf(now) === 'too-many-phones');
  await popup.waitForSelector('::-p-text(Too many phones use this account)');
  await popup.waitForSelector('::-p-text(Next try in)');
  pbx.refuseRegistrationsWith(null);
  await browser.untilRegistered();
  await popup.waitForSelector('::-p-text(Ready to receive calls)');
});

it('a wrong password is not tried again, whatever becomes of the connection', async () => {
  const { browser, pbx } = open();
  const asked = () => pbx.messages.filter(({ text }) => text.startsWith('REGISTER ')).length;

  pbx.refuseRegistrationsWith(401);
  pbx.dropSockets();

  const popup = await browser.openOwnPage('popup.html');

  await browser.untilSnapshot('the refusal', (now) => failureOf(now) === 'wrong-password');
  await popup.waitForSelector('aria/Change the password');

  const before = asked();
  const offscreen = await browser.offscreen();

  pbx.dropSockets();
  await offscreen.evaluate(() => {
    window.dispatchEvent(new Event('online'));
  });
  await popup.waitForSelector('aria/Try now');
  expect(asked()).toBe(before);
  expect((await browser.snapshot()).registration).toMatchObject({
    state: 'failed',
    retryAtMs: null,
  });
  pbx.refuseRegistrationsWith(null);
  await popup.click('aria/Try now');
  await popup.waitForSelector('::-p-text(Ready to receive calls)');
});

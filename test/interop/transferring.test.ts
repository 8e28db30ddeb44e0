import type { Page } from 'puppeteer';
import { isLive, type Call } from '../../src/call/call';
import { outcomeOf } from '../../src/call/outcome';
import { untilSettled } from '../e2e/support/settled';
import { callStory, TONE_HZ, VOICE_HZ } from '../e2e/support/story-bed';
import type { Baresip } from './bed/baresip';
import {
  FOLLOWS_WHERE_SENT,
  IS_ASKED_FIRST,
  keepsThePlaceOf,
  takesThePlaceOf,
} from './bed/sipp-transferring';
import { untilHears, useCompany, type CompanyBed } from './company-bed';

const CAROLS_HZ = 600;

let bob: Baresip;
let carol: Baresip;

const open = useCompany(async (bed) => {
  [bob, carol] = await Promise.all([
    bed.deskPhone('bob'),
    bed.deskPhone('carol', { toneHz: CAROLS_HZ }),
  ]);
});

callStory('Alice sends Bob on to Carol: they hear each other, without her', open, async (bed) => {
  const popup = await bed.browser.openPopup();

  await bed.talkTo(bob);
  await bed.middle();
  await choose(popup, 'carol@bed.test', 'Transfer now');
  await Promise.all([untilHears(bob, CAROLS_HZ), untilHears(carol, TONE_HZ)]);

  const call = await bed.untilEnded();

  expect(outcomeOf(call)).toBe('talked');
  expect(call.transfer).toMatchObject({ state: 'done', response: { statusCode: 200 } });
});

it('Alice sends Bob on to somebody busy, and is back with him', async () => {
  const bed = open();
  const popup = await bed.browser.openPopup();

  await bed.talkTo(bob);
  await choose(popup, 'busy@bed.test', 'Transfer now');
  await popup.waitForSelector('::-p-text(busy is busy.)');

  const call = await bed.untilCall('the call with Bob', ({ state }) => state === 'established');

  expect(call.transfer).toMatchObject({ state: 'failed', response: { statusCode: 486 } });
  await bed.untilBothHear(bob);
});

it('Bob sends Alice on to Carol: she is asked, and calls her', async () => {
  const bed = open();
  const popup = await bed.browser.openPopup();

  await bed.talkTo(bob);
  await bob.transferTo('carol');
  await popup.waitForSelector('::-p-text(bob asks you to call carol instead.)');
  await untilSettled(popup);
  await popup.locator('::-p-xpath(//section[@role="alert"]//button[contains(., "Call")])').click();
  await carol.untilTalks();
  await bed.browser.untilHeard(CAROLS_HZ);
  await bob.untilCallEnds(); // He was told that it went well (RFC 3515 §2.4.5).
});

it('Alice asks Erin about Dave, and his phone takes her place in the call with Erin', async () => {
  const bed = open();
  const popup = await bed.browser.openPopup();
  const dave = await bed.company.sippAnswers('dave', { script: FOLLOWS_WHERE_SENT });
  const erin = await bed.company.sippAnswers('erin', { script: IS_ASKED_FIRST, callCount: 2 });

  await bed.dial('dave');

  const call = await bed.untilCall('Dave', ({ state }) => state === 'established');

  await choose(popup, 'erin@bed.test', 'Ask first');
  await popup.waitForSelector('::-p-text(About dave, who is on hold)');
  await bed.browser.untilHeard(VOICE_HZ); // Her own: Erin's phone gives it back.
  await popup.locator('aria/Connect them').click();

  const { uri, replaces } = referredTo(await dave.untilHears('REFER'));
  const davesOther = await bed.company.sippCalls('dave', 'erin', {
    script: (parties) => takesThePlaceOf(replaces, { ...parties, uri }),
  });

  await davesOther.untilHears('SIP/2.0 200 OK');
  await erin.goOn();
  await dave.goOn();
  await Promise.all([dave.untilDone(), erin.untilDone(), davesOther.untilDone()]);

  const calls = await untilOver(bed);

  expect(calls.find(({ id }) => id === call.id)?.transfer?.state).toBe('done');
});

it('Dave asks Erin and connects her with Alice, who is asked, and talks on with Erin', async () => {
  const bed = open();
  const popup = await bed.browser.openPopup();
  const dave = await bed.company.sippAnswers('dave');

  await bed.dial('dave');

  const call = await bed.untilCall('Dave', ({ state }) => state === 'established');
  const replaces = replacesOf(await dave.untilHears('ACK'));
  const erin = await bed.company.sippCalls('erin', 'alice', {
    script: (parties) => keepsThePlaceOf(replaces, parties),
  });

  await popup.waitForSelector('::-p-text(wants to take over this call from dave.)');
  await untilSettled(popup);
  await popup.locator('aria/Switch').click();
  await dave.untilDone();

  const now = await bed.untilCall('Erin', ({ remote }) => remote.uri === 'sip:erin@bed.test');

  expect(now.establishedAtMs).toBe(call.establishedAtMs); // One card, and one time for the user.
  await bed.browser.untilHeard(VOICE_HZ); // Her own: Erin's phone gives it back.
  await bed.command(now, { type: 'hang-up' });
  await erin.untilDone();
});

it('Alice asks Carol about Bob and connects them', async () => {
  const bed = open();
  const popup = await bed.browser.openPopup();

  await bed.talkTo(bob);
  await choose(popup, 'carol@bed.test', 'Ask first');
  await bed.browser.untilHeard(CAROLS_HZ);
  await bob.untilHearsNothing();
  await popup.locator('aria/Connect them').click();
  // Bob's phone knows nothing of Replaces: it calls Carol's once more.
  await Promise.all([untilHears(bob, CAROLS_HZ), untilHears(carol, TONE_HZ)]);
  await untilOver(bed);
});

/** Resolves with both calls when they are over, which Alice has talked in. */
async function untilOver(bed: CompanyBed): Promise<readonly Call[]> {
  const { calls } = await bed.browser.untilSnapshot('both calls to be over', (snapshot) =>
    snapshot.calls.every((call) => !isLive(call)),
  );

  expect(calls.map(outcomeOf)).toEqual(['talked', 'talked']);

  return calls;
}

/** Whom a REFER names, and which call with them the new one takes the place of (RFC 3891 §3). */
function referredTo(refer: string): { readonly uri: string; readonly replaces: string } {
  const [, uri = '', replaces = ''] =
    /^Refer-To:.*<([^?>]+)\?Replaces=([^>&]+)>/im.exec(refer) ?? [];

  return { uri, replaces: decodeURIComponent(replaces) };
}

/** What names the call that this ACK belongs to, to the one who sent it (RFC 3891 §3). */
function replacesOf(ack: string): string {
  const [, callId = ''] = /^Call-ID: *(\S+)/im.exec(ack) ?? [];
  const [, own = ''] = /^From:.*;tag=([^;\s]+)/im.exec(ack) ?? [];
  const [, other = ''] = /^To:.*;tag=([^;\s]+)/im.exec(ack) ?? [];

  return `${callId};to-tag=${own};from-tag=${other}`;
}

/** Says in the popup whom the other party shall talk to. */
async function choose(popup: Page, target: string, how: string): Promise<void> {
  await popup.locator('aria/Transfer').click();
  await popup.locator('aria/Number or address to transfer to').fill(target);
  await popup.locator(`aria/${how}`).click();
}

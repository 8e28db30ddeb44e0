import { outcomeOf } from '../../src/call/outcome';
import { aliceAccount } from '../support/accounts';
import { Pbx } from '../pbx/pbx';
import { BOB, callStory, useCallBed, type CallBed } from './support/call-story';

const open = useCallBed();
const MOST_MS = 10_000;

let first: Pbx;
let second: Pbx;
let servers: readonly [string, string];

beforeEach(async () => {
  [first, second] = await Promise.all([startPbx(), startPbx()]);
  // One that is closed has no address any more.
  servers = [first.url, second.url];
});

afterEach(async () => {
  await Promise.all([first.close(), second.close()]);
});

function startPbx(): Promise<Pbx> {
  return Pbx.start({ users: { alice: { password: 'secret', displayName: 'Alice' } } });
}

/** Sets the phone up with both servers, the first one preferred. */
async function useBoth({ browser }: CallBed): Promise<void> {
  await browser.configure(null);
  await browser.untilSnapshot('the phone without an account', (now) => now.account === null);
  await browser.configure(aliceAccount({ servers }));
}

/** Bob calls by way of this server, is answered, and both hear each other. */
async function talkBy(bed: CallBed, pbx: Pbx): Promise<void> {
  const bob = await pbx.ring('alice', { from: BOB, media: 'tone' });

  await bed.command(await bed.untilRings(), { type: 'answer' });
  await bob.until('established');
  await bed.untilBothHear(bob);
  await bob.hangUp();

  expect(outcomeOf(await bed.untilEnded())).toBe('talked');
}

describe('the first of two servers', () => {
  it.each<[string, () => unknown]>([
    ['refuses connections', () => first.close()],
    [
      'takes them and says nothing',
      () => {
        first.goSilent(true);
      },
    ],
    [
      'has no time for anybody (503)',
      () => {
        first.answerEverythingWith(503);
      },
    ],
    [
      'is a web server whose phone system is gone',
      () => {
        first.refuseSocketsWith(503);
      },
    ],
  ])('%s: the phone is at the second within 10 s, and rings there', async (_what, die) => {
    const bed = open();

    await die();
    await useBoth(bed);
    const askedAtMs = Date.now();

    await second.untilRegistered('alice', { timeoutMs: MOST_MS });
    expect(Date.now() - askedAtMs).toBeLessThan(MOST_MS);

    await talkBy(bed, second);
    expect((await bed.browser.snapshot()).registration).toMatchObject({
      state: 'registered',
      server: second.url,
      isBackup: true,
    });
  });
});

callStory('the first server goes down, and calls come by way of the second', open, async (bed) => {
  await useBoth(bed);
  await first.untilRegistered('alice');
  await talkBy(bed, first);
  await first.close();
  const goneAtMs = Date.now();

  await bed.middle();
  await second.untilRegistered('alice', { timeoutMs: MOST_MS });
  expect(Date.now() - goneAtMs).toBeLessThan(MOST_MS);

  await talkBy(bed, second);
});

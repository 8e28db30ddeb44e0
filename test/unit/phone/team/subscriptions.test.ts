import { askAgainDelayMs } from '../../../../src/phone/team/subscription';
import { Subscriptions } from '../../../../src/phone/team/subscriptions';
import type { EventPackage, Watch } from '../../../../src/phone/team/subscription';
import { FakeClock } from '../../../support/fake-clock';
import { FakeSipStack } from '../../../support/fake-sip-stack';

const MAILBOX: Watch = { event: 'message-summary', uri: 'sip:alice@pbx.test' };
const MAILBOX_ID = 'message-summary sip:alice@pbx.test';
const MINUTE_MS = 60_000;

function watchesOf(event: EventPackage, count: number): Watch[] {
  return Array.from({ length: count }, (_, i) => ({ event, uri: `sip:${i}@pbx.test` }));
}

function setUp(watches: readonly Watch[] = [MAILBOX]) {
  const sip = new FakeSipStack();
  const clock = new FakeClock();
  const news: [uri: string, body: string | null][] = [];
  const subscriptions = new Subscriptions({
    sip,
    clock,
    onNews: ({ uri }, body) => {
      news.push([uri, body]);
    },
  });

  sip.onReport = (report) => {
    switch (report.type) {
      case 'subscribed':
      case 'subscription-refused':
      case 'notified':
        subscriptions.receive(report);
        break;
      default:
        throw new Error(`not for subscriptions: ${report.type}`);
    }
  };
  subscriptions.want(watches);

  return { sip, clock, news, subscriptions };
}

function upAndTold() {
  const all = setUp();

  all.subscriptions.online();
  all.sip.subscribed(MAILBOX_ID);
  all.sip.notified(MAILBOX_ID, 'one');

  return all;
}

test('nothing is asked for before the phone is registered', () => {
  const { sip, clock, subscriptions } = setUp();

  clock.pass(MINUTE_MS);
  expect(sip.asked).toEqual([]);
  subscriptions.online();
  expect(sip.asked).toEqual([{ id: MAILBOX_ID, ...MAILBOX, expiresS: 3600 }]);
});

test('a registration that is made again asks for nothing anew', () => {
  const { sip, clock, subscriptions } = upAndTold();

  subscriptions.online();
  clock.pass(MINUTE_MS);
  expect(sip.asked).toHaveLength(1);
});

test('what is told is passed on', () => {
  const { news } = upAndTold();

  expect(news).toEqual([['sip:alice@pbx.test', 'one']]);
});

describe('a subscription is made again', () => {
  test.each([
    [3600, 0.8 * 3600],
    [600, 480],
    [5, 48],
    [99_999_999, 0.8 * 3600],
    [null, 0.8 * 3600],
  ])('at 80 %% of %s granted seconds, as far as they are believed', (granted, afterS) => {
    const { sip, clock, subscriptions } = setUp();

    subscriptions.online();
    sip.subscribed(MAILBOX_ID, granted);
    sip.notified(MAILBOX_ID, 'one');
    clock.pass(afterS * 1000 - 1);
    expect(sip.asked).toHaveLength(1);
    clock.pass(1);
    expect(sip.asked).toHaveLength(2);
  });

  test('sooner when a NOTIFY shortens it, and no later when one prolongs it', () => {
    const { sip, clock } = upAndTold();

    sip.notified(MAILBOX_ID, 'two', { expiresInS: 120 });
    sip.notified(MAILBOX_ID, 'three', { expiresInS: 3000 });
    clock.pass(96_000);
    expect(sip.asked).toHaveLength(2);
  });

  test('not by a server that says again and again that it is about to end', () => {
    const { sip, clock } = upAndTold();

    for (let second = 0; second < 600; second += 1) {
      sip.notified(MAILBOX_ID, 'again', { expiresInS: 1 });
      clock.pass(1000);
      if (sip.asked.length > 1) {
        sip.subscribed(MAILBOX_ID, 1);
      }
    }
    expect(sip.asked.length).toBeLessThan(15);
  });

  test('a moment after the server says that it does not know it', () => {
    const { sip, clock, news } = upAndTold();

    clock.pass(0.8 * 3600_000);
    sip.subscriptionRefused(MAILBOX_ID, 481);
    clock.pass(749);
    expect(sip.asked).toHaveLength(2);
    clock.pass(1);
    expect(sip.asked).toHaveLength(3);
    expect(news).toHaveLength(1);
  });

  test('after a silence of 32 seconds instead of a NOTIFY, and not at once', () => {
    const { sip, clock, subscriptions } = setUp();

    subscriptions.online();
    sip.subscribed(MAILBOX_ID);
    clock.pass(32_000 + 22_499);
    expect(sip.asked).toHaveLength(1);
    clock.pass(1);
    expect(sip.asked).toHaveLength(2);
  });

  test('when a NOTIFY came before the answer, there is no silence', () => {
    const { sip, clock, subscriptions } = setUp();

    subscriptions.online();
    sip.notified(MAILBOX_ID, 'early');
    sip.subscribed(MAILBOX_ID);
    clock.pass(30 * MINUTE_MS);
    expect(sip.asked).toHaveLength(1);
  });
});

describe('after an end', () => {
  test.each([
    ['deactivated', null, 750],
    ['timeout', 900, 750],
    ['probation', 10, 11_000],
    ['probation', null, 22_500],
    ['giveup', 60, 66_000],
    ['giveup', null, 22_500],
    ['giveup', 9_999_999, 3_960_000],
    [null, 7, 7_700],
    [null, null, 750],
    ['something-new', 0, 750],
    ['rejected', 5, null],
    ['noresource', null, null],
    ['invariant', null, null],
  ])('of %s with Retry-After %s it is asked again after %s ms', (reason, retryAfterS, afterMs) => {
    const { sip, clock } = upAndTold();

    sip.notified(MAILBOX_ID, '', { state: 'terminated', reason, retryAfterS });
    clock.pass(afterMs === null ? 24 * 60 * MINUTE_MS : afterMs - 1);
    expect(sip.asked).toHaveLength(1);
    if (afterMs !== null) {
      clock.pass(1);
      expect(sip.asked).toHaveLength(2);
    }
  });

  test.each([
    [403, null, null],
    [404, null, null],
    [489, null, null],
    [401, null, null],
    [604, null, null],
    [302, null, null],
    [408, null, 22_500],
    [480, null, 22_500],
    [500, null, 22_500],
    [503, 120, 132_000],
    [503, 0, 750],
    [null, null, 22_500],
  ])('by %s with Retry-After %s it is asked again after %s ms', (status, retryAfterS, afterMs) => {
    const { sip, clock, subscriptions } = setUp();

    subscriptions.online();
    sip.subscriptionRefused(MAILBOX_ID, status, retryAfterS);
    clock.pass(afterMs === null ? 24 * 60 * MINUTE_MS : afterMs - 1);
    expect(sip.asked).toHaveLength(1);
    if (afterMs !== null) {
      clock.pass(1);
      expect(sip.asked).toHaveLength(2);
    }
  });

  test('what was known is no longer believed when it is for good, but holds when nothing changes any more', () => {
    const refused = upAndTold();
    const invariant = upAndTold();

    refused.sip.notified(MAILBOX_ID, '', { state: 'terminated', reason: 'noresource' });
    invariant.sip.notified(MAILBOX_ID, '', { state: 'terminated', reason: 'invariant' });
    expect(refused.news.at(-1)).toEqual(['sip:alice@pbx.test', null]);
    expect(invariant.news.at(-1)).toEqual(['sip:alice@pbx.test', 'one']);
  });

  test('what was known holds as long as was granted, and not longer without an answer', () => {
    const { sip, clock, news } = upAndTold();

    clock.pass(0.8 * 3600_000);
    for (let asked = 2; clock.nowMs() < 1_000_000 + 3600_000; asked += 1) {
      expect(news).toHaveLength(1);
      sip.subscriptionRefused(MAILBOX_ID, null);
      clock.pass(22_500 * 2 ** (asked - 2));
    }
    sip.subscriptionRefused(MAILBOX_ID, null);
    expect(news.at(-1)).toEqual(['sip:alice@pbx.test', null]);
  });

  test('who waits for an answer of somebody that is wanted no more waits no longer', () => {
    const { sip, clock, subscriptions } = setUp(watchesOf('dialog', 8));

    subscriptions.online();
    clock.pass(MINUTE_MS);
    expect(sip.asked).toHaveLength(5);
    subscriptions.want(watchesOf('dialog', 8).slice(5));
    clock.pass(MINUTE_MS);
    expect(sip.asked).toHaveLength(8);
  });

  test('a server that ends it each time is asked ever more rarely', () => {
    const { sip, clock } = upAndTold();

    for (let second = 0; second < 3600; second += 1) {
      const asked = sip.asked.length;

      clock.pass(1000);
      if (sip.asked.length > asked) {
        sip.subscribed(MAILBOX_ID);
        sip.notified(MAILBOX_ID, '', { state: 'terminated', reason: 'deactivated' });
      }
    }
    expect(sip.asked.length).toBeLessThan(30);
  });

  test('one that lived well is asked for as if it were the first', () => {
    const { sip, clock } = upAndTold();

    for (let times = 0; times < 8; times += 1) {
      clock.pass(2 * MINUTE_MS);
      sip.notified(MAILBOX_ID, '', { state: 'terminated', reason: 'deactivated' });
      clock.pass(1000);
      sip.subscribed(MAILBOX_ID);
    }
    expect(sip.asked).toHaveLength(9);
  });
});

describe('many', () => {
  test('are not asked for all at once: one in 50 ms, and five without an answer', () => {
    const { sip, clock, subscriptions } = setUp(watchesOf('dialog', 200));

    subscriptions.online();
    expect(sip.asked).toHaveLength(1);
    clock.pass(10_000);
    expect(sip.asked).toHaveLength(5);
    for (const { id } of sip.asked.slice(0, 5)) {
      sip.subscribed(id);
    }
    clock.pass(1000);
    expect(sip.asked).toHaveLength(10);
  });

  test('are all asked for once when the server answers, in their order', () => {
    const { sip, clock, subscriptions } = setUp(watchesOf('dialog', 200));

    subscriptions.online();
    for (let turns = 0; turns < 200; turns += 1) {
      const last = sip.asked.at(-1);

      sip.subscribed(last?.id ?? '');
      sip.notified(last?.id ?? '', 'told');
      clock.pass(50);
    }
    expect(sip.asked.map(({ uri }) => uri)).toEqual(watchesOf('dialog', 200).map(({ uri }) => uri));
  });

  test('are not asked for any more when the server knows nothing of such news', () => {
    const { sip, clock, subscriptions } = setUp([...watchesOf('presence', 50), MAILBOX]);

    subscriptions.online();
    for (let i = 0; i < 3; i += 1) {
      sip.subscriptionRefused(`presence sip:${i}@pbx.test`, 489);
      clock.pass(50);
    }
    clock.pass(10 * MINUTE_MS);
    expect(sip.asked.map(({ event }) => event)).toEqual([
      'presence',
      'presence',
      'presence',
      'message-summary',
    ]);
  });

  test('are asked for further when only some of them know nothing of such news', () => {
    const { sip, clock, subscriptions } = setUp(watchesOf('dialog', 50));

    subscriptions.online();
    for (let i = 0; i < 50; i += 1) {
      const id = sip.asked.at(-1)?.id ?? '';

      if (i === 0) {
        sip.subscribed(id);
      } else {
        sip.subscriptionRefused(id, 489);
      }
      clock.pass(50);
    }
    expect(sip.asked).toHaveLength(50);
  });
});

describe('the connection', () => {
  test('that is lost takes with it what was known, and all is asked for again after it is back', () => {
    const { sip, clock, news, subscriptions } = upAndTold();

    subscriptions.offline();
    expect(sip.forgotten).toBe(1);
    expect(news.at(-1)).toEqual(['sip:alice@pbx.test', null]);
    clock.pass(24 * 60 * MINUTE_MS);
    expect(sip.asked).toHaveLength(1);
    subscriptions.online();
    expect(sip.asked).toHaveLength(2);
  });

  test('that comes back does not change a refusal for good; another account does', () => {
    const { sip, clock, subscriptions } = setUp();

    subscriptions.online();
    sip.subscriptionRefused(MAILBOX_ID, 403);
    subscriptions.offline();
    subscriptions.online();
    clock.pass(MINUTE_MS);
    expect(sip.asked).toHaveLength(1);
    subscriptions.reset();
    subscriptions.want([MAILBOX]);
    subscriptions.online();
    expect(sip.asked).toHaveLength(2);
  });
});

test('what is no longer wanted is given up, and its late news is nobody’s', () => {
  const { sip, news, subscriptions } = upAndTold();

  subscriptions.want([]);
  sip.notified(MAILBOX_ID, 'late');
  expect(sip.unsubscribed).toEqual([MAILBOX_ID]);
  expect(news).toHaveLength(1);
});

test('what was missed is asked for anew, but not in a storm', () => {
  const { sip, clock, subscriptions } = upAndTold();

  for (let times = 0; times < 100; times += 1) {
    subscriptions.askForAll(MAILBOX);
    clock.pass(100);
    if (sip.asked.length > 1) {
      sip.subscribed(MAILBOX_ID);
    }
  }
  expect(sip.asked.length).toBeGreaterThan(1);
  expect(sip.asked.length).toBeLessThan(4);
});

test('the waiting doubles and has an end', () => {
  const refused = { type: 'refused', response: null, retryAfterS: null } as const;

  expect([0, 1, 2, 20].map((failures) => askAgainDelayMs(refused, failures, 0.5))).toEqual([
    22_500, 45_000, 90_000, 2_700_000,
  ]);
});

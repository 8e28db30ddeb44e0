import type { SubscribeWish } from '../../src/phone/sip-stack';
import { Bench } from './bench';
import type { Sent } from './wire';

const BOX: SubscribeWish = {
  event: 'message-summary',
  uri: 'sip:alice@example.test',
  expiresS: 3600,
};
const CAROL: SubscribeWish = { event: 'dialog', uri: 'sip:carol@example.test', expiresS: 3600 };
const SUMMARY = {
  body: 'Messages-Waiting: yes\r\nVoice-Message: 2/1\r\n',
  contentType: 'application/simple-message-summary',
};
const DIALOGS = {
  body: '<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="0" state="full" entity="sip:carol@example.test"/>',
  contentType: 'application/dialog-info+xml',
};

let bench: Bench;

beforeEach(async () => {
  bench = await new Bench().registered();
});

afterEach(() => bench.stop());

async function subscribe(wish = BOX): Promise<Sent> {
  bench.stack.subscribe('watch', wish);

  return bench.wire.next('SUBSCRIBE');
}

/** A NOTIFY in the dialog of our SUBSCRIBE. */
function notify(
  known: Sent,
  cseq: number,
  state: string,
  content: { body?: string; contentType?: string } = SUMMARY,
  change: { event?: string; tag?: string; headers?: string[] } = {},
): void {
  bench.wire.deliver(
    bench.request(
      'NOTIFY',
      [
        `From: ${known.header('to').replace(/;tag=.*/, '')};tag=${change.tag ?? 'server'}`,
        `To: ${known.header('from')}`,
        `Call-ID: ${known.header('call-id')}`,
        `CSeq: ${cseq} NOTIFY`,
        `Event: ${change.event ?? known.header('event')}`,
        ...(state === '' ? [] : [`Subscription-State: ${state}`]),
        ...(change.headers ?? []),
      ],
      content,
    ),
  );
}

async function upAndTold(wish = BOX, content = SUMMARY): Promise<Sent> {
  const request = await subscribe(wish);

  bench.respond(request, 200, 'OK', { headers: ['Expires: 600'] });
  await bench.reported('subscribed');
  notify(request, 1, 'active;expires=600', content);
  await bench.wire.next(200);
  await bench.reported('notified');

  return request;
}

test.each([
  [BOX, 'application/simple-message-summary'],
  [CAROL, 'application/dialog-info+xml'],
  [{ ...CAROL, event: 'presence' } as const, 'application/pidf+xml'],
])('a SUBSCRIBE says what it wants to be told: %j', async (wish, accept) => {
  const request = await subscribe(wish);

  expect(request.uri).toBe(wish.uri);
  expect(request.header('to')).toBe(`<${wish.uri}>`);
  expect(request.header('event')).toBe(wish.event);
  expect(request.header('accept')).toBe(accept);
  expect(request.header('expires')).toBe('3600');
  expect(request.header('contact')).toMatch(/^<sip:\w+@\w+\.invalid;transport=ws>/);
});

test.each([
  [200, ['Expires: 600'], 600],
  [202, ['Expires: 60'], 60],
  [200, [], null],
])('a %i grants %j', async (status, headers, expiresInS) => {
  bench.respond(await subscribe(), status, 'OK', { headers });

  expect(await bench.reported('subscribed')).toEqual({
    type: 'subscribed',
    id: 'watch',
    expiresInS,
  });
});

test('a challenge is answered', async () => {
  bench.respond(await subscribe(), 401, 'Unauthorized', {
    headers: ['WWW-Authenticate: Digest realm="example.test", nonce="n1", algorithm=MD5'],
  });
  const answer = await bench.wire.next('SUBSCRIBE');

  expect(answer.header('authorization')).toContain('username="alice"');
  bench.respond(answer, 200, 'OK');
  await bench.reported('subscribed');
});

test.each([
  [489, [], null],
  [403, [], null],
  [503, ['Retry-After: 120'], 120],
])('a %i is told, and nothing more is sent', async (statusCode, headers, retryAfterS) => {
  bench.respond(await subscribe(), statusCode, 'No', { headers });

  expect(await bench.reported('subscription-refused')).toEqual({
    type: 'subscription-refused',
    id: 'watch',
    response: { statusCode, reasonPhrase: 'No' },
    retryAfterS,
  });
  await bench.answersOptions();
  expect(bench.wire.count('SUBSCRIBE')).toBe(1);
});

test('a notifier that wants longer subscriptions gets them, twice and no more', async () => {
  bench.stack.subscribe('watch', { ...BOX, expiresS: 60 });
  const asked: string[] = [];

  for (const least of [120, 600, 3600]) {
    const request = await bench.wire.next('SUBSCRIBE');

    asked.push(request.header('expires'));
    bench.respond(request, 423, 'Interval Too Brief', { headers: [`Min-Expires: ${least}`] });
  }

  expect((await bench.reported('subscription-refused')).response?.statusCode).toBe(423);
  expect(asked).toEqual(['60', '120', '600']);
});

test('without a connection it is refused without an answer', async () => {
  bench.wire.drop();
  await bench.reported('connection-lost');
  bench.stack.subscribe('watch', BOX);

  expect(await bench.reported('subscription-refused')).toMatchObject({ response: null });
});

test('news is passed on as it stands, with what it says of its subscription', async () => {
  const request = await subscribe();

  bench.respond(request, 200, 'OK');
  notify(request, 1, 'active;expires=599');
  await bench.wire.next(200);

  expect(await bench.reported('notified')).toEqual({
    type: 'notified',
    id: 'watch',
    news: {
      state: 'active',
      expiresInS: 599,
      reason: null,
      retryAfterS: null,
      body: SUMMARY.body,
    },
  });
});

test('news that overtakes the answer counts as well', async () => {
  const request = await subscribe();

  notify(request, 1, 'active');
  await bench.wire.next(200);
  await bench.reported('notified');
  bench.respond(request, 200, 'OK');
  await bench.reported('subscribed');
});

test('to ask again is to ask in the same dialog, on the way that the NOTIFY named', async () => {
  const first = await subscribe(CAROL);

  bench.respond(first, 200, 'OK');
  notify(first, 1, 'active', DIALOGS, { headers: ['Record-Route: <sip:edge.example.test;lr>'] });
  await bench.wire.next(200);
  bench.stack.subscribe('watch', CAROL);
  const second = await bench.wire.next('SUBSCRIBE');

  expect(second.uri).toBe('sip:bob@far.invalid;transport=ws');
  expect(second.header('to')).toBe('<sip:carol@example.test>;tag=server');
  expect(second.header('from')).toBe(first.header('from'));
  expect(second.header('call-id')).toBe(first.header('call-id'));
  expect(second.header('cseq')).toBe('2 SUBSCRIBE');
  expect(second.header('route')).toBe('<sip:edge.example.test;lr>');
});

test.each([
  ['a 481', 481, false],
  ['a 404', 404, false],
  ['a 503, which ends nothing', 503, true],
])('after %s the next SUBSCRIBE is in a dialog: %s', async (_what, status, isSame) => {
  const first = await upAndTold();

  bench.stack.subscribe('watch', BOX);
  const second = await bench.wire.next('SUBSCRIBE');

  bench.respond(second, status, 'No');
  await bench.reported('subscription-refused');
  bench.stack.subscribe('watch', BOX);
  const third = await bench.wire.next('SUBSCRIBE');

  expect(third.header('call-id') === first.header('call-id')).toBe(isSame);
  expect(third.header('to').includes(';tag=')).toBe(isSame);
});

test('an end is told with its reason; what comes after it belongs to nobody', async () => {
  const request = await upAndTold();

  notify(request, 2, 'terminated;reason=probation;retry-after=30');
  await bench.wire.next(200);
  expect((await bench.reported('notified')).news).toMatchObject({
    state: 'terminated',
    reason: 'probation',
    retryAfterS: 30,
  });
  notify(request, 3, 'active');
  await bench.wire.next(481);
  bench.stack.subscribe('watch', BOX);

  expect((await bench.wire.next('SUBSCRIBE')).header('to')).toBe('<sip:alice@example.test>');
});

describe('what is no news of ours is refused', () => {
  test.each([
    ['without a state', 1, '', {}, SUMMARY, 400],
    ['of another event', 2, 'active', { event: 'dialog' }, SUMMARY, 489],
    ['of another fork', 2, 'active', { tag: 'other' }, SUMMARY, 481],
    ['out of its order', 1, 'active', {}, SUMMARY, 500],
    ['in another language', 2, 'active', {}, { ...SUMMARY, contentType: 'text/html' }, 415],
  ])('%s', async (_what, cseq, state, change, content, status) => {
    const request = await upAndTold();

    notify(request, cseq, state, content, change);
    await bench.wire.next(status);
    expect(bench.reports.filter(({ type }) => type === 'notified')).toEqual([]);
  });

  test('in a dialog that nobody knows', async () => {
    const request = await subscribe();

    bench.respond(request, 200, 'OK');
    await bench.reported('subscribed');
    bench.stack.forgetSubscriptions();
    notify(request, 1, 'active');
    await bench.wire.next(481);
  });
});

test('to want no more is to say so, and to hear the goodbye', async () => {
  const request = await upAndTold();

  bench.stack.unsubscribe('watch');
  const last = await bench.wire.next('SUBSCRIBE');

  expect(last.header('expires')).toBe('0');
  expect(last.header('call-id')).toBe(request.header('call-id'));
  bench.respond(last, 200, 'OK');
  notify(request, 2, 'terminated;reason=timeout');
  await bench.wire.next(200);
  notify(request, 3, 'active');
  await bench.wire.next(481);
  expect(bench.reports).toEqual([]);
});

test('after the connection was lost everything begins anew', async () => {
  const first = await upAndTold();

  bench.wire.drop();
  await bench.reported('connection-lost');
  bench.stack.forgetSubscriptions();
  await bench.registered();
  const second = await subscribe();

  expect(second.header('call-id')).not.toBe(first.header('call-id'));
  expect(second.header('to')).toBe('<sip:alice@example.test>');
});

test('another account hears nothing of the old one’s', async () => {
  const request = await upAndTold();

  bench.stack.configure({ ...bench.account, displayName: 'Alice B' });
  notify(request, 2, 'active');
  await bench.wire.next(481);
  expect(bench.reports).toEqual([]);
});

describe('a mailbox told of unasked', () => {
  const unasked = (headers: readonly string[] = [], content = SUMMARY) =>
    bench.request('NOTIFY', ['Event: message-summary', ...headers], content);

  test('by the server itself is news', async () => {
    bench.wire.deliver(unasked());
    await bench.wire.next(200);

    expect(await bench.reported('mailbox-told')).toEqual({
      type: 'mailbox-told',
      body: SUMMARY.body,
    });
  });

  test('with the short name of its field, too', async () => {
    bench.wire.deliver(bench.request('NOTIFY', ['o: message-summary'], SUMMARY));
    await bench.reported('mailbox-told');
  });

  test.each([
    ['by somebody behind the server', ['Via: SIP/2.0/UDP 192.0.2.66;branch=z9hG4bKx'], 481],
    ['of another language', [], 415],
  ])('%s is none', async (_who, headers, status) => {
    bench.wire.deliver(
      unasked(headers, status === 415 ? { ...SUMMARY, contentType: 'text/plain' } : SUMMARY),
    );
    await bench.wire.next(status);
    expect(bench.reports).toEqual([]);
  });

  test('to somebody else is none', async () => {
    bench.wire.deliver(unasked().replace(/^NOTIFY \S+/, 'NOTIFY sip:alice@example.test'));
    await bench.wire.next(481);
    expect(bench.reports).toEqual([]);
  });
});

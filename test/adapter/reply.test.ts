import { Bench } from './bench';
import { sdp } from './fake-media';
import type { Sent } from './wire';

const WORDS = 'Can’t talk now. I’ll call you later.';
let bench: Bench;
let callId: string;

beforeEach(async () => {
  bench = await new Bench().registered();
  bench.wire.deliver(bench.request('INVITE', [], { body: sdp() }));
  ({ callId } = await bench.reported('invited'));
});

afterEach(() => bench.stop());

async function reply(): Promise<Sent> {
  bench.stack.perform(callId, {
    type: 'send-message',
    uri: 'sip:bob@example.test',
    text: WORDS,
  });

  return bench.wire.next('MESSAGE');
}

test('words for a caller go as a message of their own, while the call rings on', async () => {
  const message = await reply();

  expect(message.header('content-type')).toBe('text/plain;charset=utf-8');
  expect(message.header('to')).toContain('sip:bob@example.test');
  // RFC 3428 §4: no dialog comes of it, and none is meant.
  expect(message.header('to')).not.toContain('tag=');
  expect(message.body).toBe(WORDS);
  bench.respond(message, 200, 'OK');
  await bench.event(callId, 'reply-accepted');

  expect(bench.wire.count('BYE')).toBe(0);
});

test('202 is as good as 200: it is kept for later', async () => {
  bench.respond(await reply(), 202, 'Accepted');

  await bench.event(callId, 'reply-accepted');
});

test('a refusal is told with its reason', async () => {
  bench.respond(await reply(), 405, 'Method Not Allowed');

  expect(await bench.event(callId, 'reply-refused')).toEqual({
    type: 'reply-refused',
    response: { statusCode: 405, reasonPhrase: 'Method Not Allowed' },
  });
});

test('without an answer the caller does not wait for ever, and a late one changes nothing', async () => {
  const message = await reply();

  bench.pass(8000);
  expect(await bench.event(callId, 'reply-refused')).toMatchObject({ response: null });
  bench.respond(message, 200, 'OK');
  await bench.answersOptions();

  expect(bench.reports).toEqual([]);
});

test('words that nobody knows how to read out are refused', async () => {
  bench.stack.perform(callId, { type: 'ask-reply', text: WORDS });

  expect(await bench.event(callId, 'reply-refused')).toMatchObject({ response: null });
});

test('a phone system without words for its mailbox hears that nobody is there', async () => {
  bench.stack.perform(callId, { type: 'ask-voicemail' });

  await bench.wire.next(480);
});

import { Ladder, type LadderLimits } from '../../../src/diagnostics/ladder';

interface Wish {
  readonly callId?: string;
  readonly cseq?: string;
  readonly toTag?: string;
  readonly body?: string;
}

function message(start: string, { callId = 'c1', cseq = '1 INVITE', toTag, body = '' }: Wish = {}) {
  return [
    start,
    'From: "Alice" <sip:alice@pbx.example>;tag=a',
    `To: <sip:+12125550123@pbx.example>${toTag === undefined ? '' : `;tag=${toTag}`}`,
    `Call-ID: ${callId}`,
    `CSeq: ${cseq}`,
    'Authorization: Digest nonce="84f1c1ae", response="6629fae4"',
    ...(body === '' ? [] : ['Content-Type: application/sdp']),
    '',
    body,
  ].join('\r\n');
}

const INVITE = 'INVITE sip:+12125550123@pbx.example SIP/2.0';
const BYE = 'BYE sip:x@y.invalid SIP/2.0';

/** A call of so many messages. */
function talked(ladder: Ladder, callId: string, messages: number, body = ''): void {
  ladder.take(message(INVITE, { callId, body }), true, 0);
  for (let at = 1; at < messages; at += 1) {
    ladder.take(message('SIP/2.0 180 Ringing', { callId, toTag: 'b', body }), false, at);
  }
}

function ladderOf(limits: Partial<LadderLimits> = {}): Ladder {
  return new Ladder(limits);
}

describe('the ladder of a call', () => {
  it('shows what went to the server and what came back, in order', () => {
    const ladder = ladderOf();

    ladder.take(message(INVITE), true, 1_000);
    ladder.take(message('SIP/2.0 180 Ringing', { toTag: 'b' }), false, 1_120);
    ladder.take(message('SIP/2.0 200 OK', { toTag: 'b' }), false, 3_000);
    ladder.take(message(BYE, { cseq: '2 BYE', toTag: 'b' }), false, 9_000);

    const [call] = ladder.parts;

    expect(call).toMatchObject({ kind: 'outgoing', party: '+12125550123', sipCallId: 'c1' });
    expect(
      call?.messages.map(({ atMs, isOutgoing, title, cseq }) => [atMs, isOutgoing, title, cseq]),
    ).toEqual([
      [1_000, true, 'INVITE', '1 INVITE'],
      [1_120, false, '180 Ringing', '1 INVITE'],
      [3_000, false, '200 OK', '1 INVITE'],
      [9_000, false, 'BYE', '2 BYE'],
    ]);
  });

  it('names the caller of a call that comes in', () => {
    const ladder = ladderOf();

    ladder.take(message(INVITE), false, 0);

    expect(ladder.parts[0]).toMatchObject({ kind: 'incoming', party: 'alice' });
  });

  it('holds no credentials', () => {
    const ladder = ladderOf();

    ladder.take(message(INVITE), true, 0);
    expect(JSON.stringify(ladder.parts)).not.toMatch(/84f1c1ae|6629fae4/);
    expect(ladder.parts[0]?.messages[0]?.text).toContain('Authorization: Digest [removed]');
  });

  it('has the last registration beside the calls', () => {
    const ladder = ladderOf({ registrationMessages: 2 });

    talked(ladder, 'c1', 1);
    for (const start of ['REGISTER sip:pbx.example SIP/2.0', 'SIP/2.0 401 No', 'SIP/2.0 200 OK']) {
      ladder.take(message(start, { callId: 'r', cseq: '1 REGISTER' }), true, 0);
    }

    const [registration, call] = ladder.parts;

    expect(call?.kind).toBe('outgoing');
    expect(registration?.kind).toBe('registration');
    expect(registration?.messages.map(({ title }) => title)).toEqual(['401 No', '200 OK']);
  });

  it('takes nothing that is about no call, and nothing that is no SIP', () => {
    const ladder = ladderOf();

    ladder.take(message('OPTIONS sip:a@b SIP/2.0', { cseq: '1 OPTIONS' }), true, 0);
    ladder.take(message('INVITE sip:a@b SIP/2.0', { callId: 'other', toTag: 'x' }), false, 0);
    ladder.take('\r\n\r\n', true, 0);
    ladder.take('hello', false, 0);

    expect(ladder.parts).toEqual([]);
    expect(ladder.revision).toBe(0);
  });
});

describe('the memory of the ladder', () => {
  it('is ten calls', () => {
    const ladder = ladderOf();

    for (let call = 1; call <= 12; call += 1) {
      talked(ladder, `c${call}`, 2);
    }

    expect(ladder.parts.map(({ sipCallId }) => sipCallId)).toEqual(
      Array.from({ length: 10 }, (_, at) => `c${at + 3}`),
    );
  });

  it('is the beginning and the end of a long call', () => {
    const ladder = ladderOf();

    talked(ladder, 'c1', 260);

    const [call] = ladder.parts;

    expect(call?.messages).toHaveLength(200);
    expect(call?.leftOut).toBe(60);
    expect(call?.messages.map(({ atMs }) => atMs).slice(48, 52)).toEqual([48, 49, 110, 111]);
    expect(call?.messages.at(-1)?.atMs).toBe(259);
  });

  it('is the first 8 kB of a message', () => {
    const ladder = ladderOf();

    talked(ladder, 'c1', 1, 'a=sendrecv\r\n'.repeat(2_000));

    const text = ladder.parts[0]?.messages[0]?.text ?? '';

    expect(text.length).toBeLessThan(8_250);
    expect(text).toMatch(/\[\d+ more characters\]$/);
  });

  it('is 2 MB in all, at the cost of the oldest calls', () => {
    const ladder = ladderOf();

    for (let call = 1; call <= 10; call += 1) {
      talked(ladder, `c${call}`, 60, 'a=sendrecv\r\n'.repeat(800));
    }

    expect(JSON.stringify(ladder.parts).length).toBeLessThan(2_500_000);
    expect(ladder.parts.at(-1)?.sipCallId).toBe('c10');
  });
});

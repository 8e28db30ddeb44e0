import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bench } from './bench';
import { sdp } from './fake-media';

const RFC4475 = join(__dirname, '../data/sip/rfc4475');
let bench: Bench;
let uncaught: unknown[];
const remember = (error: unknown) => uncaught.push(error);

beforeEach(async () => {
  uncaught = [];
  process.on('unhandledRejection', remember);
  bench = await new Bench().registered();
});

afterEach(async () => {
  process.off('unhandledRejection', remember);
  expect(uncaught).toEqual([]);
  await bench.stop();
});

/** Our own address, as the network would put it into a Request-URI. */
function ourUri(): string {
  return /^OPTIONS (\S+)/.exec(bench.request('OPTIONS'))?.[1] ?? '';
}

describe('is answered by us, and not by SIP.js throwing', () => {
  test.each([
    ['a Request-URI that is a telephone number', 'tel:+4930123456', 416],
    ['a Request-URI of an unknown scheme', 'nobodyKnowsThisScheme:totallyopaque', 416],
    ['a Request-URI with a broken IPv6 host', 'sip:[::1', 400],
    ['a Request-URI in angle brackets', '<sip:alice@example.test>', 400],
  ])('%s', async (_what, uri, status) => {
    bench.wire.deliver(bench.request('OPTIONS').replace(/^OPTIONS \S+/, `OPTIONS ${uri}`));
    await bench.wire.next(status);
    await bench.answersOptions();
  });

  test.each([
    ['a CSeq of another method', 'CSeq: 1 INVITE', 400],
    ['a CSeq that overflows', 'CSeq: 36893488147419103232 OPTIONS', 400],
    ['a Content-Length below nothing', 'Content-Length: -999', 400],
    ['a Content-Length that is too long', 'Content-Length: 9999', 400],
  ])('%s', async (_what, header, status) => {
    const name = header.split(':', 1)[0] ?? '';
    const broken = bench
      .request('OPTIONS')
      .replace(new RegExp(`^${name}:.*\r\n`, 'm'), `${header}\r\n`);

    bench.wire.deliver(broken);
    await bench.wire.next(status);
    await bench.answersOptions();
  });

  test('a body that ends in the middle of a character', async () => {
    const whole = bench.request('INVITE', [], { body: '😀' });

    bench.wire.deliver(whole.replace('Content-Length: 4', 'Content-Length: 1'));
    await bench.wire.next(400);
    await bench.answersOptions();
  });

  test('a body that says nowhere what it is', async () => {
    const whole = bench.request('INVITE', [], { body: 'hello' });

    bench.wire.deliver(whole.replace(/^Content-Type:.*\r\n/m, ''));
    await bench.wire.next(400);
    await bench.answersOptions();
  });

  test('another version of SIP', async () => {
    bench.wire.deliver(bench.request('OPTIONS').replace('SIP/2.0\r\n', 'SIP/7.0\r\n'));
    await bench.wire.next(505);
    await bench.answersOptions();
  });
});

describe('is dropped', () => {
  test.each([
    ['nothing at all', ''],
    ['what is no SIP', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a head without an end', 'OPTIONS sip:alice@example.test SIP/2.0\r\nVia: x'],
    ['a field without a colon', 'OPTIONS sip:alice@example.test SIP/2.0\r\nVia\r\n\r\n'],
    ['a status of six digits', 'SIP/2.0 4294967301 better not break the receiver\r\n\r\n'],
  ])('%s', async (_what, message) => {
    bench.wire.deliver(message);
    await bench.answersOptions();
  });

  test('a response with a CSeq that is none, and the true one after it counts', async () => {
    bench.stack.invite('out', 'sip:bob@example.test');

    const invite = await bench.wire.next('INVITE');
    const cseq = invite.header('cseq');

    bench.wire.deliver(
      [
        'SIP/2.0 486 Busy Here',
        `Via: ${invite.header('via')}`,
        `From: ${invite.header('from')}`,
        `To: ${invite.header('to')};tag=far`,
        `Call-ID: ${invite.header('call-id')}`,
        'CSeq: nonsense',
        'Content-Length: 0',
        '',
        '',
      ].join('\r\n'),
    );
    await bench.answersOptions();
    expect(bench.reports).toEqual([]);

    expect(cseq).toBe('1 INVITE');
    bench.respond(invite, 603, 'Decline');
    expect((await bench.event('out', 'ended')).end.response?.statusCode).toBe(603);
  });
});

test('a ping is answered with a pong', async () => {
  const raw: string[] = [];
  const send = bench.wire.socket.send.bind(bench.wire.socket);

  bench.wire.socket.send = (text) => {
    raw.push(text);
    send(text);
  };
  bench.wire.deliver('\r\n\r\n');
  expect(raw).toEqual(['\r\n']);
  await bench.answersOptions();
});

test('a message in a binary frame is a message', async () => {
  const { buffer } = new TextEncoder().encode(bench.request('OPTIONS'));

  bench.wire.deliver(buffer);
  await bench.wire.next(200);
});

test('a BYE for somebody else’s dialog does not end ours', async () => {
  const invite = await bench.established('out');
  const bye = bench.inDialog(invite, 'BYE', 2).replace(';tag=far', ';tag=other');

  bench.wire.deliver(bye);
  await bench.wire.next(481);

  expect(bench.reports).toEqual([]);
});

describe('the torture messages of RFC 4475', () => {
  const files = readdirSync(RFC4475).filter((name) => name.endsWith('.dat'));

  test('are there', () => {
    expect(files.length).toBeGreaterThanOrEqual(49);
  });

  test.each(files)(
    '%s, as it is and as if it were for us, leaves the phone alive',
    async (name) => {
      const bytes = readFileSync(join(RFC4475, name));
      const text = bytes.toString('latin1');

      bench.wire.deliver(new Uint8Array(bytes).buffer);
      await bench.answersOptions();
      bench.wire.deliver(text.replace(/^(\S+) sips?:[^@\s]+@\S+/, `$1 ${ourUri()}`));
      await bench.answersOptions();

      expect(bench.reports.every(({ type }) => type === 'invited' || type === 'call')).toBe(true);
    },
  );
});

test('after all that a call still works', async () => {
  bench.wire.deliver('rubbish');
  await bench.established('out', sdp());
});

import { Pbx } from '../../pbx/pbx';
import { NodePhone } from './node-phone';
import { RawPhone } from './raw-phone';

let pbx: Pbx;
let raw: RawPhone;

beforeEach(async () => {
  pbx = await Pbx.start({ users: { alice: { password: 'secret' } } });
  raw = await RawPhone.connect(pbx.url);
});

afterEach(async () => {
  raw.close();
  await pbx.close();
});

test('a silent PBX answers only when it speaks again', async () => {
  pbx.goSilent(true);
  const answer = raw.request('OPTIONS');
  const late = RawPhone.connect(pbx.url);
  expect(pbx.messages).toHaveLength(0);

  pbx.goSilent(false);

  expect(await answer).toMatch(/^SIP\/2.0 200/);
  (await late).close();
});

test('dropped sockets are cut', async () => {
  pbx.dropSockets();

  await raw.untilCut();
  await pbx.untilSockets(0);
});

test('new sockets are refused when told so', async () => {
  pbx.refuseSocketsWith(503);
  await expect(RawPhone.connect(pbx.url)).rejects.toThrow('503');

  pbx.refuseSocketsWith(null);
  (await RawPhone.connect(pbx.url)).close();
});

test('everything is answered 503 when told so', async () => {
  pbx.answerEverythingWith(503);
  expect(await raw.request('OPTIONS')).toMatch(/^SIP\/2.0 503/);
  expect(await raw.request('REGISTER')).toMatch(/^SIP\/2.0 503/);

  pbx.answerEverythingWith(null);
  expect(await raw.request('OPTIONS')).toMatch(/^SIP\/2.0 200/);
});

test('a keep-alive is answered', async () => {
  raw.send('\r\n\r\n');

  await expect(raw.next((text) => text === '\r\n')).resolves.toBe('\r\n');
});

test.each(['nonsense', 'INVITE\r\n\r\n', 'SIP/2.0 200 OK\r\nVia: nothing\r\n\r\n', '\u0000'])(
  'a malformed message does no harm: %j',
  async (text) => {
    raw.send(text);

    expect(await raw.request('OPTIONS')).toMatch(/^SIP\/2.0 200/);
  },
);

test('raw text reaches the phone as it is', async () => {
  const phone = new NodePhone(pbx);
  await phone.register();

  pbx.sendRaw('alice', 'NONSENSE sip:x SIP/2.0\r\n\r\n');

  const sent = pbx.messages.at(-1);
  expect(sent).toMatchObject({
    direction: 'out',
    text: 'NONSENSE sip:x SIP/2.0\r\n\r\n',
    user: 'alice',
  });
  expect(await phone.call('busy').final).toBe(486);
  phone.close();
});

test('a wait in vain says what for and shows the last messages', async () => {
  await raw.request('OPTIONS');

  const wait = pbx.untilRegistered('alice', { timeoutMs: 20 });

  await expect(wait).rejects.toThrow(/alice to be registered.*OPTIONS sip:pbx.test/s);
});

test('a call that is up outlives the socket that it went over', async () => {
  const phone = new NodePhone(pbx);
  await phone.register();
  await phone.call('tone').final;
  const call = await pbx.nextCall();
  await call.until('established');

  pbx.dropSockets();
  await pbx.untilSockets(0);

  expect(call.state).toBe('established');
  phone.close();
});

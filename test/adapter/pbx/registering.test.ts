import { createHash } from 'node:crypto';
import { Pbx, type PbxOptions } from '../../pbx/pbx';
import { NodePhone } from './node-phone';
import { RawPhone } from './raw-phone';

const CONTACT = 'Contact: <sip:raw@raw.invalid;transport=ws>';

let pbx: Pbx;
const phones: { close(): void }[] = [];

async function begin(options: PbxOptions = {}): Promise<void> {
  pbx = await Pbx.start({ users: { alice: { password: 'secret' } }, ...options });
}

function nodePhone(options: ConstructorParameters<typeof NodePhone>[1] = {}): NodePhone {
  const phone = new NodePhone(pbx, options);
  phones.push(phone);
  return phone;
}

async function rawPhone(): Promise<RawPhone> {
  const phone = await RawPhone.connect(pbx.url);
  phones.push(phone);
  return phone;
}

/** Registers by hand, answering the challenge with that algorithm. */
async function registerByHand(
  phone: RawPhone,
  algorithm: 'MD5' | 'SHA-256',
  { password = 'secret', expiresS = 300 }: { password?: string; expiresS?: number } = {},
): Promise<string> {
  const headers = [CONTACT, `Expires: ${String(expiresS)}`];
  const challenge = await phone.request('REGISTER', { headers });
  const nonce = new RegExp(`nonce="([^"]+)", algorithm=${algorithm}`).exec(challenge)?.[1] ?? '';
  const hash = (text: string): string =>
    createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  const ha1 = hash(`alice:pbx.test:${password}`);
  const ha2 = hash('REGISTER:sip:pbx.test');
  const response = hash(`${ha1}:${nonce}:00000001:abc:auth:${ha2}`);
  return phone.request('REGISTER', {
    headers: [
      ...headers,
      `Authorization: Digest username="alice", realm="pbx.test", nonce="${nonce}", uri="sip:pbx.test", ` +
        `response="${response}", algorithm=${algorithm}, cnonce="abc", nc=00000001, qop=auth`,
    ],
  });
}

afterEach(async () => {
  for (const phone of phones.splice(0)) {
    phone.close();
  }
  await pbx.close();
});

test('a phone with the right password is registered, and unregisters', async () => {
  await begin();
  const phone = nodePhone();

  await expect(phone.register()).resolves.toBe(200);
  expect(pbx.contactsOf('alice')).toHaveLength(1);

  await phone.unregister();
  expect(pbx.contactsOf('alice')).toHaveLength(0);
});

test('a wrong password is forbidden and an unknown user not found', async () => {
  await begin();

  await expect(nodePhone({ password: 'guess' }).register()).resolves.toBe(403);
  await expect(nodePhone({ user: 'mallory' }).register()).resolves.toBe(404);
  expect(pbx.contactsOf('alice')).toHaveLength(0);
});

test('SHA-256 is asked for, answered and checked', async () => {
  await begin({ algorithm: 'SHA-256' });
  const phone = await rawPhone();

  expect(await registerByHand(phone, 'SHA-256', { password: 'guess' })).toMatch(/^SIP\/2.0 403/);
  expect(await registerByHand(phone, 'SHA-256')).toMatch(/^SIP\/2.0 200/);
  expect(pbx.contactsOf('alice')).toHaveLength(1);
});

test('both algorithms are offered in the order given, and either is taken', async () => {
  await begin({ algorithm: ['SHA-256', 'MD5'] });
  const phone = await rawPhone();

  const challenge = await phone.request('REGISTER', { headers: [CONTACT] });

  expect([...challenge.matchAll(/algorithm=(\S+),/g)].map(([, name]) => name)).toEqual([
    'SHA-256',
    'MD5',
  ]);
  expect(await registerByHand(phone, 'MD5')).toMatch(/^SIP\/2.0 200/);
  expect(await registerByHand(phone, 'SHA-256')).toMatch(/^SIP\/2.0 200/);
});

test('an answer to a forgotten challenge is stale, not wrong', async () => {
  await begin();
  const phone = nodePhone();
  await phone.register();
  const raw = await rawPhone();
  const credentials = /^Authorization: .*$/m.exec(
    pbx.messages.find(({ text }) => text.includes('Authorization:'))?.text ?? '',
  )?.[0];

  pbx.forgetNonces();
  const answer = await raw.request('REGISTER', { headers: [CONTACT, credentials ?? ''] });

  expect(answer).toMatch(/^SIP\/2.0 401/);
  expect(answer).toContain('stale=true');
});

test('a contact asks for too short a life and is told the least there is', async () => {
  await begin({ expiry: { minS: 60 } });

  const answer = await registerByHand(await rawPhone(), 'MD5', { expiresS: 5 });

  expect(answer).toMatch(/^SIP\/2.0 423/);
  expect(answer).toMatch(/^Min-Expires: 60/m);
});

test('the contact goes with its socket', async () => {
  await begin();
  await nodePhone().register();
  expect(pbx.contactsOf('alice')).toHaveLength(1);

  pbx.dropSockets();

  await pbx.untilUnregistered('alice');
  expect(pbx.socketCount).toBe(0);
});

test('registrations are refused with the status and headers of the script', async () => {
  await begin();
  pbx.refuseRegistrationsWith(503, { headers: ['Retry-After: 7'] });
  const phone = await rawPhone();

  const refusal = await phone.request('REGISTER', { headers: [CONTACT] });
  pbx.refuseRegistrationsWith(null);

  expect(refusal).toMatch(/^SIP\/2.0 503/);
  expect(refusal).toMatch(/^Retry-After: 7/m);
  expect(await phone.request('REGISTER', { headers: [CONTACT] })).toMatch(/^SIP\/2.0 401/);
});

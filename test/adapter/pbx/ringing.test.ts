import { Pbx } from '../../pbx/pbx';
import { NodePhone } from './node-phone';

let pbx: Pbx;
let phones: NodePhone[];

async function begin(count: number): Promise<void> {
  pbx = await Pbx.start({ users: { alice: { password: 'secret' } } });
  phones = Array.from({ length: count }, () => new NodePhone(pbx));
  await Promise.all(phones.map((phone) => phone.register()));
}

function phone(index: number): NodePhone {
  const found = phones[index];
  if (found === undefined) {
    throw new Error('No such phone');
  }
  return found;
}

afterEach(async () => {
  for (const each of phones) {
    each.close();
  }
  await pbx.close();
});

test('a phone is rung, answers and both hear each other', async () => {
  await begin(1);

  const call = await pbx.ring('alice', {
    from: { user: '+4930123456', displayName: 'Bob' },
    freqHz: 600,
  });
  const invitation = await phone(0).invitation();
  await call.until('ringing');
  expect(invitation.remoteIdentity.displayName).toBe('Bob');
  expect(invitation.remoteIdentity.uri.user).toBe('+4930123456');
  await invitation.accept();

  await call.until('established');
  await phone(0).media.audio.untilTone(600);
  await call.audio.untilTone(440);
  await expect(call.sendDtmfInfo('5')).resolves.toBe(200);
  await call.hangUp();
  expect(call.endedBy).toBe('pbx');
});

test('a phone that declines ends the call with its status', async () => {
  await begin(1);
  const call = await pbx.ring('alice');
  const invitation = await phone(0).invitation();

  await invitation.reject({ statusCode: 486 });

  await call.until('ended');
  expect(call.response).toBe(486);
  expect(call.endedBy).toBe('extension');
});

test('a cancelled call stops ringing and says why', async () => {
  await begin(1);
  const call = await pbx.ring('alice');
  await phone(0).invitation();
  await call.until('ringing');

  call.cancel({ reason: 'Q.850;cause=16;text="Normal call clearing"' });

  await pbx.untilMessage(
    ({ direction, text }) => direction === 'in' && text.startsWith('SIP/2.0 487'),
  );
  expect(phone(0).cancelReasons).toEqual(['Q.850;cause=16;text="Normal call clearing"']);
  expect(call.response).toBe(487);
});

test('all phones ring; when one answers the others are told that it was answered elsewhere', async () => {
  await begin(2);
  expect(pbx.contactsOf('alice')).toHaveLength(2);
  const call = await pbx.ring('alice');
  const [first] = await Promise.all([phone(0).invitation(), phone(1).invitation()]);

  await first.accept();

  await call.until('established');
  await pbx.untilMessage(
    ({ direction, text }) => direction === 'in' && text.startsWith('SIP/2.0 487'),
  );
  expect(phone(1).cancelReasons).toEqual(['SIP;cause=200;text="Call completed elsewhere"']);
  expect(phone(0).cancelReasons).toEqual([]);
  await phone(0).media.audio.untilTone(1000);
});

test('a call that another phone took is told apart from a missed one', async () => {
  await begin(1);
  const call = await pbx.ring('alice');
  await phone(0).invitation();
  await call.until('ringing');

  call.cancelAsAnsweredElsewhere();

  const cancel = await pbx.untilMessage(({ text }) => text.startsWith('CANCEL '));
  expect(cancel.text).toContain('Reason: SIP;cause=200;text="Call completed elsewhere"');
});

test('nobody can be rung who is not registered', async () => {
  await begin(0);

  await expect(pbx.ring('alice')).rejects.toThrow('alice is not registered');
});

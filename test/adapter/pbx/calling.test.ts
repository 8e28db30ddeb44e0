import { SessionState, UserAgent, type Core } from 'sip.js';
import { Pbx } from '../../pbx/pbx';
import { NodePhone } from './node-phone';

let pbx: Pbx;
let phone: NodePhone;

beforeEach(async () => {
  pbx = await Pbx.start({
    users: { alice: { password: 'secret' } },
    numbers: { '+49 30 901820': 'busy', '+1 (212) 555-0100': 'tone' },
  });
  phone = new NodePhone(pbx);
  await phone.register();
});

afterEach(async () => {
  phone.close();
  await pbx.close();
});

test.each([
  ['busy', 486],
  ['declined', 603],
  ['unavailable', 503],
  ['forbidden', 403],
  ['nobody', 404],
  ['+4930901820', 486],
  ['+12125550100', 200],
  ['+4930901821', 404],
])('calling %s is answered %d', async (target, status) => {
  await expect(phone.call(target).final).resolves.toBe(status);

  const call = await pbx.nextCall();
  await call.until(status === 200 ? 'established' : 'ended');
  expect(call.response).toBe(status);
  expect(call.extension.user).toBe('alice');
});

test('a caller with a wrong password may not call', async () => {
  const intruder = new NodePhone(pbx, { password: 'guess' });
  await intruder.register();

  await expect(intruder.call('tone').final).resolves.toBe(403);
  expect(pbx.calls).toHaveLength(0);
  intruder.close();
});

test('a call that nobody answers rings until it is cancelled', async () => {
  const { session, final } = phone.call('noanswer');
  const call = await pbx.nextCall();
  await call.until('ringing');

  await session.cancel();

  await expect(final).resolves.toBe(487);
  await call.until('ended');
  expect(call.endedBy).toBe('extension');
  expect(call.response).toBe(487);
});

test('a target hangs up after its time', async () => {
  const { session, final } = phone.call('hangup-50ms');
  await final;
  const call = await pbx.nextCall();

  await call.until('ended');

  expect(call.endedBy).toBe('pbx');
  await pbx.untilMessage(
    ({ direction, text }) => direction === 'in' && /^CSeq: \d+ BYE/m.test(text),
  );
  expect(session.state).toBe(SessionState.Terminated);
});

test('a caller hangs up', async () => {
  const { session, final } = phone.call('tone');
  await final;
  const call = await pbx.nextCall();
  await call.until('established');

  await session.bye();

  await call.until('ended');
  expect(call.endedBy).toBe('extension');
});

test('the caller is called back by Echo', async () => {
  const { session, final } = phone.call('callback-20ms');
  await final;
  await session.bye();

  const invitation = await phone.invitation();

  expect(invitation.remoteIdentity.displayName).toBe('Echo');
  await invitation.accept();
  await phone.media.audio.untilTone(440);
});

test.each([
  ['echo', 'SIP/2.0 200 OK'],
  ['busy', 'SIP/2.0 486 Busy Here'],
])('a blind transfer to %s is tried and its outcome told', async (target, outcome) => {
  const { session, final } = phone.call('transfer');
  await final;
  await (await pbx.nextCall()).until('established');
  const referTo = UserAgent.makeURI(`sip:${target}@${pbx.domain}`);
  if (referTo === undefined) {
    throw new Error('No URI');
  }

  const told: string[] = [];
  const accepted = await new Promise<number>((resolve, reject) => {
    const onAccept = ({ message }: Core.IncomingResponse): void => {
      resolve(message.statusCode ?? 0);
    };
    session
      .refer(referTo, {
        requestDelegate: { onAccept },
        onNotify: (notification) => {
          told.push(notification.request.body.trim());
          void notification.accept();
        },
      })
      .catch(reject);
  });

  expect(accepted).toBe(202);
  await pbx.untilMessage(({ text }) => text.includes(outcome));
  // The PBX sends the second NOTIFY in its own time; its answer proves that the phone has taken it.
  await pbx.untilMessage(
    ({ direction, text }) => direction === 'in' && /^CSeq: 2 NOTIFY/m.test(text),
  );
  expect(told).toEqual(['SIP/2.0 100 Trying', outcome]);
});

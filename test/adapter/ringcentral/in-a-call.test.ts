import type { Dialog } from '../../pbx/ringcentral/dialog';
import { RingCentralDouble } from '../../pbx/ringcentral/double';
import { RingCentralPhone } from './phone-bed';

let double: RingCentralDouble;
let alice: RingCentralPhone;
let callId: string;
let dialog: Dialog;

beforeEach(async () => {
  double = await RingCentralDouble.start();
  alice = await new RingCentralPhone(double, 'auth-1').registered();
  callId = await alice.talking();
  dialog = await double.nextPlaced(1);
});

afterEach(() => double.close());

describe('parking', () => {
  test.each(['done', 'code-as-text', 'result-before-200'] as const)(
    'says where, lets go of the call, and takes it up there (%s)',
    async (control) => {
      double.control = control;
      alice.command(callId, { type: 'park' });
      expect(await dialog.untilEnded()).toBe('phone');

      const { parked } = await alice.until(({ parked: found }) => found.length > 0);

      expect(parked).toMatchObject([
        {
          id: callId,
          place: '813',
          remote: { uri: expect.stringContaining('+16505550123') as string },
        },
      ]);
      alice.phone.retrieve(callId, null);
      await alice.until(({ parked: found }) => found.length === 0);
      expect(double.messages.some(({ text }) => text.startsWith('INVITE sip:*813@'))).toBe(true);
    },
  );

  test.each([
    ['failed', 'Command is forbidden'],
    ['refused', 'Forbidden'],
  ] as const)(
    'that is refused (%s) leaves the call as it was, and says why',
    async (control, why) => {
      double.control = control;
      alice.command(callId, { type: 'park' });

      const call = await alice.call(({ service }) => service?.state === 'failed');

      expect(call).toMatchObject({ state: 'established', service: { why } });
      expect(dialog.endedBy).toBeNull();
    },
  );

  test.each(['wrong-reqid', 'wrong-command', 'no-result'] as const)(
    'of which nothing is heard (%s) is given up after a minute',
    async (control) => {
      double.control = control;
      alice.command(callId, { type: 'park' });
      await dialog.untilCommand('callpark');
      await dialog.send('OPTIONS'); // What came before it has been heard.
      expect((await alice.call()).service?.state).toBe('asked');
      await alice.pass(60_000);
      expect(await alice.call(({ service }) => service?.state === 'failed')).toMatchObject({
        state: 'established',
        service: { why: null },
      });
    },
  );
});

test('flipping rings the other phone and keeps the call until the user lets go', async () => {
  alice.command(callId, { type: 'flip', target: '+16505550188' });
  expect(await alice.call(({ service }) => service?.state === 'done')).toMatchObject({
    state: 'established',
    service: { name: 'flip' },
  });
  expect(dialog.commands).toEqual([{ command: 'callflip', target: '+16505550188' }]);
  expect(dialog.endedBy).toBeNull();
  alice.command(callId, { type: 'hang-up' });
  expect(await dialog.untilEnded()).toBe('phone');
});

describe('recording', () => {
  test('begins and ends where the phone system keeps it', async () => {
    alice.command(callId, { type: 'record', on: true });
    expect(await alice.call(({ recording }) => recording?.state === 'on')).toMatchObject({
      recording: { by: 'phone-system' },
    });
    alice.command(callId, { type: 'record', on: false });
    await dialog.untilCommand('stopcallrecord');
    expect(dialog.commands.map(({ command }) => command)).toEqual([
      'startcallrecord',
      'stopcallrecord',
    ]);
  });

  test('that is not allowed is said not to be', async () => {
    double.control = 'failed';
    alice.command(callId, { type: 'record', on: true });
    expect(await alice.call(({ recording }) => recording?.state === 'failed')).toMatchObject({
      recording: { problem: 'refused' },
    });
  });
});

test('two things asked one after the other get each its own answer', async () => {
  alice.command(callId, { type: 'record', on: true });
  alice.command(callId, { type: 'flip', target: '+16505550188' });
  await alice.call(
    ({ recording, service }) => recording?.state === 'on' && service?.state === 'done',
  );
});

test('the wish to move the call to another program is answered, and told to the user', async () => {
  expect(await dialog.move(3)).toBe(200);
  await alice.call(({ service }) => service?.name === 'move');
  expect(await dialog.untilMoveAnswered()).toEqual({
    reqId: 3,
    command: 'move',
    result: { code: 1, description: 'Not supported' },
  });
  expect((await alice.call()).state).toBe('established');
});

test('an UPDATE is a sign of life', async () => {
  expect(await dialog.send('UPDATE')).toBe(200);
});

describe('sending the other party on', () => {
  test('ends the call, as soon as that has been heard', async () => {
    alice.command(callId, { type: 'transfer', target: '+16505550199' });
    await alice.call(({ state }) => state === 'terminated');
    expect(dialog.referredTo).toContain('+16505550199');
  });

  test('ends the call also where the server leaves that to us', async () => {
    double.endsTransferred = false;
    alice.command(callId, { type: 'transfer', target: '+16505550199' });
    expect(await dialog.untilEnded()).toBe('phone');
  });
});

test('a call that ends while something is being done takes that along', async () => {
  double.control = 'no-result';
  alice.command(callId, { type: 'park' });
  await dialog.untilCommand('callpark');
  await dialog.hangUp();
  await alice.call(({ state }) => state === 'terminated');
  expect(alice.timers).not.toContain(60_000);
});

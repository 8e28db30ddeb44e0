/** @jest-environment jsdom */
import { DEFAULT_PROFILE } from '../../../../src/account/profile';
import type { Call } from '../../../../src/call/call';
import type { Recording } from '../../../../src/call/recording';
import type { PhoneSnapshot } from '../../../../src/protocol/snapshot';
import { actions, screen, showPhone, usePhoneOnScreen } from '../../../support/phone-on-screen';
import { callLike, talking } from '../../../support/ui-preview/phone-states';

usePhoneOnScreen();

const HELD = { local: true, remote: false, requested: null } as const;
const CAROL = { uri: 'sip:carol@example.com', displayName: 'Carol' };
const DAVE = { uri: 'sip:dave@example.com', displayName: 'Dave' };
const RECORDING: Recording = { id: 'r', by: 'local', state: 'on', problem: null, beeps: false };

const bob = talking('bob');
const carol = talking('carol', { remote: CAROL });

function show(calls: readonly Call[], change: Partial<PhoneSnapshot> = {}): Promise<void> {
  return showPhone({ calls, ...change });
}

async function showConference(calls: readonly Call[] = [bob, carol], muted = ''): Promise<void> {
  await show(calls, {
    conference: calls.map(({ id }) => ({ callId: id, isMuted: id === muted })),
  });
}

describe('two calls that are up', () => {
  test('are merged from the card of the one that waits', async () => {
    await show([bob, { ...carol, hold: HELD }]);
    await screen.press('Merge: Carol');

    expect(actions.asked).toEqual([['conference', { type: 'merge', callIds: ['bob', 'carol'] }]]);
  });

  test('are merged from what else one can do in the call', async () => {
    await show([bob, { ...carol, hold: HELD }]);
    await screen.press('More');
    await screen.press('Merge callsEverybody talks with everybody');

    expect(actions.asked).toEqual([['conference', { type: 'merge', callIds: ['bob', 'carol'] }]]);
  });

  test('can’t be merged while one is being held, and the screen says why', async () => {
    await show([{ ...bob, hold: { ...HELD, local: false, requested: true } }, carol]);
    await screen.press('More');

    expect(screen.text).toContain('Waiting for the other side to agree');
    expect(screen.buttons).not.toContain('Merge: Carol');
  });

  test('can’t be merged where the phone system has no way', async () => {
    const account = {
      address: 'sip:alice@example.com',
      displayName: 'Alice',
      profile: { ...DEFAULT_PROFILE, conference: null },
    };

    await show([bob, { ...carol, hold: HELD }], { account });
    expect(screen.buttons).not.toContain('Merge: Carol');
  });

  test('a call that rings is not offered', async () => {
    await show([bob, callLike('in', { direction: 'incoming', state: 'ringing' })]);
    expect(screen.buttons.filter((name) => name.startsWith('Merge'))).toEqual([]);
  });
});

describe('a conference', () => {
  test('is one card that says who is in it', async () => {
    await showConference();

    expect(screen.all('.call-card')).toHaveLength(1);
    expect(screen.all('.compact-card')).toEqual([]);
    expect(screen.text).toContain('3 people');
    expect(screen.all('.conferee').map((member) => member.textContent)).toEqual([
      'Bob from Sales',
      'Carol',
    ]);
  });

  test.each([
    [
      'Mute for everybody: Carol',
      ['conference', { type: 'mute-member', callId: 'carol', on: true }],
    ],
    ['Talk alone with Carol', ['conference', { type: 'talk-alone', callId: 'carol' }]],
    ['Hang up: Carol', ['command', 'carol', { type: 'hang-up' }]],
    ['Hang up for all', ['conference', { type: 'hang-up' }]],
    ['Mute', ['command', 'bob', { type: 'mute', on: true }]],
    ['Hold', ['command', 'bob', { type: 'hold', on: true }]],
    ['Record', ['command', 'bob', { type: 'record', on: true }]],
  ])('“%s” asks for it', async (name, asked) => {
    await showConference();
    await screen.press(name);

    expect(actions.asked).toEqual([asked]);
  });

  test('says who is muted, and lets them be heard again', async () => {
    await showConference([bob, carol], 'carol');

    expect(screen.text).toContain('Muted by you');
    await screen.press('Unmute: Carol');
    expect(actions.asked).toEqual([
      ['conference', { type: 'mute-member', callId: 'carol', on: false }],
    ]);
  });

  test('on hold is resumed as a whole', async () => {
    await showConference([
      { ...bob, hold: HELD },
      { ...carol, hold: HELD },
    ]);
    expect(screen.text).toContain('On hold');
    await screen.press('Resume');

    expect(actions.asked).toEqual([['command', 'bob', { type: 'hold', on: false }]]);
  });

  test('says who holds us, and resumes who did not come back', async () => {
    await showConference([
      { ...bob, hold: { local: false, remote: true, requested: null } },
      { ...carol, hold: HELD },
    ]);

    expect(screen.text).toContain('Has put us on hold');
    await screen.press('Resume: Carol');
    expect(actions.asked).toEqual([['command', 'carol', { type: 'hold', on: false }]]);
  });

  test('waits small while another call is up, and takes that in', async () => {
    const dave = talking('dave', { remote: DAVE });

    await show([{ ...bob, hold: HELD }, { ...carol, hold: HELD }, dave], {
      conference: [bob, carol].map(({ id }) => ({ callId: id, isMuted: false })),
    });

    expect(screen.one('.compact-card').textContent).toContain('Conference: Bob from Sales, Carol');
    await screen.press('Resume: Conference');
    expect(actions.asked).toEqual([['several', { type: 'swap', callId: 'bob' }]]);
  });

  test('takes in a call that waits', async () => {
    await show([bob, carol, talking('dave', { remote: DAVE, hold: HELD })], {
      conference: [bob, carol].map(({ id }) => ({ callId: id, isMuted: false })),
    });
    await screen.press('Add to the conference: Dave');

    expect(actions.asked).toEqual([['conference', { type: 'merge', callIds: ['bob', 'dave'] }]]);
  });

  test('stays in sight while somebody else rings', async () => {
    await show([bob, carol, callLike('in', { direction: 'incoming', state: 'ringing' })], {
      conference: [bob, carol].map(({ id }) => ({ callId: id, isMuted: false })),
    });

    expect(screen.buttons).toContain('Answer');
    expect(screen.buttons).toContain('Hang up for all');
  });

  test('says a refusal', async () => {
    await showConference();
    actions.refuseWith = 'invalid-state';
    await screen.press('Talk alone with Carol');

    expect(screen.text).toContain('this isn’t possible any more');
  });
});

describe('recording', () => {
  const recorded = { ...bob, recording: RECORDING };

  test('begins from what else one can do in the call', async () => {
    await show([bob]);
    await screen.press('More');
    await screen.press('RecordKept in this browser. Tell the others that you record.');

    expect(actions.asked).toEqual([['command', 'bob', { type: 'record', on: true }]]);
  });

  test('is seen on the card while it lasts, and can be stopped', async () => {
    await show([recorded]);
    expect(screen.one('[role="status"].call-recording').textContent).toBe('Recording');
    await screen.press('More');
    await screen.press('Stop recordingYou find it in the settings, under Recordings');

    expect(actions.asked).toEqual([['command', 'bob', { type: 'record', on: false }]]);
  });

  test('is seen on the small card of a call that waits', async () => {
    await show([{ ...recorded, hold: HELD }, carol]);

    expect(screen.one('.compact-card').textContent).toContain('Recording');
  });

  test.each([
    ['no-space', 'no room left'],
    ['not-stored', 'couldn’t store it'],
    ['not-recorded', 'couldn’t record'],
    ['refused', 'phone system'],
  ] as const)('says why it failed: %s', async (problem, words) => {
    await show([{ ...bob, recording: { ...RECORDING, state: 'failed', problem } }]);

    expect(screen.all('[role="alert"]').map((alert) => alert.textContent)).toContainEqual(
      expect.stringContaining(words),
    );
  });
});

import {
  memberOf,
  NOTHING_KNOWN,
  ringingCallOf,
  type KnownOfMember,
} from '../../../../src/phone/team/team';
import type { WatchedDialog } from '../../../../src/sip/dialog-info';
import type { Presence } from '../../../../src/sip/presence';

const CAROL = { number: '204', name: 'Carol' };
const BOB = { uri: 'sip:bob@pbx.test', displayName: 'Bob' };

function dialog(changes: Partial<WatchedDialog>): WatchedDialog {
  return {
    id: '1',
    direction: 'recipient',
    state: 'early',
    callId: 'c1',
    localTag: 'carol',
    remoteTag: 'bob',
    remote: BOB,
    remoteTarget: 'sip:bob@192.0.2.7;transport=ws',
    ...changes,
  };
}

function calls(...dialogs: WatchedDialog[]): KnownOfMember {
  return { ...NOTHING_KNOWN, dialogs: { version: 1, dialogs } };
}

function says(changes: Partial<Presence>): KnownOfMember {
  return {
    ...NOTHING_KNOWN,
    presence: { entity: 'sip:204@pbx.test', isOpen: true, activity: null, note: null, ...changes },
  };
}

test.each([
  ['nothing known', NOTHING_KNOWN, 'unknown'],
  ['no call', calls(), 'idle'],
  ['a call that comes in', calls(dialog({})), 'ringing'],
  ['a call that comes in, of whom nobody says so', calls(dialog({ direction: null })), 'ringing'],
  ['a call that is placed', calls(dialog({ direction: 'initiator' })), 'busy'],
  ['a call that is up', calls(dialog({ state: 'confirmed' })), 'busy'],
  [
    'a call that is up, and another that comes in',
    calls(dialog({ state: 'confirmed' }), dialog({ id: '2' })),
    'ringing',
  ],
  ['a phone that is open', says({}), 'idle'],
  ['a phone that is closed', says({ isOpen: false }), 'offline'],
  ['a phone of which nothing is said', says({ isOpen: null }), 'unknown'],
  ['somebody on the phone', says({ activity: 'on-the-phone' }), 'busy'],
  ['somebody at a meeting, whose phone is free', says({ activity: 'meeting' }), 'idle'],
  ['no call at a closed phone', { ...says({ isOpen: false }), ...dialogsOf(calls()) }, 'offline'],
  [
    'no call, whatever presence says',
    { ...says({ activity: 'on-the-phone' }), ...dialogsOf(calls()) },
    'idle',
  ],
])('%s', (_what, known, state) => {
  expect(memberOf(CAROL, known, null).state).toBe(state);
});

function dialogsOf({ dialogs }: KnownOfMember): Pick<KnownOfMember, 'dialogs'> {
  return { dialogs };
}

test('who rings is shown, and who says what', () => {
  const known = {
    ...says({ note: 'Back at nine', activity: 'away' }),
    ...dialogsOf(calls(dialog({}))),
  };

  expect(memberOf(CAROL, known, 'replaces')).toEqual({
    ...CAROL,
    state: 'ringing',
    caller: BOB,
    activity: 'away',
    note: 'Back at nine',
    canPickUp: true,
  });
});

test.each([
  ['a code', 'code', dialog({ callId: null }), true],
  ['its name', 'replaces', dialog({}), true],
  ['its name, which nobody tells', 'replaces', dialog({ callId: null }), false],
  ['its name, without a tag', 'replaces', dialog({ remoteTag: null }), false],
  ['nothing', null, dialog({}), false],
  ['a code, when it is up already', 'code', dialog({ state: 'confirmed' }), false],
] as const)('a call can be taken up by %s', (_what, way, ringing, canPickUp) => {
  expect(memberOf(CAROL, calls(ringing), way).canPickUp).toBe(canPickUp);
});

test('it is taken from the caller’s end, whose own tag is the remote one here', () => {
  expect(ringingCallOf(calls(dialog({ state: 'confirmed' }), dialog({ id: '2' })))).toEqual({
    caller: BOB,
    uri: 'sip:bob@192.0.2.7;transport=ws',
    replaces: { callId: 'c1', toTag: 'bob', fromTag: 'carol', isEarlyOnly: true },
  });
});

test('a caller of whom only the name is known is called by it', () => {
  expect(ringingCallOf(calls(dialog({ remoteTarget: null })))?.uri).toBe('sip:bob@pbx.test');
});

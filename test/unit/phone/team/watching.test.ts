import { PRESETS, type PresetName } from '../../../../src/account/profile';
import { PhoneRefusedError } from '../../../../src/phone/refusal';
import { aliceAccount } from '../../../support/accounts';
import { newPhone } from '../../../support/phone-to-try';

const CAROL_CALLS = 'dialog sip:204@pbx.test';
const CAROL = 'presence sip:204@pbx.test';
const MAILBOX = 'message-summary sip:alice@pbx.test';

function watchingPhone(count = 2, preset: PresetName = 'generic') {
  const { sip, clock, phone } = newPhone();

  phone.configure(aliceAccount({ profile: PRESETS[preset] }), 'US');
  phone.setTeam(
    Array.from({ length: count }, (_, i) => ({ number: `${204 + i}`, name: `Member ${i}` })),
  );
  sip.registered();
  for (let asked = 0; asked < 2 * count + 1; asked += 1) {
    sip.subscribed(sip.asked.at(-1)?.id ?? '');
    clock.pass(50);
  }

  return { sip, clock, phone };
}

/** What a phone system says of the calls of an extension. */
function calls(user: string, version: number, state: string | null, kind = 'full'): string {
  const dialog =
    state === null
      ? ''
      : `<dialog id="d1" call-id="c1" local-tag="l" remote-tag="r" direction="recipient"><state>${state}</state><remote><identity display="Bob">sip:bob@pbx.test</identity><target uri="sip:bob@192.0.2.7"/></remote></dialog>`;

  return `<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}" state="${kind}" entity="sip:${user}@10.0.0.5">${dialog}</dialog-info>`;
}

test('the mailbox comes first, then calls, then presence', () => {
  const { sip } = watchingPhone();

  expect(sip.asked.map(({ id }) => id)).toEqual([
    MAILBOX,
    CAROL_CALLS,
    'dialog sip:205@pbx.test',
    CAROL,
    'presence sip:205@pbx.test',
  ]);
});

test('a colleague’s phone is idle, rings, is busy', () => {
  const { sip, clock, phone } = watchingPhone();
  const states: unknown[] = [];

  for (const [version, state] of [null, 'early', 'confirmed', null].entries()) {
    sip.notified(CAROL_CALLS, calls('204', version, state));
    clock.pass(100);
    states.push(phone.snapshot.team[0]?.state);
  }
  expect(states).toEqual(['idle', 'ringing', 'busy', 'idle']);
});

test('what is said of somebody else is not believed', () => {
  const { sip, clock, phone } = watchingPhone();

  sip.notified(CAROL_CALLS, calls('999', 0, 'early'));
  clock.pass(100);
  expect(phone.snapshot.team[0]?.state).toBe('unknown');
});

test('after news was missed, all is asked for, and until then nothing changes', () => {
  const { sip, clock, phone } = watchingPhone();

  sip.notified(CAROL_CALLS, calls('204', 0, null));
  sip.notified(CAROL_CALLS, calls('204', 5, 'early', 'partial'));
  const before = sip.asked.length;

  clock.pass(6_000);
  expect(phone.snapshot.team[0]?.state).toBe('idle');
  expect(sip.asked.slice(before).map(({ id }) => id)).toEqual([CAROL_CALLS]);
});

test('without a connection nobody’s state is known, and the mailbox’s neither', () => {
  const { sip, clock, phone } = watchingPhone();

  sip.notified(CAROL_CALLS, calls('204', 0, 'confirmed'));
  sip.notified(MAILBOX, 'Messages-Waiting: yes\r\nVoice-Message: 2/0\r\n');
  clock.pass(100);
  expect(phone.snapshot.voicemail?.newMessages).toBe(2);
  sip.onReport({ type: 'connection-lost', failure: { code: 'no-connection', response: null } });
  clock.pass(100);
  expect(phone.snapshot.team[0]?.state).toBe('unknown');
  expect(phone.snapshot.voicemail).toBeNull();
});

test('a mailbox is told of unasked', () => {
  const { sip, clock, phone } = watchingPhone();

  sip.subscriptionRefused(MAILBOX, 500);
  sip.onReport({
    type: 'mailbox-told',
    body: 'Messages-Waiting: yes\r\nVoice-Message: 3/1\r\n',
  });
  clock.pass(100);
  expect(phone.snapshot.voicemail).toMatchObject({ isWaiting: true, newMessages: 3 });
});

test('what was told unasked is not taken back by a refusal to tell, but by a lost connection', () => {
  const { sip, clock, phone } = watchingPhone();

  sip.onReport({ type: 'mailbox-told', body: 'Messages-Waiting: yes\r\n' });
  sip.notified(MAILBOX, '', { state: 'terminated', reason: 'rejected' });
  clock.pass(100);
  expect(phone.snapshot.voicemail?.isWaiting).toBe(true);
  sip.onReport({ type: 'connection-lost', failure: { code: 'no-connection', response: null } });
  clock.pass(100);
  expect(phone.snapshot.voicemail).toBeNull();
});

test('who is taken off the list is watched no more', () => {
  const { sip, phone } = watchingPhone();

  phone.setTeam([{ number: '205', name: 'Dave' }]);
  expect(sip.unsubscribed).toEqual([CAROL_CALLS, CAROL]);
  expect(phone.snapshot.team.map(({ name }) => name)).toEqual(['Dave']);
});

test('another name is another name and no other subscription', () => {
  const { sip, phone } = watchingPhone(1);
  const asked = sip.asked.length;

  phone.setTeam([{ number: '204', name: 'Carol' }]);
  expect(phone.snapshot.team[0]?.name).toBe('Carol');
  expect(sip.unsubscribed).toEqual([]);
  expect(sip.asked).toHaveLength(asked);
});

describe('two hundred colleagues with fifty changes a second', () => {
  test('are shown ten times a second at most, and only who changed is new', () => {
    const { sip, clock, phone } = watchingPhone(200);

    for (let i = 0; i < 200; i += 1) {
      sip.notified(`dialog sip:${204 + i}@pbx.test`, calls(`${204 + i}`, 0, null));
    }
    clock.pass(1000);
    let shown = 0;
    let changed = 0;
    let before = phone.snapshot.team;
    const stop = phone.subscribe(({ team }) => {
      shown += 1;
      changed += team.filter((member, i) => member !== before[i]).length;
      before = team;
    });

    for (let change = 0; change < 500; change += 1) {
      const user = 204 + (change % 200);

      sip.notified(`dialog sip:${user}@pbx.test`, calls(`${user}`, 1 + change, null));
      sip.notified(
        `dialog sip:${user}@pbx.test`,
        calls(`${user}`, 2 + change, change % 400 < 200 ? 'early' : null),
      );
      clock.pass(20);
    }
    stop();
    expect(shown).toBeLessThanOrEqual(101);
    expect(changed).toBe(500);
  });

  test('that say the same again are not shown again', () => {
    const { sip, clock, phone } = watchingPhone(200);

    sip.notified(CAROL_CALLS, calls('204', 0, null));
    clock.pass(100);
    const { revision } = phone.snapshot;

    for (let version = 1; version < 100; version += 1) {
      sip.notified(CAROL_CALLS, calls('204', version, null));
      clock.pass(100);
    }
    expect(phone.snapshot.revision).toBe(revision);
  });
});

describe('picking up', () => {
  test('takes a ringing call by its name', () => {
    const { sip, clock, phone } = watchingPhone();

    sip.notified(CAROL_CALLS, calls('204', 0, 'early'));
    clock.pass(100);
    expect(phone.snapshot.team[0]).toMatchObject({
      canPickUp: true,
      caller: { displayName: 'Bob' },
    });
    phone.pickUp('204');

    expect(sip.invited.at(-1)).toMatchObject({
      uri: 'sip:bob@192.0.2.7',
      replaces: { callId: 'c1', toTag: 'r', fromTag: 'l', isEarlyOnly: true },
    });
    expect(phone.snapshot.calls[0]?.remote).toEqual({
      uri: 'sip:bob@pbx.test',
      displayName: 'Bob',
    });
  });

  test('takes it by the phone system’s code', () => {
    const { sip, clock, phone } = watchingPhone(2, 'freeswitch');

    sip.notified(CAROL_CALLS, calls('204', 0, 'early'));
    clock.pass(100);
    phone.pickUp('204');
    expect(sip.invited.at(-1)?.uri).toBe('sip:**204@pbx.test');
    expect(sip.invited.at(-1)?.replaces).toBeUndefined();
  });

  test.each([
    ['204', 'generic', 'confirmed'],
    ['204', 'freeswitch', null],
    ['204', 'ringcentral', 'early'],
    ['999', 'generic', 'early'],
  ] as const)('is refused where nothing rings: %s at %s, %s', (number, preset, state) => {
    const { sip, clock, phone } = watchingPhone(2, preset);

    sip.notified(CAROL_CALLS, calls('204', 0, state));
    clock.pass(100);
    expect(() => phone.pickUp(number)).toThrow(new PhoneRefusedError('nothing-to-pick-up'));
    expect(sip.invited).toEqual([]);
  });
});

import fc from 'fast-check';
import { isLive } from '../../../src/call/call';
import { InvalidStateError } from '../../../src/call/command';
import type { Phone } from '../../../src/phone/phone';
import type { FakeSipStack } from '../../support/fake-sip-stack';
import { registeredPhone } from '../../support/phone-to-try';

const OK = { statusCode: 200, reasonPhrase: 'OK' };
const BUSY = { statusCode: 486, reasonPhrase: 'Busy Here' };
const TRYING = { statusCode: 100, reasonPhrase: 'Trying' };
const HOLD = { type: 'send-reinvite', hold: true };
const RESUME = { type: 'send-reinvite', hold: false };

/** Alice, who talks to Bob. */
function talking() {
  const { sip, clock, phone, call } = registeredPhone();
  const newest = () => phone.snapshot.calls.at(-1)?.id ?? '';
  const holds = (id: string) => {
    sip.happens(id, { type: 'reinvite-accepted' });
  };

  const bob = phone.dial('100');

  sip.happens(bob, { type: 'confirmed' });

  return { sip, clock, phone, call, newest, holds, bob };
}

/** Alice has Bob on hold and asks Carol. */
function asking({ answered = true } = {}) {
  const all = talking();

  all.phone.several({ type: 'consult', callId: all.bob, target: '200' });
  const carol = all.newest();

  all.holds(all.bob);
  if (answered) {
    all.sip.happens(carol, { type: 'confirmed' });
  }

  return { ...all, carol };
}

describe('asking first', () => {
  it('holds the one and calls the other', () => {
    const { sip, phone, bob } = talking();

    phone.several({ type: 'consult', callId: bob, target: '200' });

    expect(sip.actionsOf(bob)).toEqual([HOLD]);
    expect(sip.invited.at(-1)?.uri).toMatch(/^sip:200@/);
    expect(phone.snapshot.consults).toMatchObject([{ callId: bob, resumes: true }]);
  });

  it('comes back to the first when the other one is busy', () => {
    const { sip, phone, bob, carol } = asking({ answered: false });

    sip.ends(carol, { cause: 'rejected', response: BUSY });

    expect(sip.actionsOf(bob)).toEqual([HOLD, RESUME]);
    expect(phone.snapshot.consults).toEqual([]);
  });

  it('comes back when the user gives the other call up', () => {
    const { sip, phone, bob, carol } = asking();

    phone.command(carol, { type: 'hang-up' });
    expect(sip.actionsOf(bob)).toEqual([HOLD]);
    sip.ends(carol, { cause: 'local-bye' });

    expect(sip.actionsOf(bob)).toEqual([HOLD, RESUME]);
  });

  it('waits for the hold to be agreed before it undoes it', () => {
    const { sip, phone, bob, newest, holds } = talking();

    phone.several({ type: 'consult', callId: bob, target: '200' });
    sip.ends(newest(), { cause: 'rejected', response: BUSY });
    expect(sip.actionsOf(bob)).toEqual([HOLD]);
    holds(bob);

    expect(sip.actionsOf(bob)).toEqual([HOLD, RESUME]);
  });

  it('leaves on hold whom the user had put there', () => {
    const { sip, phone, bob, newest, holds } = talking();

    phone.command(bob, { type: 'hold', on: true });
    holds(bob);
    phone.several({ type: 'consult', callId: bob, target: '200' });
    sip.ends(newest(), { cause: 'rejected', response: BUSY });

    expect(sip.actionsOf(bob)).toEqual([HOLD]);
  });

  it('does not talk into another conversation', () => {
    const { sip, phone, bob, carol } = asking();

    sip.callIn('dave');
    phone.command('dave', { type: 'answer' });
    sip.happens('dave', { type: 'confirmed' });
    sip.ends(carol);

    expect(sip.actionsOf(bob)).toEqual([HOLD]);
    expect(phone.snapshot.consults).toEqual([]);
  });

  it('is an ordinary call once the first has hung up', () => {
    const { sip, phone, bob, carol, call } = asking();

    sip.ends(bob);

    expect(phone.snapshot.consults).toEqual([]);
    expect(call(carol).state).toBe('established');
  });

  it('is refused where there is nobody to transfer, and nobody is called', () => {
    const { sip, phone, bob } = talking();

    sip.ends(bob);

    expect(() => {
      phone.several({ type: 'consult', callId: bob, target: '200' });
    }).toThrow(InvalidStateError);
    expect(sip.invited).toHaveLength(1);
  });
});

describe('connecting the two', () => {
  it('refers the one to the other, and leaves both calls when they talk', () => {
    const { sip, phone, bob, carol } = asking();

    phone.several({ type: 'connect', withCallId: carol });
    expect(sip.actionsOf(bob).at(-1)).toEqual({ type: 'send-refer-to-call', callId: carol });
    sip.happens(bob, { type: 'transfer-progressed', response: OK });

    expect(sip.actionsOf(bob).at(-1)).toEqual({ type: 'send-bye' });
    expect(sip.actionsOf(carol)).toEqual([{ type: 'send-bye' }]);
  });

  it('sends no second goodbye to who was replaced and has said it already', () => {
    const { sip, phone, bob, carol } = asking();

    phone.several({ type: 'connect', withCallId: carol });
    sip.ends(carol);
    expect(sip.actionsOf(bob)).not.toContainEqual(RESUME); // It is not known yet how it turns out.
    sip.happens(bob, { type: 'transfer-progressed', response: OK });

    expect(sip.actionsOf(carol)).toEqual([]);
    expect(sip.actionsOf(bob).at(-1)).toEqual({ type: 'send-bye' });
  });

  it('comes back to the first when it fails after the other has gone', () => {
    const { sip, phone, bob, carol } = asking();

    phone.several({ type: 'connect', withCallId: carol });
    sip.ends(carol);
    sip.happens(bob, { type: 'transfer-failed', response: null });

    expect(sip.actionsOf(bob).at(-1)).toEqual(RESUME);
  });

  it('leaves both calls as they were when it is refused', () => {
    const { sip, phone, bob, carol, call } = asking();

    phone.several({ type: 'connect', withCallId: carol });
    sip.happens(bob, {
      type: 'transfer-failed',
      response: { statusCode: 403, reasonPhrase: 'Forbidden' },
    });

    expect(call(bob)).toMatchObject({ state: 'established', hold: { local: true } });
    expect(call(carol)).toMatchObject({ state: 'established', hold: { local: false } });
    expect(phone.snapshot.consults).toHaveLength(1);
  });

  it('of one whose phone still rings stops the ringing and lets the first call there', () => {
    const { sip, phone, bob, carol } = asking({ answered: false });

    sip.happens(carol, { type: 'provisional-received', statusCode: 180, hasSdp: false });
    phone.several({ type: 'connect', withCallId: carol });

    expect(sip.actionsOf(carol)).toEqual([{ type: 'send-cancel' }]);
    expect(JSON.stringify(sip.actionsOf(bob).at(-1))).toMatch(/"send-refer","uri":"sip:200@/);
    sip.ends(carol, { cause: 'cancelled' });
    sip.happens(bob, { type: 'transfer-progressed', response: TRYING });
    sip.happens(bob, { type: 'transfer-progressed', response: BUSY });

    expect(sip.actionsOf(bob).at(-1)).toEqual(RESUME);
  });
});

describe('swapping', () => {
  /** Bob waits on hold, Carol talks. */
  function two() {
    const all = talking();
    const carol = all.phone.dial('200');

    all.holds(all.bob);
    all.sip.happens(carol, { type: 'confirmed' });

    return { ...all, carol };
  }

  it('holds the one first, and then goes on with the other', () => {
    const { sip, phone, bob, carol, holds } = two();

    phone.several({ type: 'swap', callId: bob });
    expect([sip.actionsOf(carol), sip.actionsOf(bob)]).toEqual([[HOLD], [HOLD]]);
    holds(carol);

    expect(sip.actionsOf(bob)).toEqual([HOLD, RESUME]);
  });

  it('stays with whom can’t be put on hold', () => {
    const { sip, phone, bob, carol, call } = two();

    phone.several({ type: 'swap', callId: bob });
    sip.happens(carol, { type: 'reinvite-rejected', statusCode: 488 });

    expect(sip.actionsOf(bob)).toEqual([HOLD]);
    expect(call(carol).hold.local).toBe(false);
  });

  it('goes back when the other one does not agree to go on', () => {
    const { sip, phone, bob, carol, holds } = two();

    phone.several({ type: 'swap', callId: bob });
    holds(carol);
    sip.happens(bob, { type: 'reinvite-rejected', statusCode: 488 });

    expect(sip.actionsOf(carol)).toEqual([HOLD, RESUME]);
  });

  it('goes on with the other when the first hangs up meanwhile', () => {
    const { sip, phone, bob, carol } = two();

    phone.several({ type: 'swap', callId: bob });
    sip.ends(carol);

    expect(sip.actionsOf(bob)).toEqual([HOLD, RESUME]);
  });

  it('goes back when the other hangs up meanwhile', () => {
    const { sip, phone, bob, carol, holds } = two();

    phone.several({ type: 'swap', callId: bob });
    sip.ends(bob);
    holds(carol);

    expect(sip.actionsOf(carol)).toEqual([HOLD, RESUME]);
  });

  it('is refused to a call that is not on hold', () => {
    const { phone, carol } = two();

    expect(() => {
      phone.several({ type: 'swap', callId: carol });
    }).toThrow(InvalidStateError);
  });
});

describe('all calls at once', () => {
  it('are held, but for those that are', () => {
    const { sip, phone, bob } = asking();

    phone.several({ type: 'hold-all' });

    expect(sip.performed.filter(({ action }) => action.type === 'send-reinvite')).toHaveLength(2);
    expect(sip.actionsOf(bob)).toEqual([HOLD]);
  });

  it('are hung up, and whoever rings may go on ringing', () => {
    const { sip, phone, bob, carol, call } = asking();

    sip.callIn('dave');
    phone.several({ type: 'hang-up-all' });
    sip.ends(bob);
    sip.ends(carol);

    expect(call('dave').state).toBe('ringing');
    expect(sip.actionsOf(bob)).toEqual([HOLD, { type: 'send-bye' }]);
    expect(sip.actionsOf(carol)).toEqual([{ type: 'send-bye' }]);
  });
});

const ANY_MOVE = fc.constantFrom(
  'consult',
  'connect',
  'swap',
  'hold-all',
  'hang-up-all',
  'call-in',
  'answer',
  'confirmed',
  'accepted',
  'rejected',
  'ended',
  'trying',
  'done',
  'failed',
  'merge',
  'hold',
  'resume',
  'transfer',
);

test('whatever comes in whatever order, the phone neither breaks nor waits for ever', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(ANY_MOVE, fc.nat(5)), { maxLength: 40 }), (moves) => {
      const { sip, phone, bob } = talking();
      let calledIn = 0;

      for (const [move, nth] of moves) {
        const { calls } = phone.snapshot;
        const callId = calls[nth % Math.max(calls.length, 1)]?.id ?? bob;

        try {
          play(phone, sip, move, callId, `in-${String((calledIn += 1))}`);
        } catch (error) {
          expect((error as Error).name).toMatch(
            /^(?:InvalidState|UnknownCall|PhoneRefused|InvalidConference)Error$/,
          );
        }
      }
      // Everybody agrees to what was asked last, and to what follows from that.
      for (let round = 0; round < 20; round++) {
        for (const { id, hold } of phone.snapshot.calls) {
          if (hold.requested !== null) {
            sip.happens(id, { type: 'reinvite-accepted' });
          }
        }
      }
      for (const { consult, about } of phone.snapshot.consults.map((consult) => ({
        consult,
        about: phone.snapshot.calls.find(({ id }) => id === consult.callId),
      }))) {
        expect([consult, about !== undefined && isLive(about)]).toEqual([consult, true]);
      }
      expect(phone.snapshot.calls.every(({ hold }) => hold.requested === null)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

function play(phone: Phone, sip: FakeSipStack, move: string, callId: string, newId: string): void {
  switch (move) {
    case 'consult':
      phone.several({ type: 'consult', callId, target: '200' });
      break;
    case 'connect':
      phone.several({ type: 'connect', withCallId: callId });
      break;
    case 'swap':
      phone.several({ type: 'swap', callId });
      break;
    case 'hold-all':
      phone.several({ type: 'hold-all' });
      break;
    case 'hang-up-all':
      phone.several({ type: 'hang-up-all' });
      break;
    case 'call-in':
      sip.callIn(newId);
      break;
    case 'answer':
      phone.command(callId, { type: 'answer' });
      break;
    case 'confirmed':
      sip.happens(callId, { type: 'confirmed' });
      break;
    case 'accepted':
      sip.happens(callId, { type: 'reinvite-accepted' });
      break;
    case 'rejected':
      sip.happens(callId, { type: 'reinvite-rejected', statusCode: 488 });
      break;
    case 'ended':
      sip.ends(callId);
      break;
    case 'trying':
      sip.happens(callId, { type: 'transfer-progressed', response: TRYING });
      break;
    case 'done':
      sip.happens(callId, { type: 'transfer-progressed', response: OK });
      break;
    case 'merge':
      phone.conference({ type: 'merge', callIds: phone.snapshot.calls.map(({ id }) => id) });
      break;
    case 'hold':
      phone.command(callId, { type: 'hold', on: true });
      break;
    case 'resume':
      phone.command(callId, { type: 'hold', on: false });
      break;
    case 'transfer':
      phone.command(callId, { type: 'transfer', target: '300' });
      break;
    case 'failed':
      sip.happens(callId, { type: 'transfer-failed', response: null });
      break;
  }
}

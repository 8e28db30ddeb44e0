import { newCall, type Call, type CallState } from '../../../src/call/call';
import { statusOf } from '../../../src/call/status';
import { command, InvalidStateError, type CallCommand } from '../../../src/call/command';
import { apply, type CallEvent } from '../../../src/call/event';
import { endOf } from '../../support/fake-sip-stack';

const BOB = { uri: 'sip:bob@pbx.test', displayName: 'Bob' };

function outgoing(state: CallState = 'calling'): Call {
  return { ...newCall('out', 'outgoing', BOB, 0), state };
}

function incoming(state: CallState = 'ringing'): Call {
  return { ...newCall('in', 'incoming', BOB, 0), state };
}

const confirmed: CallEvent = { type: 'confirmed' };
const ended: CallEvent = { type: 'ended', end: endOf() };
const provisional = (statusCode: number, hasSdp = false): CallEvent => ({
  type: 'provisional-received',
  statusCode,
  hasSdp,
});

describe('another party, says the phone system', () => {
  const carol = { uri: 'sip:202@pbx.test', displayName: 'Carol' };

  it('is whom the call is with from then on; the log keeps the first', () => {
    const { call, actions } = apply(
      outgoing('established'),
      { type: 'remote-identified', remote: carol },
      5,
    );

    expect(call).toMatchObject({ remote: carol, firstRemote: BOB, state: 'established' });
    expect(actions).toEqual([]);
  });

  it('changes nothing when it is the same, or when the call has ended', () => {
    const same = { ...incoming(), remote: { ...BOB, via: 'Sales' } };

    expect(apply(same, { type: 'remote-identified', remote: BOB }, 5).call).toBe(same);
    expect(
      apply(outgoing('terminated'), { type: 'remote-identified', remote: carol }, 5).call.remote,
    ).toBe(BOB);
  });
});

describe('an outgoing call', () => {
  it.each([
    ['100 Trying leaves it calling', outgoing(), provisional(100), 'calling'],
    ['180 makes it ring', outgoing(), provisional(180), 'ringing'],
    ['183 without sound changes nothing', outgoing(), provisional(183), 'calling'],
    ['183 with SDP is early media', outgoing(), provisional(183, true), 'early'],
    [
      '180 with SDP after ringing is early media',
      outgoing('ringing'),
      provisional(180, true),
      'early',
    ],
    ['180 after early media keeps the early media', outgoing('early'), provisional(180), 'early'],
    ['200 establishes it', outgoing('ringing'), confirmed, 'established'],
    [
      'a late 180 after the answer changes nothing',
      outgoing('established'),
      provisional(180),
      'established',
    ],
    [
      'a 200 that crosses our CANCEL stays on its way out',
      outgoing('terminating'),
      confirmed,
      'terminating',
    ],
    ['an end ends it', outgoing('terminating'), ended, 'terminated'],
  ] as const)('%s', (_, call, event, state) => {
    expect(apply(call, event, 5).call.state).toBe(state);
  });

  it.each([
    ['calling', 'send-cancel'],
    ['ringing', 'send-cancel'],
    ['early', 'send-cancel'],
    ['established', 'send-bye'],
  ] as const)('hung up while %s sends the right request', (state, action) => {
    const step = command(outgoing(state), { type: 'hang-up' });

    expect(step.call.state).toBe('terminating');
    expect(step.actions).toEqual([{ type: action }]);
  });

  it.each(['terminating', 'terminated'] as const)(
    'hung up again while %s does nothing',
    (state) => {
      const call = outgoing(state);

      expect(command(call, { type: 'hang-up' })).toEqual({ call, actions: [] });
    },
  );

  it('keeps the time of the first answer when the 200 is repeated', () => {
    const once = apply(outgoing(), confirmed, 7).call;

    expect(apply(once, confirmed, 9).call.establishedAtMs).toBe(7);
  });
});

describe('an incoming call', () => {
  it('is declined with 603', () => {
    expect(command(incoming(), { type: 'decline' }).actions).toEqual([
      { type: 'send-reject', statusCode: 603 },
    ]);
  });

  it('hung up while it rings is declined', () => {
    expect(command(incoming(), { type: 'hang-up' }).actions).toEqual([
      { type: 'send-reject', statusCode: 603 },
    ]);
  });

  it('cannot be answered twice', () => {
    const answered = command(incoming(), { type: 'answer' }).call;

    expect(() => command(answered, { type: 'answer' })).toThrow(InvalidStateError);
  });

  it('ignores provisional responses, which are ours', () => {
    expect(apply(incoming(), provisional(180, true), 1).call.state).toBe('ringing');
  });
});

describe('hold', () => {
  const talking = outgoing('established');
  const asked = command(talking, { type: 'hold', on: true });

  it('is on only when the other side has accepted it', () => {
    expect(statusOf(asked.call)).toBe('established');
    expect(statusOf(apply(asked.call, { type: 'reinvite-accepted' }, 1).call)).toBe('held');
  });

  it('leaves the call as it was when refused', () => {
    const after = apply(asked.call, { type: 'reinvite-rejected', statusCode: 488 }, 1).call;

    expect(after).toEqual(talking);
  });

  it('waits for its own re-INVITE before the next', () => {
    expect(() => command(asked.call, { type: 'hold', on: false })).toThrow(InvalidStateError);
  });

  it('by both sides survives the other resuming', () => {
    const held = apply(asked.call, { type: 'reinvite-accepted' }, 1).call;
    const both = apply(held, { type: 'remote-hold-changed', on: true }, 1).call;
    const resumed = apply(both, { type: 'remote-hold-changed', on: false }, 1).call;

    expect(statusOf(resumed)).toBe('held');
  });

  it('an answer nobody asked for changes nothing', () => {
    expect(apply(talking, { type: 'reinvite-accepted' }, 1).call).toEqual(talking);
  });
});

describe('digits', () => {
  it('go out in an established call and are remembered', () => {
    const step = command(outgoing('established'), { type: 'send-dtmf', tones: '12#' });

    expect(step.actions).toEqual([{ type: 'send-dtmf', tones: '12#' }]);
    expect(step.call.dtmf.sent).toBe('12#');
  });

  it('digits of ours that may not have been heard are told until others are sent', () => {
    let { call } = apply(outgoing('established'), { type: 'dtmf-lost', tones: '4' }, 1);

    call = apply(call, { type: 'dtmf-lost', tones: '7#' }, 2).call;
    expect(call.lostDigits).toBe('47#');
    call = command(call, { type: 'send-dtmf', tones: '4' }).call;
    expect(call.lostDigits).toBe('');
  });

  it.each(['', 'x', '1 2', '1'.repeat(65), '1\r\nX: y'])(
    'that are none (%j) are refused',
    (tones) => {
      expect(() => command(outgoing('established'), { type: 'send-dtmf', tones })).toThrow(
        InvalidStateError,
      );
    },
  );

  it('from the other side are kept, the last 64 of them, and rubbish is not', () => {
    let call = outgoing('established');

    for (let n = 0; n < 100; n += 1) {
      call = apply(call, { type: 'dtmf-received', tone: '5' }, 1).call;
    }
    call = apply(call, { type: 'dtmf-received', tone: '<b>' }, 1).call;

    expect(call.dtmf.received).toBe('5'.repeat(64));
  });
});

describe('an incoming call that is not answered', () => {
  it.each([
    [undefined, 603],
    ['declined', 603],
    ['busy', 486],
    ['unavailable', 480],
  ] as const)('declined as %s is refused with %i', (as, statusCode) => {
    const { call, actions } = command(incoming(), {
      type: 'decline',
      ...(as === undefined ? {} : { as }),
    });

    expect(actions).toEqual([{ type: 'send-reject', statusCode }]);
    expect(call.state).toBe('terminating');
  });

  it('goes where the user sends it', () => {
    const { call, actions } = command(incoming(), { type: 'redirect', target: 'sip:7@pbx.test' });

    expect(actions).toEqual([{ type: 'send-redirect', uri: 'sip:7@pbx.test' }]);
    expect(call).toMatchObject({ state: 'terminating', forwardedTo: 'sip:7@pbx.test' });
  });

  it.each(['7', 'https://evil.example', 'sip:a@b>\r\nX: y', 'sip:a b', ''])(
    'is not sent to "%s"',
    (target) => {
      expect(() => command(incoming(), { type: 'redirect', target })).toThrow(InvalidStateError);
    },
  );

  it.each(['connecting', 'established', 'terminating', 'terminated'] as const)(
    'is not sent anywhere any more once it is %s',
    (state) => {
      const redirect: CallCommand = { type: 'redirect', target: 'sip:7@pbx.test' };

      expect(() => command(incoming(state), redirect)).toThrow(InvalidStateError);
    },
  );
});

describe('an outgoing call whose party has moved', () => {
  const moved: CallEvent = { type: 'redirected', targets: [BOB] };

  it('says where to, and calls nobody by itself', () => {
    const { call, actions } = apply(outgoing('ringing'), moved, 0);

    expect(actions).toEqual([]);
    expect(call.movedTo).toEqual([BOB]);
  });

  it('has not moved once it was answered or given up', () => {
    expect(apply(outgoing('established'), moved, 0).call.movedTo).toEqual([]);
    expect(apply(outgoing('terminating'), moved, 0).call.movedTo).toEqual([]);
    expect(apply(incoming(), moved, 0).call.movedTo).toEqual([]);
  });
});

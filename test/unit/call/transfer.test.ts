import { newCall, type Call, type CallState } from '../../../src/call/call';
import { command, InvalidStateError, type CallCommand } from '../../../src/call/command';
import { apply, type CallEvent } from '../../../src/call/event';
import { endOf } from '../../support/fake-sip-stack';

const BOB = { uri: 'sip:bob@pbx.test', displayName: 'Bob' };

function outgoing(state: CallState): Call {
  return { ...newCall('out', 'outgoing', BOB, 0), state };
}

describe('sending the other party on', () => {
  const up = outgoing('established');
  const transfer: CallCommand = { type: 'transfer', target: 'sip:carol@pbx.test' };
  const asked = command(up, transfer).call;
  const news = (statusCode: number, reasonPhrase = 'x'): CallEvent => ({
    type: 'transfer-progressed',
    response: { statusCode, reasonPhrase },
  });

  it('asks the other side, and the call stays up meanwhile', () => {
    expect(command(up, transfer).actions).toEqual([
      { type: 'send-refer', uri: 'sip:carol@pbx.test' },
    ]);
    expect(asked).toMatchObject({ state: 'established', transfer: { state: 'asked' } });
    expect(apply(asked, news(180), 0).call).toMatchObject({
      state: 'established',
      transfer: { state: 'under-way', response: { statusCode: 180 } },
    });
  });

  it('hangs up when they have each other', () => {
    const { call, actions } = apply(asked, news(200), 0);

    expect(actions).toEqual([{ type: 'send-bye' }]);
    expect(call).toMatchObject({ state: 'terminating', transfer: { state: 'done' } });
    expect(apply(call, news(200), 0).actions).toEqual([]);
  });

  it.each([
    ['the third party is busy', news(486)],
    ['it is refused', { type: 'transfer-failed', response: null } satisfies CallEvent],
  ])('leaves the call as it was when %s, and can be tried again', (_why, event) => {
    const { call, actions } = apply(asked, event, 0);

    expect(actions).toEqual([]);
    expect({ ...call, transfer: null }).toEqual(up);
    expect(call.transfer?.state).toBe('failed');
    expect(apply(call, news(200), 0)).toEqual({ call, actions: [] });
    expect(command(call, transfer).call.transfer?.state).toBe('asked');
  });

  it('is not asked for twice at once, nor of a call that is not up, nor to itself', () => {
    expect(() => command(asked, transfer)).toThrow(InvalidStateError);
    expect(() => command(outgoing('ringing'), transfer)).toThrow(InvalidStateError);
    expect(() => command(up, { type: 'transfer-to-call', callId: 'out' })).toThrow(
      InvalidStateError,
    );
    expect(() => command(up, { ...transfer, target: 'carol' })).toThrow(InvalidStateError);
  });
});

describe('a call whose other side wants us to call somebody', () => {
  const referred = apply(outgoing('established'), { type: 'referred', target: BOB }, 0);

  it('waits for the user and does nothing by itself', () => {
    expect(referred.call.referral).toEqual(BOB);
    expect(referred.actions).toEqual([]);
    expect(
      apply(newCall('in', 'incoming', BOB, 0), { type: 'referred', target: BOB }, 0).call.referral,
    ).toBeNull();
  });

  it('is told when the user does not want to', () => {
    const { call, actions } = command(referred.call, { type: 'refuse-referral' });

    expect(actions).toEqual([{ type: 'refuse-referral' }]);
    expect(call.referral).toBeNull();
    expect(() => command(call, { type: 'accept-referral' })).toThrow(InvalidStateError);
  });

  it('asks no more once it is over', () => {
    expect(apply(referred.call, { type: 'ended', end: endOf() }, 0).call.referral).toBeNull();
  });
});

import { newCall } from '../../../src/call/call';
import { apply } from '../../../src/call/event';
import { endOf } from '../../support/fake-sip-stack';
import { registeredPhone } from '../../support/phone-to-try';

const BOB = { uri: 'sip:bob@pbx.test', displayName: 'Bob' };

describe('a call whose server can’t be reached', () => {
  it('says so until it can', () => {
    const call = newCall('out', 'outgoing', BOB, 0);
    const cutOff = apply(call, { type: 'cut-off' }, 1).call;

    expect(cutOff).toEqual({ ...call, isCutOff: true });
    expect(apply(cutOff, { type: 'reconnected' }, 2).call).toEqual(call);
    expect(apply(cutOff, { type: 'ended', end: endOf() }, 2).call.isCutOff).toBe(false);
  });

  it('that is placed again rings anew, and one that is up does not', () => {
    const call = { ...newCall('out', 'outgoing', BOB, 0), state: 'early' } as const;

    expect(apply(call, { type: 'calling-again' }, 1).call.state).toBe('calling');
    expect(apply({ ...call, state: 'established' }, { type: 'calling-again' }, 1).call.state).toBe(
      'established',
    );
  });

  it('recovers once we are registered over another connection, and not at a refresh', () => {
    const { sip, phone } = registeredPhone();
    const bob = phone.dial('100');
    const recoveries = () => sip.actionsOf(bob).filter(({ type }) => type === 'recover').length;

    sip.onReport({ type: 'registered', expiresInS: 600, isNewFlow: false });
    expect(recoveries()).toBe(0);
    sip.onReport({ type: 'registered', expiresInS: 600, isNewFlow: true });
    expect(recoveries()).toBe(1);
    sip.ends(bob);
    sip.onReport({ type: 'registered', expiresInS: 600, isNewFlow: true });
    expect(recoveries()).toBe(1);
  });
});

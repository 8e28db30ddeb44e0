import { newCall, type Call, type CallState } from '../../../src/call/call';
import { command, InvalidStateError } from '../../../src/call/command';
import { apply, type CallEvent } from '../../../src/call/event';

const BOB = { uri: 'sip:bob@pbx.test', displayName: 'Bob' };
const CAROL = { uri: 'sip:carol@pbx.test', displayName: 'Carol' };
const asked: CallEvent = { type: 'replacement-asked', by: CAROL };
const replaced: CallEvent = { type: 'replaced', by: CAROL };

function call(state: CallState = 'established', more: Partial<Call> = {}): Call {
  const establishedAtMs = state === 'established' ? 7 : null;

  return { ...newCall('out', 'outgoing', BOB, 0), state, establishedAtMs, ...more };
}

it('is put to the user, and nothing happens by itself', () => {
  const step = apply(call(), asked, 9);

  expect(step.actions).toEqual([]);
  expect(step.call).toEqual({ ...call(), replacement: CAROL });
});

it.each(['accept-replacement', 'refuse-replacement'] as const)('%s is said once', (type) => {
  const step = command(apply(call(), asked, 9).call, { type });

  expect(step).toEqual({ call: call(), actions: [{ type }] });
  expect(() => command(step.call, { type })).toThrow(InvalidStateError);
});

it('goes on with whom it is now, its time and its silence too', () => {
  const before = call('established', {
    muted: true,
    replacement: CAROL,
    hold: { local: false, remote: true, requested: true },
    referral: BOB,
    transfer: { uri: 'sip:x@y', callId: null, state: 'under-way', response: null },
  });

  expect(apply(before, replaced, 9).call).toEqual({
    ...call(),
    remote: CAROL,
    muted: true,
    hold: { local: false, remote: false, requested: null },
  });
});

it('begins with who picks up a call that still rang', () => {
  expect(apply(call('ringing'), replaced, 9).call).toMatchObject({
    state: 'established',
    establishedAtMs: 9,
    remote: CAROL,
  });
});

it('is nothing to a call that is on its way out, or rings here', () => {
  const leaving = call('terminating');
  const ringing = { ...newCall('in', 'incoming', BOB, 0) };

  expect(apply(leaving, replaced, 9).call).toBe(leaving);
  expect(apply(ringing, asked, 9).call).toBe(ringing);
  expect(() => command({ ...leaving, replacement: CAROL }, { type: 'accept-replacement' })).toThrow(
    InvalidStateError,
  );
});

it('asks no more once it was taken back', () => {
  expect(apply(apply(call(), asked, 9).call, { type: 'replacement-withdrawn' }, 9).call).toEqual(
    call(),
  );
});

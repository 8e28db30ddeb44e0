import fc from 'fast-check';
import { newCall, type Call } from '../../../src/call/call';
import type { Step } from '../../../src/call/action';
import { command, InvalidStateError, type CallCommand } from '../../../src/call/command';
import { apply } from '../../../src/call/event';
import { anyInput, EVERY_TYPE, type Input } from './any-input';

const BOB = { uri: 'sip:bob@pbx.test', displayName: 'Bob' };

/** A call's whole life: each step with the call before it. */
interface Moment {
  readonly input: Input;
  readonly before: Call;
  /** Null where the user was told that it can't be done. */
  readonly step: Step | null;
}

const anyLife = fc
  .record({
    direction: fc.constantFrom('outgoing', 'incoming'),
    // Half of the lives begin with a call that is up: chance alone rarely gets there.
    isUp: fc.boolean(),
    inputs: fc.array(anyInput, { maxLength: 40 }),
  })
  .map(({ direction, isUp, inputs }) => {
    const born = newCall('id', direction, BOB, 0);
    const moments: Moment[] = [];
    let call: Call = isUp ? { ...born, state: 'established', establishedAtMs: 1 } : born;

    for (const [index, input] of inputs.entries()) {
      const step = take(call, input, index + 2);

      moments.push({ input, before: call, step });
      call = step?.call ?? call;
    }

    return { moments, call };
  });

/** Holds whatever the calls go through, in whatever order. */
function always(holds: (life: { moments: Moment[]; call: Call }) => void): void {
  fc.assert(fc.property(anyLife, holds), { numRuns: 500 });
}

/** One input to a call; null where it was refused, for which there is one way. */
function take(call: Call, input: Input, nowMs: number): Step | null {
  if ('event' in input) {
    return apply(call, input.event, nowMs);
  }
  try {
    return command(call, input.command);
  } catch (error) {
    if (error instanceof InvalidStateError) {
      return null;
    }
    throw error;
  }
}

/** True where the user asks for what is so already: nothing needs to be done, and nothing is wrong. */
function isSoAlready({ state, hold, recording, isSilenced }: Call, asked: CallCommand): boolean {
  switch (asked.type) {
    case 'hang-up':
      return state === 'terminating' || state === 'terminated';
    case 'silence':
      return isSilenced;
    case 'hold':
      return hold.local === asked.on;
    case 'record':
      return !asked.on || recording !== null;
    default:
      return false;
  }
}

test('a terminated call stays as it is and asks nothing of the wire', () => {
  always(({ moments }) => {
    for (const { before, step } of moments) {
      if (before.state === 'terminated') {
        expect(step ?? { call: before, actions: [] }).toEqual({ call: before, actions: [] });
      }
    }
  });
});

test('events never throw, and a command acts or is refused with a reason', () => {
  always(({ moments }) => {
    for (const { input, before, step } of moments) {
      const isIdle = step !== null && step.actions.length === 0 && step.call === before;

      if ('command' in input && isIdle) {
        expect([input.command, isSoAlready(before, input.command)]).toEqual([input.command, true]);
      }
      if ('event' in input) {
        expect(step).not.toBeNull();
      }
    }
  });
});

test('a call that is being hung up ends and comes to nothing else', () => {
  always(({ moments }) => {
    for (const { before, step } of moments) {
      if (before.state === 'terminating' && step !== null) {
        expect(['terminating', 'terminated']).toContain(step.call.state);
      }
    }
  });
});

test('a call is hung up on the wire once and never twice', () => {
  always(({ moments }) => {
    const goodbyes = moments
      .flatMap(({ step }) => step?.actions ?? [])
      .filter(({ type }) => /^send-(?:bye|cancel|reject|redirect)$|^ask-voicemail$/.test(type));

    expect(goodbyes.length).toBeLessThanOrEqual(1);
  });
});

test('a call is ended exactly when it says why and when', () => {
  always(({ call }) => {
    expect(call.end !== null).toBe(call.state === 'terminated');
    expect(call.endedAtMs !== null).toBe(call.state === 'terminated');
  });
});

test('a call is the same on the other side of a message, and small', () => {
  always(({ call }) => {
    const text = JSON.stringify(call);

    expect(JSON.parse(text)).toEqual(call);
    expect(text.length).toBeLessThan(20_000);
  });
});

test('every command and every event comes up', () => {
  const met = new Set<string>();

  for (const input of fc.sample(anyInput, { numRuns: 3000, seed: 1 })) {
    met.add('event' in input ? input.event.type : input.command.type);
  }

  expect([...met].sort()).toEqual([...EVERY_TYPE].sort());
});

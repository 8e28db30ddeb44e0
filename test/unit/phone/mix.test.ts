import fc from 'fast-check';
import { newCall, type Call } from '../../../src/call/call';
import type { Recording } from '../../../src/call/recording';
import { mixFor, recordingsFor, type Mixable, type MixSink } from '../../../src/phone/mix';

const RECORDING: Recording = {
  id: 'r',
  by: 'local',
  state: 'on',
  problem: null,
  beeps: false,
};

function upCall(id: string, change: Partial<Call> = {}): Call {
  const remote = { uri: `sip:${id}@pbx.test`, displayName: null };

  return { ...newCall(id, 'outgoing', remote, 0), state: 'established', ...change };
}

function held(by: Partial<Call['hold']>): Pick<Call, 'hold'> {
  return { hold: { local: false, remote: false, requested: null, ...by } };
}

function merged(calls: readonly Call[], muted: readonly string[] = []): Mixable {
  return {
    calls,
    conference: calls.map(({ id }) => ({ callId: id, isMuted: muted.includes(id) })),
  };
}

/** What is in a mixture, in no order. */
function into(mixable: Mixable, sink: MixSink): string[] {
  return mixFor(mixable)
    .filter(({ to }) => to === sink)
    .map(({ from }) => from)
    .sort();
}

describe('a conference of three', () => {
  const three = [upCall('bob'), upCall('carol'), upCall('dan')];

  it('lets each hear the user and both others', () => {
    expect(into(merged(three), 'call bob')).toEqual(['microphone', 'voice carol', 'voice dan']);
    expect(into(merged(three), 'call carol')).toEqual(['microphone', 'voice bob', 'voice dan']);
    expect(into(merged(three), 'call dan')).toEqual(['microphone', 'voice bob', 'voice carol']);
  });

  it('lets a muted member hear all and be heard by nobody', () => {
    const mixable = merged(three, ['bob']);

    expect(into(mixable, 'call bob')).toEqual(['microphone', 'voice carol', 'voice dan']);
    expect(into(mixable, 'call carol')).toEqual(['microphone', 'voice dan']);
  });

  it('mixes nothing of a user who is muted', () => {
    const mixable = merged(three.map((call) => ({ ...call, muted: true })));

    expect(into(mixable, 'call bob')).toEqual(['voice carol', 'voice dan']);
  });

  it('keeps the music of one who holds us from the others', () => {
    const mixable = merged([upCall('bob', held({ remote: true })), upCall('carol'), upCall('dan')]);

    expect(into(mixable, 'call carol')).toEqual(['microphone', 'voice dan']);
  });

  it('is silent while it is held, from the moment the user asks for it', () => {
    const mixable = merged([
      upCall('bob', held({ local: true })),
      upCall('carol', held({ requested: true })),
      upCall('dan'),
    ]);

    expect(mixFor(mixable)).toEqual([{ from: 'microphone', to: 'call dan' }]);
  });
});

describe('a call that needs no mixing', () => {
  it('is left alone, with another on hold beside it', () => {
    const calls = [upCall('bob'), upCall('carol', held({ local: true }))];

    expect(mixFor({ calls, conference: [] })).toEqual([]);
  });
});

describe('a recording', () => {
  const recording = RECORDING;

  it('has both sides of the call in it', () => {
    const mixable = { calls: [upCall('bob', { recording })], conference: [] };

    expect(into(mixable, 'recording r')).toEqual(['microphone', 'voice bob']);
    expect(into(mixable, 'call bob')).toEqual([]);
  });

  it('has everybody of a conference in it, and the user once', () => {
    const mixable = merged([upCall('bob', { recording }), upCall('carol', { recording })]);

    expect(into(mixable, 'recording r')).toEqual(['microphone', 'voice bob', 'voice carol']);
  });

  it('goes on while the call is held, with nothing in it', () => {
    const mixable = {
      calls: [upCall('bob', { recording, ...held({ local: true }) })],
      conference: [],
    };

    expect(recordingsFor(mixable)).toEqual(['r']);
    expect(into(mixable, 'recording r')).toEqual([]);
  });

  it('beeps to the other party too, where the user wants that', () => {
    const calls = [upCall('bob', { recording: { ...recording, beeps: true } })];

    expect(into({ calls, conference: [] }, 'call bob')).toEqual(['beep', 'microphone']);
  });

  it.each<Partial<Call>>([
    { recording: { ...recording, by: 'phone-system' } },
    { recording: { ...recording, state: 'failed', problem: 'no-space' } },
    { recording, state: 'terminating' },
    { recording: null },
  ])('is not made here of %o', (change) => {
    const calls = [upCall('bob', change)];

    expect(recordingsFor({ calls, conference: [] })).toEqual([]);
    expect(mixFor({ calls, conference: [] })).toEqual([]);
  });
});

const anyCall = (id: string): fc.Arbitrary<Call> =>
  fc
    .record({
      state: fc.constantFrom('established', 'terminating', 'ringing', 'terminated' as const),
      muted: fc.boolean(),
      hold: fc.record({
        local: fc.boolean(),
        remote: fc.boolean(),
        requested: fc.constantFrom(null, true, false),
      }),
      recording: fc.constantFrom(null, RECORDING, { ...RECORDING, id: 's', beeps: true }),
    })
    .map((change) => upCall(id, change));

const anyMixable: fc.Arbitrary<Mixable> = fc
  .integer({ min: 0, max: 5 })
  .chain((count) =>
    fc.tuple(
      fc.tuple(...Array.from({ length: count }, (_, index) => anyCall(`call-${String(index)}`))),
      fc.array(fc.boolean(), { minLength: count, maxLength: count }),
      fc.array(fc.boolean(), { minLength: count, maxLength: count }),
    ),
  )
  .map(([calls, isIn, isMuted]) => ({
    calls,
    conference: calls
      .map(({ id }, index) => ({ callId: id, isMuted: isMuted[index] === true }))
      .filter((_, index) => isIn[index] === true),
  }));

it('lets nobody hear himself, whatever happens', () => {
  fc.assert(
    fc.property(anyMixable, (mixable) => {
      for (const { id } of mixable.calls) {
        expect(mixFor(mixable)).not.toContainEqual({ from: `voice ${id}`, to: `call ${id}` });
      }
    }),
  );
});

it('has no sound twice in one mixture', () => {
  fc.assert(
    fc.property(anyMixable, (mixable) => {
      const edges = mixFor(mixable).map(({ from, to }) => `${from} > ${to}`);

      expect(new Set(edges).size).toBe(edges.length);
    }),
  );
});

it('never lets the voice of one call into another that it is not merged with', () => {
  fc.assert(
    fc.property(anyMixable, (mixable) => {
      const members = new Set(mixable.conference.map(({ callId }) => callId));

      for (const { from, to } of mixFor(mixable)) {
        if (from.startsWith('voice ') && to.startsWith('call ')) {
          expect(members).toContain(from.slice('voice '.length));
          expect(members).toContain(to.slice('call '.length));
        }
      }
    }),
  );
});

it('lets everybody who talks in a conference hear everybody else who does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), (count) => {
      const calls = Array.from({ length: count }, (_, index) => upCall(`call-${String(index)}`));
      const mixable = merged(calls);

      for (const { id } of calls) {
        const others = calls.filter((call) => call.id !== id).map((call) => `voice ${call.id}`);

        expect(into(mixable, `call ${id}`)).toEqual(['microphone', ...others].sort());
      }
    }),
  );
});

import type { MixEdge } from '../../../../src/phone/mix';
import { Mixer } from '../../../../extension/offscreen/sound/mixer';

/** As much of an audio graph as can be looked at: which node goes into which. */
class FakeNode {
  readonly into = new Set<FakeNode>();

  constructor(readonly name: string) {}

  connect(node: FakeNode): void {
    this.into.add(node);
  }

  disconnect(node: FakeNode): void {
    if (!this.into.delete(node)) {
      throw new Error(`${this.name} is not connected to ${node.name}`);
    }
  }
}

class FakeContext {
  static readonly made: FakeContext[] = [];
  state = 'running';

  constructor() {
    FakeContext.made.push(this);
  }

  resume = () => Promise.resolve();
  close = () => {
    this.state = 'closed';

    return Promise.resolve();
  };
}

class FakeStream {
  constructor(readonly tracks: readonly FakeTrack[]) {}

  getAudioTracks = () => this.tracks;
}

interface FakeTrack {
  readonly name: string;
}

const sources: FakeNode[] = [];

class FakeSource extends FakeNode {
  constructor(_: FakeContext, { mediaStream }: { mediaStream: FakeStream }) {
    super(mediaStream.tracks[0]?.name ?? 'nothing');
    sources.push(this);
  }
}

class FakeSilence extends FakeNode {
  constructor() {
    super('silence');
    sources.push(this);
  }

  start = () => undefined;
}

let mixtures = 0;

class FakeDestination extends FakeNode {
  readonly stream: FakeStream;

  constructor() {
    super(`mixture ${String((mixtures += 1))}`);
    this.stream = new FakeStream([{ name: this.name }]);
  }
}

/** The tests' stand-ins have only what is used. */
function put(name: string, value: unknown): void {
  Reflect.set(globalThis, name, value);
}

function streamOf(name: string): MediaStream {
  return new FakeStream([{ name }]) as unknown as MediaStream;
}

function setUp() {
  const sent = new Map<string, string | null>();
  const recorded = new Map<string, string | null>();
  const leases: { use: (track: MediaStreamTrack | null) => void; isOpen: boolean }[] = [];
  const mixer = new Mixer({
    microphone: {
      lease: (use) => {
        const lease = { use, isOpen: true };

        leases.push(lease);

        return {
          setOn: () => undefined,
          close: () => {
            lease.isOpen = false;
          },
        };
      },
    },
    send: (callId, track) => {
      sent.set(callId, track && nameOf(track));
    },
    record: (id, stream) => {
      const [track] = stream?.getAudioTracks() ?? [];

      recorded.set(id, track === undefined ? null : nameOf(track));
    },
    log: () => undefined,
  });
  const speak = (name: string | null) => {
    leases.at(-1)?.use(name === null ? null : ({ name } as unknown as MediaStreamTrack));
  };
  const sourcesOf = (mixture: string | null | undefined) =>
    sources
      .filter(({ into }) => [...into].some(({ name }) => name === mixture))
      .map(({ name }) => name)
      .sort();
  /** What is heard in a mixture, apart from the silence that is in all of them. */
  const heardIn = (mixture: string | null | undefined) =>
    sourcesOf(mixture).filter((name) => name !== 'silence');

  return { mixer, sent, recorded, leases, speak, heardIn, sourcesOf };
}

function nameOf(track: MediaStreamTrack): string {
  return (track as unknown as FakeTrack).name;
}

const CONFERENCE: readonly MixEdge[] = [
  { from: 'microphone', to: 'call bob' },
  { from: 'voice carol', to: 'call bob' },
  { from: 'microphone', to: 'call carol' },
  { from: 'voice bob', to: 'call carol' },
];

beforeEach(() => {
  sources.length = 0;
  mixtures = 0;
  FakeContext.made.length = 0;
  put('AudioContext', FakeContext);
  put('MediaStream', FakeStream);
  put('MediaStreamAudioSourceNode', FakeSource);
  put('MediaStreamAudioDestinationNode', FakeDestination);
  put('ConstantSourceNode', FakeSilence);
});

test('while nothing is mixed there is no audio graph, and no microphone is opened for it', () => {
  const { mixer, leases } = setUp();

  mixer.hear('bob', streamOf('Bob'));
  mixer.mix([], []);

  expect(FakeContext.made).toEqual([]);
  expect(leases).toEqual([]);
});

test('each of a conference is sent a mixture of its own', () => {
  const { mixer, sent, speak, heardIn } = setUp();

  mixer.hear('bob', streamOf('Bob'));
  mixer.hear('carol', streamOf('Carol'));
  mixer.mix(CONFERENCE, []);
  speak('Alice');

  expect(heardIn(sent.get('bob'))).toEqual(['Alice', 'Carol']);
  expect(heardIn(sent.get('carol'))).toEqual(['Alice', 'Bob']);
});

test('a voice that comes late is in the mixture then', () => {
  const { mixer, sent, speak, heardIn } = setUp();

  mixer.mix(CONFERENCE, []);
  speak('Alice');
  expect(heardIn(sent.get('carol'))).toEqual(['Alice']);
  mixer.hear('bob', streamOf('Bob'));

  expect(heardIn(sent.get('carol'))).toEqual(['Alice', 'Bob']);
});

test('another microphone takes the place of the first', () => {
  const { mixer, sent, speak, heardIn } = setUp();

  mixer.mix(CONFERENCE, []);
  speak('Built-in');
  speak('Headset');

  expect(heardIn(sent.get('bob'))).toEqual(['Headset']);
});

test('a microphone that is gone leaves the others in the mixture', () => {
  const { mixer, sent, speak, heardIn, sourcesOf } = setUp();

  mixer.hear('bob', streamOf('Bob'));
  mixer.mix(CONFERENCE, []);
  speak('Alice');
  speak(null);

  expect(heardIn(sent.get('carol'))).toEqual(['Bob']);
  // Of a mixture without any source not a packet would leave.
  expect(sourcesOf(sent.get('bob'))).toEqual(['silence']);
});

test('who is muted is taken out of the mixture, which stays the same', () => {
  const { mixer, sent, speak, heardIn } = setUp();

  mixer.hear('bob', streamOf('Bob'));
  mixer.mix(CONFERENCE, []);
  speak('Alice');
  const before = sent.get('carol');

  mixer.mix(
    CONFERENCE.filter(({ from }) => from !== 'voice bob'),
    [],
  );

  expect(sent.get('carol')).toBe(before);
  expect(heardIn(before)).toEqual(['Alice']);
});

test('at the end everything is closed and the calls have their microphones again', () => {
  const { mixer, sent, leases, speak } = setUp();

  mixer.hear('bob', streamOf('Bob'));
  mixer.mix(CONFERENCE, []);
  speak('Alice');
  mixer.mix([], []);

  expect([...sent.values()]).toEqual([null, null]);
  expect(leases.map(({ isOpen }) => isOpen)).toEqual([false]);
  expect(FakeContext.made.map(({ state }) => state)).toEqual(['closed']);
});

test('a second conference finds the voices that were there before it', () => {
  const { mixer, sent, speak, heardIn } = setUp();

  mixer.hear('bob', streamOf('Bob'));
  mixer.mix(CONFERENCE, []);
  mixer.mix([], []);
  mixer.mix(CONFERENCE, []);
  speak('Alice');

  expect(heardIn(sent.get('carol'))).toEqual(['Alice', 'Bob']);
});

test('a recording of a held call is there with silence in it', () => {
  const { mixer, recorded, sourcesOf } = setUp();

  mixer.mix([], ['r']);

  expect(recorded.get('r')).toEqual(expect.any(String));
  expect(sourcesOf(recorded.get('r'))).toEqual(['silence']);
  mixer.mix([], []);
  expect(recorded.get('r')).toBeNull();
});

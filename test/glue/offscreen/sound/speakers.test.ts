import { AudioOutput } from '../../../../extension/offscreen/sound/audio-output';
import { TonePlayer } from '../../../../extension/offscreen/sound/tone-player';

/** Speakers that take no sound. */
const dead = new Set<string>();

/** As much of what plays as being sent to a speaker takes. */
class FakePlayer {
  static readonly made: FakePlayer[] = [];
  sinkId = '';
  srcObject: unknown = null;
  muted = false;
  state = 'suspended';
  readonly sampleRate = 8000;
  readonly destination = {};

  constructor() {
    FakePlayer.made.push(this);
  }

  setSinkId(id: string): Promise<void> {
    if (dead.has(id)) {
      return Promise.reject(new DOMException('Requested device not found', 'NotFoundError'));
    }
    this.sinkId = id;

    return Promise.resolve();
  }

  play(): Promise<void> {
    return Promise.resolve();
  }

  pause(): void {
    this.state = 'paused';
  }

  resume(): Promise<void> {
    this.state = 'running';

    return Promise.resolve();
  }

  close(): Promise<void> {
    this.state = 'closed';

    return Promise.resolve();
  }

  createBuffer = () => ({ copyToChannel: () => undefined });
  createBufferSource = () => ({ connect: () => undefined, start: () => undefined });
}

const STREAM = {} as MediaStream;
const natives = { Audio: globalThis.Audio, AudioContext: globalThis.AudioContext };

function onlyPlayer(): FakePlayer {
  const [player, ...more] = FakePlayer.made;

  if (player === undefined || more.length > 0) {
    throw new Error(`expected one, found ${String(FakePlayer.made.length)}`);
  }

  return player;
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    await Promise.resolve();
  }
}

beforeEach(() => {
  FakePlayer.made.length = 0;
  dead.clear();
  // The stand-ins have only what is used.
  Object.assign(globalThis, { Audio: FakePlayer, AudioContext: FakePlayer });
});

afterEach(() => {
  Object.assign(globalThis, natives);
});

describe('the voice of a call', () => {
  function setUp() {
    const told: boolean[] = [];
    const voices: AudioOutput = new AudioOutput(
      () => undefined,
      () => told.push(voices.isRefused),
    );

    return { voices, told };
  }

  test('comes out of the chosen speaker, and of another in the middle of the call', async () => {
    const { voices } = setUp();

    voices.setDevice('headset');
    voices.play('bob', STREAM);
    await settled();
    expect(onlyPlayer().sinkId).toBe('headset');

    voices.setDevice(null);
    await settled();
    expect(onlyPlayer().sinkId).toBe('');
  });

  test('comes out of the default where the chosen speaker takes none, which is told', async () => {
    const { voices, told } = setUp();

    dead.add('headset');
    voices.setDevice('headset');
    voices.play('bob', STREAM);
    await settled();

    expect(onlyPlayer().sinkId).toBe('');
    expect(told).toEqual([true]);
  });

  test('goes back to the chosen speaker when that takes sound again', async () => {
    const { voices, told } = setUp();

    dead.add('headset');
    voices.setDevice('headset');
    voices.play('bob', STREAM);
    await settled();
    voices.tryAgain();
    await settled();
    expect(voices.isRefused).toBe(true);

    dead.clear();
    voices.tryAgain();
    await settled();
    expect(onlyPlayer().sinkId).toBe('headset');
    expect(told).toEqual([true, false]);
  });

  test('is not tried elsewhere once it is over', async () => {
    const { voices } = setUp();

    voices.play('bob', STREAM);
    voices.play('bob', null);
    voices.setDevice('headset');
    await settled();

    expect(onlyPlayer()).toMatchObject({ sinkId: '', srcObject: null });
  });
});

describe('a tone of the phone’s own', () => {
  test('goes on, on the default, when its speaker is gone', async () => {
    const tones = new TonePlayer(() => undefined);

    tones.setDevices({ speakerId: null, ringerId: 'bell' });
    tones.play('ringtone');
    await settled();
    expect(onlyPlayer()).toMatchObject({ sinkId: 'bell', state: 'running' });

    onlyPlayer().state = 'suspended'; // As Chrome leaves it when the device goes.
    tones.setDevices({ speakerId: null, ringerId: null });
    await settled();
    expect(onlyPlayer()).toMatchObject({ sinkId: '', state: 'running' });
  });

  test('sounds on the default where its speaker takes no sound', async () => {
    const tones = new TonePlayer(() => undefined);

    dead.add('bell');
    tones.setDevices({ speakerId: null, ringerId: 'bell' });
    tones.play('ringtone');
    await settled();

    expect(onlyPlayer()).toMatchObject({ sinkId: '', state: 'running' });
  });

  test('is not woken when it was ended meanwhile', async () => {
    const tones = new TonePlayer(() => undefined);

    tones.setDevices({ speakerId: null, ringerId: 'bell' });
    tones.play('ringtone');
    tones.play(null);
    await settled();

    expect(onlyPlayer().state).toBe('closed');
  });

  test('rings at the ringer, and in a call at the speaker', async () => {
    const tones = new TonePlayer(() => undefined);

    tones.setDevices({ speakerId: 'headset', ringerId: 'bell' });
    tones.play('ringtone');
    tones.play('call-waiting');
    await settled();

    expect(FakePlayer.made.map(({ sinkId }) => sinkId)).toEqual(['bell', 'headset']);
  });
});

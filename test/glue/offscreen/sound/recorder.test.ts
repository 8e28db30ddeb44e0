import { newCall, type Call } from '../../../../src/call/call';
import type { CallEvent } from '../../../../src/call/event';
import type { RecordedChunk } from '../../../../src/recording/entry';
import { Recorder } from '../../../../extension/offscreen/sound/recorder';

/** A MediaRecorder that begins, hands over pieces and fails when the test says so. */
class FakeMediaRecorder {
  static last: FakeMediaRecorder | null = null;
  static isBroken = false;
  state = 'inactive';
  onstart: () => void = () => undefined;
  ondataavailable: (event: { data: Blob }) => void = () => undefined;
  onerror: () => void = () => undefined;

  constructor() {
    if (FakeMediaRecorder.isBroken) {
      throw new DOMException('no such format', 'NotSupportedError');
    }
    FakeMediaRecorder.last = this;
  }

  start(): void {
    this.state = 'recording';
  }

  stop(): void {
    this.state = 'inactive';
    this.hand('the end');
  }

  hand(text: string): void {
    this.ondataavailable({ data: new Blob([text]) });
  }
}

const STREAM = {} as MediaStream;
const native: unknown = Reflect.get(globalThis, 'MediaRecorder');

function callWith(id: string, state: 'asked' | 'on' = 'asked'): Call {
  const recording = { id: 'r', by: 'local', state, problem: null, beeps: false } as const;
  const remote = { uri: `sip:${id}@pbx.test`, displayName: null };

  return { ...newCall(id, 'incoming', remote, 0), state: 'established', recording };
}

function setUp(
  keep: (about: RecordedChunk, chunk: Blob) => Promise<void> = () => Promise.resolve(),
) {
  const reports: CallEvent[] = [];
  const kept: (RecordedChunk & { bytes: number })[] = [];
  let nowMs = 1_000;
  const recorder = new Recorder({
    keep: async (about, chunk) => {
      await keep(about, chunk);
      kept.push({ ...about, bytes: chunk.size });
    },
    nowMs: () => (nowMs += 1_000),
    report: (_, event) => {
      reports.push(event);
    },
  });
  const media = () => {
    if (FakeMediaRecorder.last === null) {
      throw new Error('nothing is recorded');
    }

    return FakeMediaRecorder.last;
  };
  /** Everything that was handed over has been kept or refused. */
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      await Promise.resolve();
    }
  };

  return { recorder, reports, kept, media, settled };
}

beforeEach(() => {
  FakeMediaRecorder.last = null;
  FakeMediaRecorder.isBroken = false;
  Reflect.set(globalThis, 'MediaRecorder', FakeMediaRecorder);
});
afterAll(() => {
  Reflect.set(globalThis, 'MediaRecorder', native);
});

test('says that it has begun, keeps every piece, and the last one after its end', async () => {
  const { recorder, reports, kept, media, settled } = setUp();

  recorder.follow([callWith('bob')]);
  recorder.record('r', STREAM);
  media().onstart();
  media().hand('one');
  recorder.record('r', null);
  await settled();

  expect(reports).toEqual([{ type: 'recording-started' }]);
  expect(kept.map(({ bytes }) => bytes)).toEqual([3, 7]);
  expect(kept.map(({ index }) => index)).toEqual([0, 1]);
  expect(kept[0]?.parties).toEqual([{ uri: 'sip:bob@pbx.test', displayName: null }]);
});

test('knows who was in it after their call has left it', async () => {
  const { recorder, kept, settled } = setUp();

  recorder.follow([callWith('bob')]);
  recorder.record('r', STREAM);
  recorder.follow([]);
  recorder.record('r', null);
  await settled();

  expect(kept[0]?.parties).toHaveLength(1);
});

test('tells a call that joins that it is recorded already', () => {
  const { recorder, reports, media } = setUp();

  recorder.follow([callWith('bob')]);
  recorder.record('r', STREAM);
  media().onstart();
  recorder.follow([callWith('bob', 'on'), callWith('carol')]);

  expect(reports).toHaveLength(2);
});

test.each([
  ['no-space', new DOMException('full', 'QuotaExceededError')],
  ['not-stored', new DOMException('gone', 'UnknownError')],
])('stops and says %s when a piece can’t be kept', async (problem, error) => {
  const { recorder, reports, media, settled, kept } = setUp(() => Promise.reject(error));

  recorder.record('r', STREAM);
  media().hand('one');
  await settled();

  expect(reports).toEqual([{ type: 'recording-failed', problem }]);
  expect(media().state).toBe('inactive');
  expect(kept).toEqual([]);
});

test('keeps nothing behind a hole: it could not be played', async () => {
  let isFull = true;
  const { recorder, media, settled, kept } = setUp(() => {
    const wasFull = isFull;

    isFull = false;

    return wasFull ? Promise.reject(new DOMException('full')) : Promise.resolve();
  });

  recorder.record('r', STREAM);
  media().hand('one');
  media().hand('two');
  await settled();

  expect(kept).toEqual([]);
});

test('says so when the browser can’t record', () => {
  const { recorder, reports } = setUp();

  FakeMediaRecorder.isBroken = true;
  recorder.record('r', STREAM);

  expect(reports).toEqual([{ type: 'recording-failed', problem: 'not-recorded' }]);
});

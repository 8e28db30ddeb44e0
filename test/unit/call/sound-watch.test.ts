import { newCall } from '../../../src/call/call';
import { figuresOf, type CallFigures } from '../../../src/call/figures';
import { NEW_WATCH, watchSound, type Watched } from '../../../src/call/sound-watch';

const FIGURES: CallFigures = {
  ...figuresOf(null, { takenAtMs: 0, direction: 'sendrecv', entries: [] }),
  overMs: 2000,
  isConnected: true,
  hasSource: true,
};
const SOME = { packets: 100, bytes: 8000 };
const NONE = { packets: 0, bytes: 0 };
/** Both are heard. */
const ALL_WELL: CallFigures = {
  ...FIGURES,
  sent: SOME,
  received: SOME,
  sentLately: SOME,
  receivedLately: SOME,
};
const NOTHING_IN: CallFigures = { ...ALL_WELL, receivedLately: NONE };
const NOTHING_OUT: CallFigures = { ...ALL_WELL, sentLately: NONE };
const NO_WAY: CallFigures = { ...NOTHING_IN, isConnected: false };
/** Not a word, but a report of how ours arrives. */
const TOLD_ONLY: CallFigures = { ...NOTHING_IN, isRemoteReporting: true };

const CALL = newCall('id', 'outgoing', { uri: 'sip:bob@pbx.test', displayName: 'Bob' }, 0);
const times = (count: number, figures: CallFigures) => Array<CallFigures>(count).fill(figures);

/** What each of these reports meant, after a report of a call in which all was well. */
function watched(reports: readonly CallFigures[], call = CALL): readonly Watched[] {
  let { watch } = watchSound(NEW_WATCH, ALL_WELL, call);

  return reports.map((figures) => {
    const result = watchSound(watch, figures, call);

    ({ watch } = result);

    return result;
  });
}

const lostIn = (reports: readonly CallFigures[], call = CALL) =>
  watched(reports, call).map(({ lostSound }) => lostSound);
const mendedIn = (reports: readonly CallFigures[]) => watched(reports).map(({ mends }) => mends);

describe('A call in which nothing is heard', () => {
  it('is mended once by the third report, and told of by the fourth', () => {
    expect(mendedIn(times(6, NOTHING_IN))).toEqual([false, false, true, false, false, false]);
    expect(lostIn(times(5, NOTHING_IN))).toEqual([null, null, null, 'theirs', 'theirs']);
  });

  it('says whose voice is lost', () => {
    expect(lostIn(times(4, NOTHING_OUT)).at(-1)).toBe('ours');
    expect(lostIn(times(4, NO_WAY)).at(-1)).toBe('both');
  });

  it('says no more of it with the first sound', () => {
    expect(lostIn([...times(5, NO_WAY), ALL_WELL]).at(-1)).toBeNull();
  });

  it('is mended again when the sound came back and went again', () => {
    const reports = [...times(4, NOTHING_IN), ALL_WELL, ...times(3, NOTHING_IN)];

    expect(mendedIn(reports).filter(Boolean)).toHaveLength(2);
  });

  it('is left alone for a moment without sound', () => {
    const reports = [...times(2, NOTHING_IN), ALL_WELL, ...times(2, NOTHING_IN), ALL_WELL];

    expect(watched(reports).some(({ mends, lostSound }) => mends || lostSound !== null)).toBe(
      false,
    );
  });

  it('is no surprise before there was a way for the sound', () => {
    let watch = NEW_WATCH;

    for (const figures of times(20, { ...NO_WAY, received: NONE })) {
      const result = watchSound(watch, figures, CALL);

      expect(result).toMatchObject({ lostSound: null, mends: false, asks: false });
      ({ watch } = result);
    }
  });
});

describe('Silence that somebody wants is no alarm', () => {
  it.each([
    ['we hold', { ...CALL, hold: { local: true, remote: false, requested: null } }],
    ['they hold', { ...CALL, hold: { local: false, remote: true, requested: null } }],
    ['a hold is under way', { ...CALL, hold: { local: false, remote: false, requested: true } }],
  ])('while %s', (_what, call) => {
    expect(new Set(lostIn(times(30, NO_WAY), call))).toEqual(new Set([null]));
  });

  it('while we are muted: theirs alone is missed', () => {
    const muted = { ...CALL, muted: true };

    expect(lostIn(times(8, NOTHING_OUT), muted).at(-1)).toBeNull();
    expect(lostIn(times(8, NO_WAY), muted).at(-1)).toBe('theirs');
  });

  it('while there is no microphone to be heard by', () => {
    const figures = { ...NOTHING_OUT, hasSource: false };

    expect(lostIn(times(8, figures)).at(-1)).toBeNull();
  });

  it.each([
    ['only they are to be heard', 'recvonly', NOTHING_OUT],
    ['only we are to be heard', 'sendonly', NOTHING_IN],
    ['nobody is', 'inactive', NO_WAY],
  ] as const)('where it was agreed that %s', (_what, direction, figures) => {
    expect(lostIn(times(20, { ...figures, direction })).at(-1)).toBeNull();
  });
});

describe('Somebody who sends nothing while he says nothing', () => {
  /** RTCP comes each 5 s, so in two reports of five. */
  const pause = [TOLD_ONLY, NOTHING_IN, TOLD_ONLY, NOTHING_IN, NOTHING_IN];

  it('is told from one who is gone by what he tells of our sound', () => {
    expect(new Set(lostIn([...pause, ...pause]))).toEqual(new Set([null]));
    expect(mendedIn([...pause, ...pause])).not.toContain(true);
  });

  it('has paused too long after half a minute', () => {
    expect(lostIn([...pause, ...pause, ...pause, ...pause]).at(-1)).toBe('theirs');
  });

  it('is missed when he tells nothing any more', () => {
    expect(lostIn([TOLD_ONLY, ...times(5, NOTHING_IN)]).at(-1)).toBe('theirs');
  });

  it('is given more time once he is known for it', () => {
    const known = [...pause, ALL_WELL];

    expect(lostIn([...known, ...times(4, NOTHING_IN)]).at(-1)).toBeNull();
    expect(lostIn([...known, ...times(6, NOTHING_IN)]).at(-1)).toBe('theirs');
  });

  it('is missed at once where he was never heard', () => {
    const never = { ...TOLD_ONLY, received: NONE };
    let { watch } = watchSound(NEW_WATCH, { ...ALL_WELL, received: NONE }, CALL);
    const lost = times(4, never).map((figures) => {
      const result = watchSound(watch, figures, CALL);

      ({ watch } = result);

      return result.lostSound;
    });

    expect(lost.at(-1)).toBe('theirs');
  });
});

describe('Somebody to whom our packets leave, and who gets nothing of them', () => {
  const told = (remoteLossShare: number): CallFigures => ({
    ...ALL_WELL,
    isRemoteReporting: true,
    isOursReported: true,
    remoteLossShare,
  });
  /** Their latest word stays in the browser's statistics until the next one. */
  const still = ({ remoteLossShare }: CallFigures): CallFigures => ({
    ...ALL_WELL,
    remoteLossShare,
  });
  const ARRIVES = told(0);
  const LOST = told(0.98);
  /** They report, and our sound is not in it (RFC 3550 §6.4). */
  const LEFT_OUT: CallFigures = { ...ALL_WELL, isRemoteReporting: true };
  const NO_WORD = ALL_WELL;
  /** As they come each 5 s. */
  const lost = [LOST, still(LOST), still(LOST)];
  const leftOut = [LEFT_OUT, NO_WORD, LEFT_OUT, NO_WORD, NO_WORD];

  it('has the call mended by the third report, and is told of with his next word', () => {
    const reports = [ARRIVES, ...lost, ...lost];

    expect(mendedIn(reports).indexOf(true)).toBe(3);
    expect(mendedIn(reports).filter(Boolean)).toHaveLength(1);
    expect(lostIn(reports)).toEqual([null, null, null, null, 'ours', 'ours', 'ours']);
  });

  it('is not told of where mending helped: the last word was of the way before', () => {
    expect(lostIn([...lost, still(LOST), ARRIVES])).not.toContain('ours');
  });

  it('hears us again: it is told no more, and mended anew the next time', () => {
    const reports = [...lost, ...lost, ARRIVES, ...lost, ...lost];

    expect(lostIn(reports)[6]).toBeNull();
    expect(mendedIn(reports).filter(Boolean)).toHaveLength(2);
  });

  it('is believed when what he reports leaves us out, as it did not before', () => {
    const reports = [ARRIVES, ARRIVES, ...leftOut, ...leftOut];

    expect(mendedIn(reports).indexOf(true)).toBe(6);
    expect(mendedIn(reports).filter(Boolean)).toHaveLength(1);
    expect(lostIn(reports).at(-1)).toBe('ours');
  });

  it('is not supposed of a phone system that never tells how we arrive, or tells nothing', () => {
    for (const reports of [times(60, LEFT_OUT), times(60, NO_WORD)]) {
      expect(new Set(lostIn(reports))).toEqual(new Set([null]));
      expect(mendedIn(reports)).not.toContain(true);
    }
  });

  it('is not supposed where reports came and come no more: who hears us need not report', () => {
    const reports = [...times(10, ARRIVES), ...times(60, NO_WORD)];

    expect(new Set(lostIn(reports))).toEqual(new Set([null]));
    expect(mendedIn(reports)).not.toContain(true);
  });

  it('is told of no longer than he says so', () => {
    expect(lostIn([...lost, LOST, ...times(10, still(LOST))]).at(-1)).toBeNull();
  });

  it('is another one than who takes the call over and leaves us out', () => {
    const taken = leftOut.map((figures) => ({ ...figures, heardStream: 'another' }));

    expect(lostIn([ARRIVES, ARRIVES, ...taken, ...taken]).at(-1)).toBeNull();
  });

  it('is not one who misses much of it: that is told as bad sound', () => {
    expect(new Set(lostIn(times(20, told(0.6))))).toEqual(new Set([null]));
  });

  it('gets nothing while we are muted, hold or have no microphone, and that is no alarm', () => {
    const held = { ...CALL, hold: { local: true, remote: false, requested: null } };

    expect(new Set(lostIn(times(20, LOST), { ...CALL, muted: true }))).toEqual(new Set([null]));
    expect(new Set(lostIn(times(20, LOST), held))).toEqual(new Set([null]));
    expect(new Set(lostIn(times(20, { ...LOST, hasSource: false })))).toEqual(new Set([null]));
  });

  it('may be one of two who don’t hear each other', () => {
    expect(lostIn(times(20, { ...LOST, receivedLately: NONE })).at(-1)).toBe('both');
  });
});

describe('Whether to hang up', () => {
  const asked = (reports: readonly CallFigures[]) => watched(reports).map(({ asks }) => asks);

  it('is asked once, when nothing has come for half a minute', () => {
    const asks = asked(times(40, NOTHING_IN));

    expect(asks.indexOf(true)).toBe(14);
    expect(asks.filter(Boolean)).toHaveLength(1);
  });

  it('is asked again when they were heard in between', () => {
    const reports = [...times(20, NOTHING_IN), ALL_WELL, ...times(20, NOTHING_IN)];

    expect(asked(reports).filter(Boolean)).toHaveLength(2);
  });

  it('is asked after two minutes where they still tell how our sound arrives', () => {
    expect(asked(times(70, TOLD_ONLY)).indexOf(true)).toBe(59);
  });

  it('is not asked because a laptop slept: it heard nothing of all that time', () => {
    const slept = { ...NOTHING_IN, overMs: 3_600_000 };

    expect(asked([slept, ...times(5, NOTHING_IN)])).not.toContain(true);
  });

  it('is not asked of a call that waits', () => {
    const held = { ...CALL, hold: { local: true, remote: false, requested: null } };

    expect(watched(times(60, NO_WAY), held).some(({ asks }) => asks)).toBe(false);
  });
});

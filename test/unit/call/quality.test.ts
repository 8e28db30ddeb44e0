import { figuresOf, type CallFigures } from '../../../src/call/figures';
import {
  gradeOf,
  mosOf,
  NEW_QUALITY_WATCH,
  qualityOf,
  ratingOf,
  watchQuality,
} from '../../../src/call/quality';

const NOTHING_LOST = { delayMs: 50, lossShare: 0, codec: 'PCMA' };

describe('the E-model of ITU-T G.107', () => {
  it('rates a call with nothing wrong as the recommendation does by default', () => {
    expect(ratingOf(NOTHING_LOST)).toBe(93.2);
    expect(mosOf(93.2)).toBeCloseTo(4.41, 2);
  });

  // G.107 Table B.1
  it.each([
    [90, 4.34],
    [80, 4.03],
    [70, 3.6],
    [60, 3.1],
    [50, 2.58],
  ])('calls a rating of %d a mean opinion score of %d', (rating, mos) => {
    expect(mosOf(rating)).toBeCloseTo(mos, 1);
  });

  it('stays within its scale', () => {
    expect(mosOf(0)).toBe(1);
    expect(mosOf(5)).toBe(1);
    expect(mosOf(100)).toBe(4.5);
    expect(ratingOf({ delayMs: 5_000, lossShare: 1, codec: 'PCMA' })).toBe(0);
  });

  it.each([
    [100, 93.2],
    [150, 93.1],
    [250, 84.3],
    [400, 69.1],
  ])('rates a delay of %d ms alone %d', (delayMs, rating) => {
    expect(ratingOf({ ...NOTHING_LOST, delayMs })).toBeCloseTo(rating, 0);
  });

  // Ie-eff = 95 · Ppl / (Ppl + 25.1) for G.711 with loss concealment.
  it.each([
    [0.01, 89.6],
    [0.05, 77.4],
    [0.1, 66.1],
    [0.2, 51.1],
  ])('rates a loss of %d alone %d', (lossShare, rating) => {
    expect(ratingOf({ ...NOTHING_LOST, lossShare })).toBeCloseTo(rating, 0);
  });

  it('takes nothing from Opus for its coding, and something from what it does not know', () => {
    expect(ratingOf({ ...NOTHING_LOST, codec: 'opus' })).toBe(93.2);
    expect(ratingOf({ ...NOTHING_LOST, codec: 'G729' })).toBeCloseTo(82.2, 1);
    expect(ratingOf({ ...NOTHING_LOST, codec: 'speex' })).toBeLessThan(93);
  });

  it.each([
    [93, 'good'],
    [80, 'good'],
    [79, 'fair'],
    [70, 'fair'],
    [69, 'poor'],
  ])('calls %d %s', (rating, grade) => {
    expect(gradeOf(rating)).toBe(grade);
  });
});

const FIGURES: CallFigures = {
  ...figuresOf(null, { takenAtMs: 0, entries: [], direction: 'sendrecv' }),
  codec: { name: 'opus', clockHz: 48_000, channels: 2 },
  roundTripMs: 40,
  jitterBufferMs: 60,
  lossShare: 0,
  concealedShare: 0,
};

describe('the quality of a call', () => {
  it('is good in an office', () => {
    expect(qualityOf(FIGURES)).toMatchObject({
      grade: 'good',
      mos: expect.closeTo(4.4, 1) as number,
    });
  });

  it('suffers from what is lost, and as much from what comes too late', () => {
    expect(qualityOf({ ...FIGURES, lossShare: 0.08 })?.grade).toBe('fair');
    expect(qualityOf({ ...FIGURES, concealedShare: 0.08 })?.grade).toBe('fair');
    expect(qualityOf({ ...FIGURES, lossShare: 0.3 })?.grade).toBe('poor');
  });

  it('suffers from a long way', () => {
    expect(qualityOf({ ...FIGURES, roundTripMs: 350 })?.grade).toBe('fair');
  });

  it('is not known before anything was heard', () => {
    expect(qualityOf({ ...FIGURES, codec: null })).toBeNull();
    expect(qualityOf({ ...FIGURES, lossShare: null, concealedShare: null })).toBeNull();
  });
});

describe('a call that sounds poor', () => {
  const poor = { ...FIGURES, lossShare: 0.3 };
  const after = (...reports: readonly CallFigures[]) =>
    reports.reduce(watchQuality, NEW_QUALITY_WATCH).isPoor;

  it('is one that has done so for three reports', () => {
    expect(after(poor, poor)).toBe(false);
    expect(after(poor, poor, FIGURES, poor, poor)).toBe(false);
    expect(after(poor, poor, poor)).toBe(true);
  });

  it('is better when that has lasted as well', () => {
    expect(after(poor, poor, poor, FIGURES, FIGURES)).toBe(true);
    expect(after(poor, poor, poor, FIGURES, FIGURES, FIGURES)).toBe(false);
  });

  it('stays as it was while nobody knows', () => {
    expect(after(poor, poor, poor, { ...FIGURES, codec: null })).toBe(true);
  });
});

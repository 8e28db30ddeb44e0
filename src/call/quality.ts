import type { CallFigures } from './figures';

/** How a call sounds, as the E-model of ITU-T G.107 estimates it. */
export interface Quality {
  /** The transmission rating, 0 to 100. */
  readonly rating: number;
  /** The mean opinion score that people would give, 1 to 4.5 (MOS-CQE, G.107 Annex B). */
  readonly mos: number;
  readonly grade: QualityGrade;
}

/** What users would say of it (G.107 Annex B, G.109): from satisfied to nearly all dissatisfied. */
export type QualityGrade = 'good' | 'fair' | 'poor';

/** What the E-model takes of a call. */
export interface Transmission {
  /** From mouth to ear, one way. */
  readonly delayMs: number;
  /** Packets that did not come, or too late to be heard, 0 to 1. */
  readonly lossShare: number;
  readonly codec: string;
}

/** What a codec does to speech (G.107 §3.5): by itself, and where packets are lost. */
interface Impairment {
  readonly ie: number;
  readonly bpl: number;
}

/** R0 - Is, and A, with every other parameter as G.107 Table 2 has it by default. */
const DEFAULT_RATING = 93.2;

/** Packet loss is heard less than it could be: browsers conceal it (G.711 Appendix I and better). */
const CODECS: Readonly<Record<string, Impairment>> = {
  // G.113 Appendix I, Table I.1 and I.3, with loss concealment.
  pcmu: { ie: 0, bpl: 25.1 },
  pcma: { ie: 0, bpl: 25.1 },
  g729: { ie: 11, bpl: 19 },
  // G.113 has no values for these in this model. At a phone's bit rates both sound at least as good
  // as G.711, so nothing is taken away for coding; for loss they are taken to be no better than it.
  g722: { ie: 0, bpl: 25.1 },
  opus: { ie: 0, bpl: 25.1 },
};

/** A codec that we know nothing of: as good as most, and heard to break at the usual loss. */
const UNKNOWN: Impairment = { ie: 5, bpl: 10 };

/** Recording, coding and decoding a frame of 20 ms, and the sound devices at both ends. */
const DEVICES_MS = 60;

/** What the figures of a call say of its sound; null while they do not tell enough. */
export function qualityOf(figures: CallFigures): Quality | null {
  const { roundTripMs, jitterBufferMs, lossShare, concealedShare, codec } = figures;

  if (codec === null || (lossShare === null && concealedShare === null)) {
    return null;
  }
  const rating = ratingOf({
    delayMs: (roundTripMs ?? 0) / 2 + (jitterBufferMs ?? 0) + DEVICES_MS,
    // What comes too late is lost to the ear, though it is in nobody's count of lost packets.
    lossShare: Math.max(lossShare ?? 0, concealedShare ?? 0),
    codec: codec.name,
  });
  const mos = mosOf(rating);

  return { rating, mos, grade: gradeOf(rating) };
}

/** What the reports of a call so far say of how it sounds. */
export interface QualityWatch {
  readonly isPoor: boolean;
  /** How many reports in a row have said otherwise. */
  readonly otherwise: number;
}

/** A call of which nothing is known yet: it does not sound poor. */
export const NEW_QUALITY_WATCH: QualityWatch = { isPoor: false, otherwise: 0 };

/** A word lost now and then is nothing to speak of: three reports, six seconds, are. */
const REPORTS_OTHERWISE = 3;

/** One report more. */
export function watchQuality(watch: QualityWatch, figures: CallFigures): QualityWatch {
  const grade = qualityOf(figures)?.grade;

  if (grade === undefined) {
    return watch;
  }
  const isPoor = grade === 'poor';

  if (isPoor === watch.isPoor) {
    return { isPoor, otherwise: 0 };
  }

  return watch.otherwise + 1 === REPORTS_OTHERWISE
    ? { isPoor, otherwise: 0 }
    : { ...watch, otherwise: watch.otherwise + 1 };
}

/** The transmission rating R (G.107 equation 7-1), between 0 and 100. */
export function ratingOf({ delayMs, lossShare, codec }: Transmission): number {
  const rating = DEFAULT_RATING - delayImpairment(delayMs) - lossImpairment(codec, lossShare);

  return Math.min(Math.max(rating, 0), 100);
}

/** The mean opinion score of a rating (G.107 Annex B). */
export function mosOf(rating: number): number {
  const mos = 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6;

  return rating <= 0 ? 1 : rating >= 100 ? 4.5 : Math.max(mos, 1);
}

/** G.107 Table B.1: from 80 on users are satisfied, from 70 on some are not, below that many. */
export function gradeOf(rating: number): QualityGrade {
  return rating >= 80 ? 'good' : rating >= 70 ? 'fair' : 'poor';
}

/** Idd (G.107 equations 7-27 and 7-28), without the echo that the browser takes away. */
function delayImpairment(delayMs: number): number {
  if (delayMs <= 100) {
    return 0;
  }
  const x = Math.log2(delayMs / 100);

  return 25 * ((1 + x ** 6) ** (1 / 6) - 3 * (1 + (x / 3) ** 6) ** (1 / 6) + 2);
}

/** Ie-eff for losses that come by chance (G.107 equation 7-29, BurstR = 1). */
function lossImpairment(codec: string, lossShare: number): number {
  const { ie, bpl } = CODECS[codec.toLowerCase()] ?? UNKNOWN;
  const ppl = Math.min(Math.max(lossShare, 0), 1) * 100;

  return ie + (95 - ie) * (ppl / (ppl + bpl));
}

/** How long each digit sounds, and the silence after it. */
export interface DtmfPace {
  readonly toneMs: number;
  readonly gapMs: number;
}

/** RFC 4733 §2.5.1.3 leaves it to us; every gateway tells digits of this length apart. */
export const USUAL_PACE: DtmfPace = { toneMs: 100, gapMs: 50 };

/** What a comma among digits stands for, as in the number of a modem and in `insertDTMF`. */
export const PAUSE_MS = 2000;

/** The digits a phone can send (RFC 4733 §3.2), and pauses between them. */
const DIGITS = /^[0-9A-D*#,]{1,64}$/;

/** What browsers can play (W3C WebRTC §7.2); shorter digits nobody tells apart. */
const SHORTEST: DtmfPace = { toneMs: 40, gapMs: 30 };
const LONGEST: DtmfPace = { toneMs: 6000, gapMs: 6000 };

/** The most digits kept of what the other side sent: a hostile peer must not grow the snapshot. */
const MOST_DTMF_KEPT = 64;

/** True for digits that can be sent in one go. */
export function isDtmf(tones: string): boolean {
  return DIGITS.test(tones) && /[^,]/.test(tones);
}

/** True for a pace at which digits can be sent and heard. */
export function isPace({ toneMs, gapMs }: DtmfPace): boolean {
  return (
    toneMs >= SHORTEST.toneMs &&
    toneMs <= LONGEST.toneMs &&
    gapMs >= SHORTEST.gapMs &&
    gapMs <= LONGEST.gapMs
  );
}

/** The digits in what was copied from somewhere; null where there is anything else in it. */
export function dtmfIn(text: string): string | null {
  const tones = text
    .replace(/[\s().\-\u2010-\u2015/]/g, '')
    .replace(/[,;pw]/gi, ',')
    .toUpperCase();

  return isDtmf(tones) ? tones : null;
}

/** The latest of the digits that were sent or came. */
export function latestDtmf(tones: string): string {
  return tones.slice(-MOST_DTMF_KEPT);
}

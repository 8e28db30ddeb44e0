import { nowMs } from './message-log';
import { areTones, measureTone, measureTones, rmsOf, type ToneMeasure } from './tone-analysis';
import type { Waiting } from './waiting';

/** What was heard in the latest stretch of a call. */
export interface AudioMeasure extends ToneMeasure {
  /** RTP packets of sound received in the whole call. */
  readonly packets: number;
}

/** How sound came over a stretch of a call. */
export interface Continuity {
  readonly packets: number;
  /** Packets that were sent and never came, by their numbers. */
  readonly missing: number;
  /** The longest time between two packets, as far as they were looked at in time. */
  readonly longestPauseMs: number;
}

const KEPT_MS = 3000;
/** A pause between packets longer than this is a pause in the sound. */
const LATE_MS = 100;
/** Noise of the line: anything under it counts as silence. */
const SILENCE_RMS = 0.003;

/** Keeps the last seconds of what the other side said and measures it. */
export class ReceivedAudio {
  #rateHz = 48000;
  #ring = new Float32Array(0);
  #written = 0;
  #packets = 0;
  #lastPacketMs = 0;
  #lastSoundMs = nowMs();
  #silentRunMs = 0;
  #longestSilentMs = 0;
  #continuity: Continuity = { packets: 0, missing: 0, longestPauseMs: 0 };
  #lastSequenceNumber: number | null = null;
  readonly #waiting: Waiting;

  constructor(waiting: Waiting) {
    this.#waiting = waiting;
  }

  /** RTP packets of sound received so far. */
  get packets(): number {
    return this.#packets;
  }

  /** How long nothing but silence, or nothing at all, has come in. */
  get silentForMs(): number {
    return nowMs() - this.#lastSoundMs;
  }

  /**
   * The longest silence in what was received since `forgetSilence`. By the sound and not by the
   * clock: packets may be late in a busy program, and are heard all the same.
   */
  get longestSilentMs(): number {
    return this.#longestSilentMs;
  }

  forgetSilence(): void {
    this.#silentRunMs = 0;
    this.#longestSilentMs = 0;
  }

  /** What came since the last time it was asked for. */
  takeContinuity(): Continuity {
    const taken = this.#continuity;
    this.#continuity = { packets: 0, missing: 0, longestPauseMs: 0 };
    return taken;
  }

  /** Counts a packet, and those before it that never came. */
  count(sequenceNumber: number): void {
    const { packets, missing, longestPauseMs } = this.#continuity;
    // Sequence numbers wrap (RFC 3550 section 5.1); one that comes late is not one too few.
    const step =
      this.#lastSequenceNumber === null
        ? 1
        : ((sequenceNumber - this.#lastSequenceNumber + 0x8000) & 0xffff) - 0x8000;
    this.#continuity = {
      packets: packets + 1,
      missing: missing + step - 1,
      longestPauseMs:
        this.#packets === 0
          ? longestPauseMs
          : Math.max(longestPauseMs, nowMs() - this.#lastPacketMs),
    };
    if (step > 0) {
      this.#lastSequenceNumber = sequenceNumber;
    }
  }

  receive(samples: Float32Array, rateHz: number): void {
    if (rateHz !== this.#rateHz || this.#ring.length === 0) {
      this.#rateHz = rateHz;
      this.#ring = new Float32Array((rateHz * KEPT_MS) / 1000);
      this.#written = 0;
    }
    const now = nowMs();
    const pauseMs = now - this.#lastPacketMs;
    if (this.#packets > 0 && pauseMs > LATE_MS) {
      this.#writeSilence(pauseMs);
    }
    for (const sample of samples) {
      this.#write(sample);
    }
    this.#packets += 1;
    this.#lastPacketMs = now;
    if (rmsOf(samples) > SILENCE_RMS) {
      this.#silentRunMs = 0;
      this.#lastSoundMs = now;
    } else {
      this.#silentRunMs += (1000 * samples.length) / rateHz;
      this.#longestSilentMs = Math.max(this.#longestSilentMs, this.#silentRunMs);
    }
    this.#waiting.changed();
  }

  /** Measures the latest `windowMs`, up to this moment: a stream that stopped is silence. */
  measure({ windowMs = 500 }: { windowMs?: number } = {}): AudioMeasure {
    return {
      packets: this.#packets,
      ...measureTone(this.samples({ windowMs }), this.#rateHz),
    };
  }

  /** The samples of the latest `windowMs`, up to this moment. */
  samples({ windowMs = 500 }: { windowMs?: number } = {}): Float32Array {
    const wanted = Math.min(Math.round((this.#rateHz * windowMs) / 1000), this.#ring.length);
    const pauseMs = nowMs() - this.#lastPacketMs;
    const missing = pauseMs > LATE_MS ? Math.round((this.#rateHz * pauseMs) / 1000) : 0;
    const window = new Float32Array(wanted);
    for (let i = 0; i < wanted; i++) {
      const at = this.#written + missing - wanted + i;
      if (at >= 0 && at < this.#written) {
        window[i] = this.#ring[at % this.#ring.length] ?? 0;
      }
    }
    return window;
  }

  /** Resolves when a steady tone of that frequency is heard. */
  untilTone(
    freqHz: number,
    {
      tolerance = 0.02,
      minSnrDb = 20,
      minRms = 0.005,
      windowMs = 400,
      timeoutMs,
    }: {
      tolerance?: number;
      minSnrDb?: number;
      minRms?: number;
      windowMs?: number;
      timeoutMs?: number;
    } = {},
  ): Promise<AudioMeasure> {
    let nextAt = 0;
    const probe = (): AudioMeasure | undefined => {
      // A transform for each packet would cost more than the call itself.
      if (this.#packets < nextAt) {
        return undefined;
      }
      nextAt = this.#packets + 5;
      const heard = this.measure({ windowMs });
      const isTone =
        Math.abs(heard.peakHz - freqHz) <= tolerance * freqHz &&
        heard.snrDb >= minSnrDb &&
        heard.rms >= minRms;
      return isTone ? heard : undefined;
    };
    return this.#waiting
      .until(`a tone of ${String(freqHz)} Hz`, probe, timeoutMs)
      .catch((error: unknown) => {
        throw explained(error, this.measure({ windowMs }));
      });
  }

  /** Resolves when exactly these tones are heard together, and no other. */
  untilTones(
    wantedHz: readonly number[],
    { windowMs = 400, timeoutMs }: { windowMs?: number; timeoutMs?: number } = {},
  ): Promise<readonly number[]> {
    let nextAt = 0;
    const heard = (): readonly number[] => measureTones(this.samples({ windowMs }), this.#rateHz);
    const probe = (): readonly number[] | undefined => {
      if (this.#packets < nextAt) {
        return undefined;
      }
      nextAt = this.#packets + 5;
      const tones = heard();
      return areTones(tones, wantedHz) ? tones : undefined;
    };
    return this.#waiting
      .until(`tones of ${wantedHz.join(' and ')} Hz`, probe, timeoutMs)
      .catch((error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        throw new Error(`${message}\nHeard last: ${heard().join(' and ') || 'nothing'} Hz`);
      });
  }

  /** Resolves when nothing but silence has come in for `forMs`. */
  async untilSilent({
    forMs = 400,
    timeoutMs,
  }: { forMs?: number; timeoutMs?: number } = {}): Promise<void> {
    // Silence may well be that no packet comes at all, so nobody would say that something changed.
    const clock = setInterval(() => {
      this.#waiting.changed();
    }, 50);
    try {
      await this.#waiting.until('silence', () => this.silentForMs >= forMs, timeoutMs);
    } catch (error) {
      throw explained(error, this.measure());
    } finally {
      clearInterval(clock);
    }
  }

  #write(sample: number): void {
    this.#ring[this.#written % this.#ring.length] = sample;
    this.#written += 1;
  }

  #writeSilence(durationMs: number): void {
    const missing = Math.min(Math.round((this.#rateHz * durationMs) / 1000), this.#ring.length);
    for (let i = 0; i < missing; i++) {
      this.#write(0);
    }
  }
}

function explained(error: unknown, heard: AudioMeasure): Error {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(`${message}\nHeard last: ${JSON.stringify(heard)}`);
}

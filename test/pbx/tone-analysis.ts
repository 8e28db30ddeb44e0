/** What a stretch of audio is, as far as a test needs to know. */
export interface ToneMeasure {
  /** Root mean square of the samples, 1 being full scale. */
  readonly rms: number;
  /** Frequency of the strongest component, 0 when there is no sound at all. */
  readonly peakHz: number;
  /** Power around the peak against the power of everything else, in dB. */
  readonly snrDb: number;
}

const LOWEST_HZ = 50;
/** Half the main lobe of the window below, plus one bin for a peak between two bins. */
const LOBE_BINS = 5;

/**
 * Finds the strongest tone in a stretch of samples and how far it stands out.
 *
 * The method is the one of IEEE Std 1057 (signal to noise and distortion from a spectrum): window, transform, add up the
 * power of the bins of the tone's main lobe, compare with the sum of all the others. The window is the 4-term
 * Blackman-Harris one (F. J. Harris, "On the use of windows for harmonic analysis with the DFT", Proc. IEEE 66, 1978),
 * whose side lobes lie 92 dB down, so leakage never counts as noise. The frequency is refined by a parabola through the
 * logarithms of the three highest bins.
 */
export function measureTone(samples: Float32Array, sampleRateHz: number): ToneMeasure {
  const rms = rmsOf(samples);
  const size = 2 ** Math.floor(Math.log2(Math.max(1, samples.length)));
  if (size < 64 || rms < 1e-6) {
    return { rms, peakHz: 0, snrDb: -Infinity };
  }

  const power = powerSpectrum(samples.subarray(samples.length - size));
  const binHz = sampleRateHz / size;
  const first = Math.max(1, Math.ceil(LOWEST_HZ / binHz));
  const peak = indexOfHighest(power, first);
  const signal = sumOf(power, Math.max(first, peak - LOBE_BINS), peak + LOBE_BINS + 1);
  const rest = Math.max(sumOf(power, first, power.length) - signal, Number.MIN_VALUE);

  return {
    rms,
    peakHz: (peak + offsetOfVertex(power, peak)) * binHz,
    snrDb: 10 * Math.log10(signal / rest),
  };
}

/** A tone counts as heard with others when it is at most this much weaker than the strongest. */
const WEAKEST_DB = -20;

/**
 * The tones that sound together in a stretch of samples, the lowest first: every component that stands out of its
 * neighbours and is not far weaker than the strongest. Nothing at all is no tone.
 */
export function measureTones(samples: Float32Array, sampleRateHz: number): readonly number[] {
  const size = 2 ** Math.floor(Math.log2(Math.max(1, samples.length)));
  if (size < 64 || rmsOf(samples) < 1e-4) {
    return [];
  }

  const power = powerSpectrum(samples.subarray(samples.length - size));
  const binHz = sampleRateHz / size;
  const first = Math.max(LOBE_BINS, Math.ceil(LOWEST_HZ / binHz));
  const least = (power[indexOfHighest(power, first)] ?? 0) * 10 ** (WEAKEST_DB / 10);
  const tones: number[] = [];
  for (let bin = first; bin < power.length - LOBE_BINS; bin++) {
    const level = power[bin] ?? 0;
    const around = power.subarray(bin - LOBE_BINS, bin + LOBE_BINS + 1);
    if (level >= least && around.every((other) => other <= level)) {
      tones.push((bin + offsetOfVertex(power, bin)) * binHz);
    }
  }
  return tones;
}

/** True when exactly these tones were measured, in whatever order, each within 2 %. */
export function areTones(measured: readonly number[], wantedHz: readonly number[]): boolean {
  return (
    measured.length === wantedHz.length &&
    wantedHz.every((wanted) => measured.some((hz) => Math.abs(hz - wanted) <= 0.02 * wanted))
  );
}

/** Root mean square of samples, 1 being full scale. */
export function rmsOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) {
    sum += sample * sample;
  }
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

function powerSpectrum(samples: Float32Array): Float64Array {
  const size = samples.length;
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    re[i] = (samples[i] ?? 0) * blackmanHarris(i, size);
  }
  transform(re, im);

  const power = new Float64Array(size / 2);
  for (let i = 0; i < power.length; i++) {
    power[i] = (re[i] ?? 0) ** 2 + (im[i] ?? 0) ** 2;
  }
  return power;
}

function blackmanHarris(i: number, size: number): number {
  const phase = (2 * Math.PI * i) / size;
  return (
    0.35875 -
    0.48829 * Math.cos(phase) +
    0.14128 * Math.cos(2 * phase) -
    0.01168 * Math.cos(3 * phase)
  );
}

/** In-place radix-2 fast Fourier transform; the length is a power of two. */
function transform(re: Float64Array, im: Float64Array): void {
  const size = re.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) {
      j ^= bit;
    }
    j ^= bit;
    if (i < j) {
      swap(re, i, j);
      swap(im, i, j);
    }
  }
  for (let half = 1; half < size; half *= 2) {
    for (let k = 0; k < half; k++) {
      const cos = Math.cos((Math.PI * k) / half);
      const sin = -Math.sin((Math.PI * k) / half);
      for (let even = k; even < size; even += 2 * half) {
        const odd = even + half;
        const oddRe = (re[odd] ?? 0) * cos - (im[odd] ?? 0) * sin;
        const oddIm = (re[odd] ?? 0) * sin + (im[odd] ?? 0) * cos;
        re[odd] = (re[even] ?? 0) - oddRe;
        im[odd] = (im[even] ?? 0) - oddIm;
        re[even] = (re[even] ?? 0) + oddRe;
        im[even] = (im[even] ?? 0) + oddIm;
      }
    }
  }
}

function swap(values: Float64Array, i: number, j: number): void {
  const kept = values[i] ?? 0;
  values[i] = values[j] ?? 0;
  values[j] = kept;
}

function indexOfHighest(values: Float64Array, from: number): number {
  let best = from;
  for (let i = from; i < values.length; i++) {
    if ((values[i] ?? 0) > (values[best] ?? 0)) {
      best = i;
    }
  }
  return best;
}

function sumOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < Math.min(to, values.length); i++) {
    sum += values[i] ?? 0;
  }
  return sum;
}

function offsetOfVertex(power: Float64Array, peak: number): number {
  const level = (i: number): number => Math.log(Math.max(power[i] ?? 0, Number.MIN_VALUE));
  const left = level(peak - 1);
  const middle = level(peak);
  const right = level(peak + 1);
  const curvature = left - 2 * middle + right;
  return curvature === 0 ? 0 : (0.5 * (left - right)) / curvature;
}

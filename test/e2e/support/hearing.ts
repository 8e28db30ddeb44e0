import type { Page } from 'puppeteer';
import { measureTone, measureTones, type ToneMeasure } from '../../pbx/tone-analysis';
import { tapSound } from './sound-tap';
import { until } from './waiting';

declare global {
  /** In the phone's document only: every tone of its own that was ever started. */
  var ownTones: AudioBufferSourceNode[];
  /** In the phone's document only: what started a tone before we listened. */
  var startSource: AudioBufferSourceNode['start'];
}

const RATE_HZ = 48_000;
/** The largest stretch an AnalyserNode keeps: 0.68 s. */
const SAMPLES = 32_768;

/** A tone of the phone's own, such as the ringtone, while it sounds. */
export interface OwnTone extends ToneMeasure {
  /** Length of the loop, pauses included. */
  readonly loopMs: number;
}

/**
 * What comes out of the phone's audio elements now, all of them together: what the user hears of
 * the other side.
 */
export async function hear(page: Page): Promise<ToneMeasure> {
  return measureTone(await listen(page), RATE_HZ);
}

/** The tones that come out of them together. */
export async function hearTones(page: Page): Promise<readonly number[]> {
  return measureTones(await listen(page), RATE_HZ);
}

async function listen(page: Page): Promise<Float32Array> {
  const tap = await tapSound(page, { fftSize: SAMPLES, sampleRate: RATE_HZ });

  // An offscreen document never gets an animation frame, so this looks by the clock.
  await page.waitForFunction(
    ({ context }, fullAfterS) => context.currentTime > fullAfterS,
    { polling: 50 },
    tap,
    SAMPLES / RATE_HZ + 0.1,
  );

  const samples = await tap.evaluate(async ({ context, analyser }) => {
    const latest = new Float32Array(analyser.fftSize);

    analyser.getFloatTimeDomainData(latest);
    await context.close();

    return Array.from(latest);
  });

  await tap.dispose();

  return Float32Array.from(samples);
}

/**
 * Keeps the phone's own tones from now on, to be listened to later. Their nodes cannot be found in
 * memory afterwards: the browser plays on what the page itself has forgotten.
 */
export async function rememberOwnTones(page: Page): Promise<void> {
  await until('the phone’s document to be in place', () =>
    page.evaluate(keepTones).then(
      () => true,
      // Chrome puts the document in the place of an empty one just now.
      () => null,
    ),
  );
}

function keepTones(): void {
  if ('ownTones' in globalThis) {
    return;
  }
  globalThis.ownTones = [];
  globalThis.startSource = Reflect.get(AudioBufferSourceNode.prototype, 'start');
  AudioBufferSourceNode.prototype.start = function (...args) {
    globalThis.ownTones.push(this);
    globalThis.startSource.apply(this, args);
  };
}

/** The tones the phone itself sounds now: ringtone, ringback, call waiting. */
export async function hearOwnTones(page: Page): Promise<readonly OwnTone[]> {
  const playing = await page.evaluate(
    (most) =>
      globalThis.ownTones
        .filter(({ context, buffer }) => context.state === 'running' && buffer !== null)
        .map(({ buffer }) => ({
          loopMs: 1000 * (buffer?.duration ?? 0),
          rateHz: buffer?.sampleRate ?? 0,
          samples: Array.from(buffer?.getChannelData(0).subarray(0, most) ?? []),
        })),
    SAMPLES,
  );

  return playing.map(({ loopMs, rateHz, samples }) => ({
    loopMs,
    ...measureTone(Float32Array.from(samples), rateHz),
  }));
}

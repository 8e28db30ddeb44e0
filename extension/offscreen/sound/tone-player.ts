import type { Tone } from '../../../src/phone/tones';
import { toneSamples } from './tone-samples';
import type { Log } from '../sipjs/options';

/** Chrome's AudioContext; TypeScript's does not know it can be sent to a device. */
interface RoutableContext extends AudioContext {
  readonly sinkId: string;
  setSinkId(deviceId: string): Promise<void>;
}

interface Playing {
  readonly tone: Tone;
  readonly context: AudioContext;
}

/**
 * Sounds the phone's own tones, each a loop computed once: no timers, no animation frames (an
 * offscreen document never gets one), no files. Between tones it holds no audio device.
 */
export class TonePlayer {
  #playing: Playing | null = null;
  #speakerId: string | null = null;
  #ringerId: string | null = null;

  constructor(private readonly log: Log) {}

  /** Sounds this tone, and no other, until told otherwise; the same again changes nothing. */
  play(tone: Tone | null): void {
    if (tone === (this.#playing?.tone ?? null)) {
      return;
    }
    const before = this.#playing;

    this.#playing = null;
    if (before !== null) {
      this.#quietly(before.context.close());
    }
    if (tone !== null) {
      this.#playing = { tone, context: this.#start(tone) };
    }
  }

  /** The ringtone goes to the ringer, the tones of a call to the speaker; null for the default. */
  setDevices(devices: {
    readonly speakerId: string | null;
    readonly ringerId: string | null;
  }): void {
    this.#speakerId = devices.speakerId;
    this.#ringerId = devices.ringerId;
    if (this.#playing !== null) {
      this.#route(this.#playing.context, this.#playing.tone);
    }
  }

  #start(tone: Tone): AudioContext {
    const context = new AudioContext();
    const samples = toneSamples(tone, context.sampleRate);
    const buffer = context.createBuffer(1, samples.length, context.sampleRate);
    const source = context.createBufferSource();

    buffer.copyToChannel(samples, 0);
    source.buffer = buffer;
    source.loop = true;
    source.connect(context.destination);
    this.#route(context, tone);
    source.start();
    this.#resume(context);

    return context;
  }

  #route(context: AudioContext, tone: Tone): void {
    const deviceId =
      (tone === 'ringtone' || tone === 'intercom' ? this.#ringerId : this.#speakerId) ?? '';

    if (!isRoutable(context) || context.sinkId === deviceId) {
      return;
    }
    context
      .setSinkId(deviceId)
      .catch(() => {
        this.log('info', `the device for the ${tone} is gone; the default one takes its place`);

        return context.setSinkId('');
      })
      // Chrome suspends a context when its device goes.
      .then(() => {
        this.#resume(context);
      })
      .catch(() => undefined); // Then nothing can sound at all.
  }

  #resume(context: AudioContext): void {
    if (context.state !== 'closed') {
      this.#quietly(context.resume());
    }
  }

  #quietly(promise: Promise<unknown>): void {
    promise.catch((error: unknown) => {
      this.log('debug', `audio: ${String(error)}`);
    });
  }
}

function isRoutable(context: AudioContext): context is RoutableContext {
  return 'setSinkId' in context;
}

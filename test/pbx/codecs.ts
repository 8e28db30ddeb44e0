import OpusScript from 'opusscript';
import { g711Decode, g711Encode, type G711Law } from './g711';

/** The codecs the PBX speaks, by their names in SDP. */
export type CodecName = 'opus' | G711Law;

/** Length of one packet of sound; what Chrome sends and expects by default (RFC 3551 section 4.2, RFC 7587 section 4.2). */
export const FRAME_MS = 20;

/** Sample rate of each codec, which is also its RTP clock here. */
export const CODEC_RATE_HZ = {
  opus: 48000,
  PCMU: 8000,
  PCMA: 8000,
} as const satisfies Record<CodecName, number>;

/** Turns frames of mono samples into payloads and back. One for each call: Opus keeps state between frames. */
export interface Codec {
  readonly name: CodecName;
  readonly rateHz: number;
  encode(samples: Float32Array): Buffer;
  decode(payload: Buffer): Float32Array;
  close(): void;
}

/** Makes the codec of that name. */
export function makeCodec(name: CodecName): Codec {
  return name === 'opus' ? opusCodec() : g711Codec(name);
}

function g711Codec(law: G711Law): Codec {
  return {
    name: law,
    rateHz: CODEC_RATE_HZ[law],
    encode: (samples) => Buffer.from(samples.map((sample) => g711Encode(law, sample))),
    decode: (payload) => Float32Array.from(payload, (byte) => g711Decode(law, byte)),
    close: () => undefined,
  };
}

function opusCodec(): Codec {
  const rateHz = CODEC_RATE_HZ.opus;
  // One channel: an RTP receiver of "opus/48000/2" must take mono packets too (RFC 7587 section 7).
  const opus = new OpusScript(rateHz, 1, OpusScript.Application.AUDIO);
  opus.setBitrate(64000);
  let isOpen = true;

  return {
    name: 'opus',
    rateHz,
    encode: (samples) => opus.encode(toPcm16(samples), samples.length),
    decode: (payload) => fromPcm16(opus.decode(payload)),
    close: () => {
      if (isOpen) {
        opus.delete();
      }
      isOpen = false;
    },
  };
}

function toPcm16(samples: Float32Array): Buffer {
  const pcm = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, i) => {
    pcm.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32767), i * 2);
  });
  return pcm;
}

function fromPcm16(pcm: Buffer): Float32Array {
  const samples = new Float32Array(pcm.length / 2);
  for (let i = 0; i < samples.length; i++) {
    samples[i] = pcm.readInt16LE(i * 2) / 32768;
  }
  return samples;
}

/** Sound as a test works with it: one channel, 1 being full scale. */
export interface Recording {
  readonly samples: Float32Array;
  readonly sampleRateHz: number;
}

const HEADER_BYTES = 44;
const BYTES_PER_SAMPLE = 2;
const FULL_SCALE = 0x7fff;

/** A WAV file (16 bit, one channel) with a steady tone of whole `hz` at half of full scale. */
export function toneWav(hz: number, seconds: number, sampleRateHz: number): Buffer {
  const count = seconds * sampleRateHz;
  const file = Buffer.alloc(HEADER_BYTES + count * BYTES_PER_SAMPLE);

  file.write('RIFF', 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20); // PCM
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRateHz, 24);
  file.writeUInt32LE(sampleRateHz * BYTES_PER_SAMPLE, 28);
  file.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(count * BYTES_PER_SAMPLE, 40);

  // A whole number of waves fits into a second, so one second is like the other.
  const second = file.subarray(HEADER_BYTES, HEADER_BYTES + sampleRateHz * BYTES_PER_SAMPLE);

  for (let n = 0; n < sampleRateHz; n++) {
    const sample = 0.5 * Math.sin((2 * Math.PI * hz * n) / sampleRateHz);

    second.writeInt16LE(Math.round(sample * FULL_SCALE), n * BYTES_PER_SAMPLE);
  }

  for (let begin = HEADER_BYTES + second.length; begin < file.length; begin += second.length) {
    second.copy(file, begin);
  }

  return file;
}

/**
 * Reads a 16 bit, one channel WAV file that may still be written to: the length in its header is
 * filled in when it is closed, so the samples are simply all bytes after it.
 */
export function readWav(file: Buffer): Recording | null {
  const data = file.indexOf('data', 12, 'latin1');

  if (data < 0 || file.length < data + 8) {
    return null;
  }

  const begin = data + 8;
  const count = Math.floor((file.length - begin) / BYTES_PER_SAMPLE);
  const samples = Float32Array.from(
    { length: count },
    (_, n) => file.readInt16LE(begin + n * BYTES_PER_SAMPLE) / FULL_SCALE,
  );

  return { samples, sampleRateHz: file.readUInt32LE(24) };
}

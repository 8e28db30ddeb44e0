import { writeFileSync } from 'node:fs';

const RATE_HZ = 48_000;
const AMPLITUDE = 0.5;
const HEADER_BYTES = 44;

/**
 * Writes a second of a steady tone that Chromium's fake microphone plays over and over. A whole
 * number of hertz has no seam where the loop closes.
 */
export function writeToneFile(path: string, freqHz: number): void {
  const samples = Buffer.alloc(RATE_HZ * 2);

  for (let i = 0; i < RATE_HZ; i++) {
    const value = AMPLITUDE * Math.sin((2 * Math.PI * freqHz * i) / RATE_HZ);

    samples.writeInt16LE(Math.round(value * 0x7fff), i * 2);
  }
  writeFileSync(path, Buffer.concat([header(samples.length), samples]));
}

/** RIFF header of 16 bit linear PCM, mono. */
function header(dataBytes: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);

  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE_HZ, 24);
  bytes.writeUInt32LE(RATE_HZ * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(dataBytes, 40);

  return bytes;
}

/** G.711 (ITU-T): 14 and 13 bit samples in 8 bits, on a logarithmic curve of eight straight segments. */
export type G711Law = 'PCMU' | 'PCMA';

const MU_BIAS = 33;
const MU_CLIP = 8158;

/** One sample from -1 to 1 as a G.711 byte. */
export function g711Encode(law: G711Law, sample: number): number {
  const clipped = Math.max(-1, Math.min(1, sample));
  return law === 'PCMU' ? muEncode(clipped) : aEncode(clipped);
}

/** A G.711 byte as a sample from -1 to 1. */
export function g711Decode(law: G711Law, byte: number): number {
  return law === 'PCMU' ? muDecode(byte) : aDecode(byte);
}

function muEncode(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(MU_CLIP, Math.round(Math.abs(sample) * 8191)) + MU_BIAS;
  const segment = Math.max(0, Math.floor(Math.log2(magnitude)) - 5);
  const step = (magnitude >> (segment + 1)) & 0x0f;
  // The whole byte is inverted on the wire so that silence has many ones (ITU-T G.711 table 2a).
  return ~(sign | (segment << 4) | step) & 0xff;
}

function muDecode(byte: number): number {
  const bits = ~byte & 0xff;
  const segment = (bits >> 4) & 0x07;
  const magnitude = ((((bits & 0x0f) << 1) + MU_BIAS) << segment) - MU_BIAS;
  return ((bits & 0x80) === 0 ? magnitude : -magnitude) / 8191;
}

function aEncode(sample: number): number {
  const sign = sample < 0 ? 0 : 0x80;
  const magnitude = Math.min(4095, Math.round(Math.abs(sample) * 4096));
  const segment = magnitude < 64 ? (magnitude < 32 ? 0 : 1) : Math.floor(Math.log2(magnitude)) - 4;
  const step = (magnitude >> (segment <= 1 ? 1 : segment)) & 0x0f;
  // Even bits are inverted on the wire (ITU-T G.711 table 1a).
  return (sign | (segment << 4) | step) ^ 0x55;
}

function aDecode(byte: number): number {
  const bits = byte ^ 0x55;
  const segment = (bits >> 4) & 0x07;
  const step = bits & 0x0f;
  const magnitude = segment === 0 ? (step << 1) + 1 : ((step << 1) + 33) << (segment - 1);
  return ((bits & 0x80) === 0 ? -magnitude : magnitude) / 4096;
}

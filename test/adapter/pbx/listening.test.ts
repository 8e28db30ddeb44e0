import { CODEC_RATE_HZ, makeCodec } from '../../pbx/codecs';
import { digitsOfInfo, RtpDtmfReceiver } from '../../pbx/rtp-dtmf';
import { SoundSource } from '../../pbx/sound-source';
import { measureTone } from '../../pbx/tone-analysis';

function sine(freqHz: number, rateHz: number, seconds: number, peak: number): Float32Array {
  return Float32Array.from(
    { length: rateHz * seconds },
    (_, i) => peak * Math.sin((2 * Math.PI * freqHz * i) / rateHz),
  );
}

describe('measuring a tone', () => {
  test.each([
    [440, 48000],
    [1000, 48000],
    [1003.7, 48000],
    [600, 8000],
    [3100, 8000],
  ])('finds %d Hz at a rate of %d within a tenth of a percent', (freqHz, rateHz) => {
    const measure = measureTone(sine(freqHz, rateHz, 0.4, 0.02), rateHz);

    expect(Math.abs(measure.peakHz - freqHz) / freqHz).toBeLessThan(0.001);
    expect(measure.snrDb).toBeGreaterThan(60);
    expect(measure.rms).toBeCloseTo(0.02 / Math.SQRT2, 3);
  });

  test('says how much noise there is beside the tone', () => {
    const rateHz = 48000;
    let seed = 1;
    const noise = (): number => {
      seed = (seed * 16807) % 2147483647;
      return seed / 1073741823.5 - 1;
    };
    // A sine of 0.3 has a power of 0.045; uniform noise of 0.1 one of 0.01 / 3.
    const samples = sine(1000, rateHz, 0.5, 0.3).map((sample) => sample + 0.1 * noise());

    expect(measureTone(samples, rateHz).snrDb).toBeCloseTo(10 * Math.log10(0.045 / (0.01 / 3)), 0);
  });

  test('finds nothing in silence', () => {
    expect(measureTone(new Float32Array(4800), 48000)).toEqual({
      rms: 0,
      peakHz: 0,
      snrDb: -Infinity,
    });
  });
});

describe.each([
  ['opus', 25],
  ['PCMU', 30],
  ['PCMA', 30],
] as const)('the codec %s', (name, minSnrDb) => {
  test('keeps a tone a tone', () => {
    const codec = makeCodec(name);
    const source = new SoundSource({ kind: 'tone', freqHz: 1000 });
    const heard: number[] = [];
    for (let i = 0; i < 40; i++) {
      heard.push(...codec.decode(codec.encode(source.nextFrame(codec.rateHz, 20))));
    }
    codec.close();

    const measure = measureTone(Float32Array.from(heard.slice(-codec.rateHz / 2)), codec.rateHz);

    expect(codec.rateHz).toBe(CODEC_RATE_HZ[name]);
    expect(Math.abs(measure.peakHz - 1000)).toBeLessThan(5);
    expect(measure.snrDb).toBeGreaterThan(minSnrDb);
    expect(measure.rms).toBeGreaterThan(0.3);
    expect(measure.rms).toBeLessThan(0.4);
  });
});

test('G.711 has the values of the recommendation', () => {
  const mu = makeCodec('PCMU');
  const a = makeCodec('PCMA');

  // ITU-T G.711 tables 1 and 2: the smallest and the largest values of either sign.
  expect([...mu.encode(Float32Array.of(0, 1, -1))]).toEqual([0xff, 0x80, 0x00]);
  expect([...a.encode(Float32Array.of(0.0001, 1, -1))]).toEqual([0xd5, 0xaa, 0x2a]);
  for (let byte = 0; byte < 256; byte++) {
    expect(a.encode(a.decode(Buffer.of(byte)))[0]).toBe(byte);
    // Both zeros of the mu-law decode to zero; the positive one is sent.
    expect(mu.encode(mu.decode(Buffer.of(byte)))[0]).toBe(byte === 0x7f ? 0xff : byte);
  }
});

test('a key is heard once, however many packets report it', () => {
  const receiver = new RtpDtmfReceiver();
  const packet = (event: number, timestamp: number): { timestamp: number; payload: Buffer } => ({
    timestamp,
    payload: Buffer.of(event, 10, 0, 160),
  });

  const heard = [packet(1, 100), packet(1, 100), packet(1, 100), packet(1, 900), packet(11, 1800)];

  expect(heard.map((each) => receiver.receive(each))).toEqual(['1', null, null, '1', '#']);
});

test.each([
  ['application/dtmf-relay', 'Signal=5\r\nDuration=160\r\n', '5'],
  ['application/dtmf-relay', 'Signal= *\nDuration= 100', '*'],
  ['application/dtmf', '#', '#'],
  ['application/dtmf-relay', 'Duration=160', null],
  ['text/plain', '5', null],
])('INFO of %s with %j is the key %s', (contentType, body, digits) => {
  expect(digitsOfInfo(contentType, body)).toBe(digits);
});

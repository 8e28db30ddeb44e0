import { PRESETS } from '../../src/account/profile';
import { ALICE, Bench } from './bench';

let bench: Bench;

async function talk(profile: (typeof PRESETS)[keyof typeof PRESETS]): Promise<void> {
  bench = await new Bench({ ...ALICE, profile }).registered();
  await bench.established('out');
}

afterEach(() => bench.stop());

test('a recording is asked of the phone system, and ended there', async () => {
  await talk(PRESETS.asterisk);
  bench.stack.perform('out', { type: 'send-record', on: true });

  const asked = await bench.wire.next('INFO');

  expect(asked.header('record')).toBe('on');
  expect(asked.body).toBe('');
  bench.respond(asked, 200, 'OK');
  await bench.event('out', 'recording-started');
  bench.stack.perform('out', { type: 'send-record', on: false });

  const ended = await bench.wire.next('INFO');

  expect(ended.header('record')).toBe('off');
  bench.respond(ended, 200, 'OK');
});

test.each([
  [403, 'Forbidden'],
  [481, 'Call/Transaction Does Not Exist'],
])('a recording that is refused with %i is said not to be made', async (status, reason) => {
  await talk(PRESETS.asterisk);
  bench.stack.perform('out', { type: 'send-record', on: true });
  bench.respond(await bench.wire.next('INFO'), status, reason);
  expect(await bench.event('out', 'recording-failed')).toMatchObject({ problem: 'refused' });
});

test('a recording by digits begins with them', async () => {
  await talk(PRESETS.freepbx);
  bench.stack.perform('out', { type: 'send-record', on: true });
  await bench.event('out', 'recording-started');
  expect(bench.media.of('out').tones).toEqual(['*1']);
});

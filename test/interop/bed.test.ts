import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ToneMeasure } from '../pbx/tone-analysis';
import type { Baresip } from './bed/baresip';
import { InteropBed } from './bed/interop-bed';
import { until } from './bed/waiting';

jest.setTimeout(60_000);

describe('A telephone company of real programs', () => {
  let bed: InteropBed;
  let bob: Baresip;
  let carol: Baresip;

  beforeAll(async () => {
    bed = await InteropBed.start();
    [bob, carol] = await Promise.all([
      bed.baresip('bob', { toneHz: 1000 }),
      bed.baresip('carol', { toneHz: 600 }),
    ]);
  });

  afterAll(async () => {
    await bed.stop();
  });

  test('carol calls bob, and each hears the other', async () => {
    await carol.dial('bob');
    await Promise.all([bob.untilTalks(), carol.untilTalks()]);

    const [bobHears, carolHears] = await Promise.all([bob.listen(), carol.listen()]);

    expectTone(bobHears, 600);
    expectTone(carolHears, 1000);

    await carol.hangUp();
    await bob.untilCallEnds();
    expectTone(bob.heard(), 600);
  });

  test('on hold bob hears nothing, and afterwards carol again', async () => {
    await carol.dial('bob');
    await bob.untilTalks();
    expectTone(await bob.listen(), 600);

    await carol.hold();
    await bob.untilHearsNothing();
    await carol.resume();

    expectTone(await bob.listen(), 600);

    await carol.hangUp();
    await bob.untilCallEnds();
  });

  test('bob hears the keys that carol presses', async () => {
    await carol.dial('bob');
    await bob.untilTalks();

    await carol.pressKeys('159#');
    await bob.untilDtmfHeard('159#');

    await carol.hangUp();
    await bob.untilCallEnds();
  });

  test('a phone without automatic answer rings until its owner accepts', async () => {
    const dave = await bed.baresip('dave', { answers: 'manual', toneHz: 1400 });

    await carol.dial('dave');

    expect(await dave.untilRings()).toBe('sip:carol@bed.test');

    await dave.accept();
    await dave.untilTalks();
    expectTone(await carol.listen(), 1400);

    await dave.hangUp();
    await dave.untilCallEnds();
  });

  test.each([
    ['busy', '486 Busy Here'],
    ['declined', '603 Decline'],
    ['unavail', '503 Service Unavailable'],
    ['forbid', '403 Forbidden'],
    ['nosuch', '404 Not Found'],
    ['erin', '480 Temporarily Unavailable'],
  ])('a call to %s is answered with %s', async (target, answer) => {
    const carolToo = await bed.baresip('carol');

    await carolToo.dial(target);

    expect(await carolToo.untilCallEnds()).toBe(answer);

    await carolToo.stop();
  });

  test('the one who never answers rings, until the caller gives up', async () => {
    const caller = await bed.baresip('alice');

    await caller.dial('blackhole');
    await caller.untilEvent('CALL_RINGING');
    await caller.hangUp();
    await until('the server saw the CANCEL', () =>
      bed.requests().some(({ method, to }) => method === 'CANCEL' && to === 'blackhole')
        ? true
        : null,
    );
  });

  test('a script calls bob with its password, and one takes a call', async () => {
    const caller = await bed.sippCalls('erin', 'bob');

    await caller.untilDone();

    const frank = await bed.sippAnswers('frank');

    await carol.dial('frank');
    await frank.untilHears('ACK');
    await carol.hangUp();
    await frank.untilDone();
  });

  test('nobody registers with an answer that does not follow from the password', async () => {
    const stranger = await bed.sippCalls('erin', 'erin', { script: () => WRONG_ANSWER });

    await stranger.untilDone();

    expect(await bed.contactsOf('erin')).toEqual([]);
  });
});

test('a bed that is stopped leaves no process and no file', async () => {
  const bed = await InteropBed.start();

  await bed.baresip('bob');

  const groups = bed.processGroups();

  expect(livingIn(groups)).not.toEqual([]);

  await bed.stop();

  expect(livingIn(groups)).toEqual([]);
  expect(existsSync(bed.folder)).toBe(false);
});

test('two beds at the same time do not disturb each other', async () => {
  const [here, there] = await Promise.all([InteropBed.start(), InteropBed.start()]);

  await here.baresip('bob');

  expect(await here.contactsOf('bob')).toHaveLength(1);
  expect(await there.contactsOf('bob')).toEqual([]);

  await Promise.all([here.stop(), there.stop()]);
});

test('a test process that is killed leaves no process and no file', async () => {
  const owner = spawn(process.execPath, ['--import', 'tsx', '-e', STARTS_A_BED], {
    cwd: join(__dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { folder, groups } = await firstLineOf(owner);

  expect(livingIn(groups)).not.toEqual([]);

  owner.kill('SIGKILL');

  await until('everything of the bed ended', () => (livingIn(groups).length === 0 ? true : null));
  await until('its folder is gone', () => (existsSync(folder) ? null : true));
});

/** A REGISTER with credentials that are made up, which has to be challenged again. */
const WRONG_ANSWER = `<?xml version="1.0" encoding="ISO-8859-1" ?>
<scenario name="wrong answer">
  <send retrans="500">
    <![CDATA[
      REGISTER sip:bed.test SIP/2.0
      Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]
      From: <sip:erin@bed.test>;tag=[call_number]
      To: <sip:erin@bed.test>
      Call-ID: [call_id]
      CSeq: 1 REGISTER
      Contact: <sip:erin@[local_ip]:[local_port]>
      Max-Forwards: 70
      Authorization: Digest username="erin", realm="bed.test", nonce="x", uri="sip:bed.test", response="00000000000000000000000000000000"
      Content-Length: 0

    ]]>
  </send>
  <recv response="401"/>
</scenario>
`;

const STARTS_A_BED = `
  import('./test/interop/bed/interop-bed.ts').then(async ({ InteropBed }) => {
    const bed = await InteropBed.start();
    await bed.baresip('bob');
    console.log(JSON.stringify({ folder: bed.folder, groups: bed.processGroups() }));
    setInterval(() => {}, 1000);
  });
`;

function expectTone(heard: ToneMeasure, hz: number): void {
  expect(heard.peakHz).toBeGreaterThan(hz * 0.98);
  expect(heard.peakHz).toBeLessThan(hz * 1.02);
  expect(heard.snrDb).toBeGreaterThan(20);
}

/** The processes of these groups that live; one that only waits to be collected does not. */
function livingIn(groups: readonly number[]): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    const [state, , group] = statOf(pid);

    return state !== undefined && state !== 'Z' && groups.includes(Number(group));
  });
}

/** State, parent and group of a process (proc(5)); nothing when it is gone or is not a process. */
function statOf(pid: string): readonly string[] {
  try {
    const stat = readFileSync(join('/proc', pid, 'stat'), 'utf8');

    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

async function firstLineOf(
  process: ChildProcess,
): Promise<{ readonly folder: string; readonly groups: readonly number[] }> {
  let output = '';

  process.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });

  const line = await until('the other process started its bed', () =>
    output.includes('\n') ? output : null,
  );

  // The line that STARTS_A_BED writes.
  return JSON.parse(line) as { folder: string; groups: number[] };
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const PAGE = readFileSync(join(ROOT, 'docs', 'reliability.md'), 'utf8');
const [, RECOVERY = ''] = /^## Recovery\n(.*?)(?=^## |$(?![\s\S]))/ms.exec(PAGE) ?? [];

/** The cases of liblinphone's tester that a WebSocket and a browser have. */
const CASES = [
  'network switch in a call',
  'network switch, no recovery possible',
  'early state 1: before the provisional answer',
  'early state 2: at the provisional answer',
  'early state 3: after the provisional answer',
  'early state 4: the called side',
  'very early: INVITE just sent',
  'socket lost while ringing',
  're-INVITE 1: ours, before the answer',
  're-INVITE 2: ours, after the answer',
  're-INVITE 3: theirs, before the answer',
  're-INVITE 4: theirs, after the answer',
  'early media 1: of a call of ours',
  'early media 2: of a call to us',
  'paused by us',
  'paused by the other side',
  'with ICE',
  'with ICE and relay only',
  'only the socket renewed',
  'signalling and media switched apart',
];

/** What proves each case, by the table under "Recovery". */
const PROOFS = new Map(
  RECOVERY.split('\n').map((line) => {
    const [, name = '', proof = ''] = line.split('|').map((cell) => cell.trim());

    return [name, proof] as const;
  }),
);

test('every case of recovery is proved', () => {
  for (const name of CASES) {
    expect([name, PROOFS.get(name)?.includes('](../test/')]).toEqual([name, true]);
  }
});

test('every test that is named exists, under the title that is told', () => {
  const proofs = [...RECOVERY.matchAll(/\[([^\]]+)\]\(\.\.\/(test\/[^)]+)\)/g)];

  expect(proofs.length).toBeGreaterThanOrEqual(CASES.length);
  for (const [, title = '', file = ''] of proofs) {
    const path = join(ROOT, file);
    const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const isThere = [`'${title}'`, `"${title}"`].some((quoted) => source.includes(quoted));

    expect([file, title, isThere]).toEqual([file, title, true]);
  }
});

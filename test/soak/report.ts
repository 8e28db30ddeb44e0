import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Unchanged } from '../e2e/support/killed-worker';
import type { Held } from './heap';

const FILE = join(import.meta.dirname, '../../docs/reliability.md');

/** What came of a soak. */
export interface SoakResult {
  readonly minutes: number;
  readonly calls: readonly CallResult[];
  /** How often the phone was away from its registrar when it should have been there. */
  readonly missedRegistrations: number;
  /** How often it registered, refreshes included. */
  readonly registrations: number;
  /** From a lost connection until it was registered again. */
  readonly backAfterMs: readonly number[];
  readonly held: readonly { readonly atMinute: number; readonly held: Held }[];
}

/** How one call went. */
export interface CallResult {
  readonly what: string;
  /** Null for one that went as planned. */
  readonly wentWrong: string | null;
}

/** The soak as a section of docs/reliability.md. */
export function soakSection(result: SoakResult): string {
  const { minutes, calls, held, backAfterMs, registrations, missedRegistrations } = result;
  const missed = calls.filter(({ wentWrong }) => wentWrong !== null);
  const [first] = held;
  const last = held.at(-1);
  const parts = calls.flatMap(({ what }) => what.split(', '));
  const lines = [
    '## Soak',
    '',
    `\`npm run soak\`: ${minutes} minutes in Chromium with the embedded PBX, a call each ten seconds, in and out by turns, the sound of each measured at both ends. Made ${dateOf(new Date())}.`,
    '',
    '| | |',
    '|---|---|',
    `| calls | ${calls.length} |`,
    `| missed, or otherwise than meant | ${missed.length} |`,
    `| registrations, refreshes included | ${registrations} |`,
    `| away from the registrar when it should have been there | ${missedRegistrations} |`,
    `| connections cut in a call | ${backAfterMs.length} |`,
    `| registered again after | ${backAfterMs.length === 0 ? '-' : `${Math.round(medianOf(backAfterMs))} ms (median), ${Math.round(Math.max(...backAfterMs))} ms (longest)`} |`,
    loadRow(),
    `| heap of the phone's document, after collection | ${mb(first?.held)} at the beginning, ${mb(last?.held)} at the end: ${growthOf(result).toFixed(2)} MB more |`,
    '',
    'What the phone held on to meanwhile:',
    '',
    `| minute | heap | ${Object.keys(first?.held.objects ?? {}).join(' | ')} |`,
    `|---|---|${Object.keys(first?.held.objects ?? {})
      .map(() => '---|')
      .join('')}`,
    ...held.map(
      ({ atMinute, held: now }) =>
        `| ${atMinute.toFixed(1)} | ${mb(now)} | ${Object.values(now.objects).join(' | ')} |`,
    ),
    '',
    'What the calls were made of:',
    '',
    '| | calls |',
    '|---|---|',
    ...[...new Set(parts)].map(
      (part) => `| ${part} | ${parts.filter((other) => other === part).length} |`,
    ),
    ...(missed.length === 0 ? [] : ['', 'What went wrong:', '']),
    ...missed.map(({ what, wentWrong }) => `- ${what}: ${wentWrong ?? ''}`),
  ];

  return lines.join('\n');
}

/** The ten minutes of a call whose worker is killed, as a section of docs/reliability.md. */
export function workerSection({ kills, callMs, heard, sent, shown, reconnections }: Unchanged) {
  return [
    '## A call without its worker',
    '',
    `\`npm run soak -- --worker\`: a call of ${(callMs / 60_000).toFixed(1)} minutes while the service worker is killed every five seconds, and woken before it is killed again. Made ${dateOf(new Date())}.`,
    '',
    '| | |',
    '|---|---|',
    `| times the worker was killed | ${kills} |`,
    `| listened to, sample by sample | ${(heard.heardMs / 1000).toFixed(0)} s (${heard.missedMs.toFixed(0)} ms missed by the measurement) |`,
    `| longest silence that the user heard | ${heard.longestSilentMs.toFixed(1)} ms |`,
    `| longest silence that the other side heard | ${sent.longestSilentMs.toFixed(0)} ms |`,
    `| of the user's sound arrived | ${(100 * sent.arrived).toFixed(2)} % |`,
    `| texts that the open popup showed, times apart | ${shown.length} |`,
    `| times the phone began to register anew | ${reconnections} |`,
    loadRow(),
  ].join('\n');
}

/** How much more the phone's document holds at the end than before its first call. */
export function growthOf({ held }: SoakResult): number {
  const [first] = held;

  return ((held.at(-1)?.held.heapBytes ?? 0) - (first?.held.heapBytes ?? 0)) / 1e6;
}

/** Puts a section into docs/reliability.md, in the place of the one that has its title. */
export function writeSection(section: string): void {
  const title = section.slice(0, section.indexOf('\n'));
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '# Reliability\n';
  const parts = text.split(/\n(?=## )/);
  const at = parts.findIndex((part) => part.startsWith(`${title}\n`));

  parts.splice(at < 0 ? parts.length : at, 1, `${section}\n`);
  writeFileSync(FILE, `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`);
}

/** What else the machine had to do: sound suffers from it as from a bad network. */
function loadRow(): string {
  const [, , lastQuarter = 0] = loadavg();

  return `| load of the machine, of ${cpus().length} cores | ${lastQuarter.toFixed(1)} |`;
}

function mb(held: Held | undefined): string {
  return `${((held?.heapBytes ?? 0) / 1e6).toFixed(2)} MB`;
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function dateOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

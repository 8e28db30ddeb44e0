import type { SamplePage } from './page-samples';
import { median } from './statistics';
import type { Watched } from './page-watch';

/** Everything that was measured of one program on one page. */
export interface Measured {
  readonly name: string;
  readonly gzipBytes: number | null;
  readonly watched: readonly Watched[];
  /** Of Offhook only. */
  readonly inViewMs: readonly number[];
  readonly clickableMs: readonly number[];
}

/** One program's medians on one page. */
export interface PageRow {
  readonly name: string;
  readonly ownMs: number;
  readonly worldMs: number;
  readonly moreMs: number;
  readonly longestMs: number;
  readonly longestTaskMs: number;
  /** Own script as a share of ringcentral-c2d's; null where that is not installed. */
  readonly ofPeer: number | null;
  readonly shift: number;
  readonly heapMb: number;
  readonly gzipBytes: number | null;
}

/** A figure that was promised. */
export interface Target {
  readonly what: string;
  readonly value: number;
  readonly most: number;
  readonly isKept: boolean;
}

/** No task of ours may hold a frame up. */
const LONGEST_MS = 16;

/** The medians of each program, beside no extension and beside ringcentral-c2d. */
export function rowsOf(all: readonly Measured[]): PageRow[] {
  const none = all.find(({ name }) => name === 'no extension');
  const peer = all.find(({ name }) => name === 'ringcentral-c2d');
  const of = (measured: Measured | undefined, key: keyof Watched) =>
    measured === undefined ? 0 : median(measured.watched.map((one) => one[key] ?? 0));
  // Microtasks of the browser's own making.
  const own = (measured: Measured) => Math.max(0, of(measured, 'ownMs') - of(none, 'ownMs'));

  return all.map((measured) => ({
    name: measured.name,
    gzipBytes: measured.gzipBytes,
    ownMs: own(measured),
    worldMs: of(measured, 'worldMs'),
    moreMs: of(measured, 'wholeMs') - of(none, 'wholeMs'),
    longestMs: of(measured, 'longestMs'),
    longestTaskMs: of(measured, 'longestTaskMs'),
    ofPeer: peer === undefined ? null : own(measured) / own(peer),
    shift: of(measured, 'shift'),
    heapMb: of(measured, 'heapMb') - of(none, 'heapMb'),
  }));
}

/** What was promised of Offhook on this page, and what came of it. */
export function targetsOf(
  { most, nodesASecond }: SamplePage,
  row: PageRow,
  { inViewMs, clickableMs }: Measured,
): Target[] {
  const unit = nodesASecond > 0 ? 'ms/s' : 'ms';
  const figures: [string, number | null, number | undefined][] = [
    [`own script, ${unit}`, row.ownMs, most.ownMs],
    ['own script / ringcentral-c2d', row.ofPeer, most.ofPeer],
    [`whole thread more, ${unit}`, row.moreMs, most.moreMs],
    ['longest of ours in a task, ms', row.longestMs, LONGEST_MS],
    ['viewport marked after script start, ms', medianOrNull(inViewMs), most.inViewMs],
    ['slowest number clickable, ms', medianOrNull(clickableMs), most.clickableMs],
    ['on every page, gzip bytes', row.gzipBytes, most.gzipBytes],
    ['heap more, MB', row.heapMb, most.heapMb],
    ['layout shift', row.shift, 0],
  ];

  return figures.flatMap(([what, value, limit]) =>
    value === null || limit === undefined
      ? []
      : [{ what, value, most: limit, isKept: value <= limit }],
  );
}

function medianOrNull(samples: readonly number[]): number | null {
  return samples.length === 0 ? null : median(samples);
}

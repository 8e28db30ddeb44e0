import type { Cell, Measured } from './measure';
import type { IceCase } from './program';
import { median, quantile, ratioOfMedians, type Ratio } from './statistics';

/** A row of the table. */
export interface Row {
  readonly name: string;
  readonly calls: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Against the cell's reference peer; null for peers. */
  readonly ratio: Ratio | null;
  /** Null where there is no target. */
  readonly isMet: boolean | null;
}

/** A cell's rows, and the peer that Offhook is held against. */
export interface Judged {
  readonly ice: IceCase['id'];
  readonly title: string;
  readonly reference: string;
  /** The most that Offhook's median may be, as a share of the reference's. */
  readonly most: number;
  readonly rows: readonly Row[];
}

/** What Offhook is held against, and by how much it has to be quicker. */
const TARGETS: Readonly<
  Record<IceCase['id'], { readonly most: number; readonly peer: string | null }>
> = {
  none: { most: 0.5, peer: null },
  'dead-stun': { most: 0.1, peer: 'SIP.js SimpleUser' },
};

/** Holds the figures of a cell against the target. */
export function judge({ ice, title, programs }: Cell): Judged {
  const { most, peer } = TARGETS[ice];
  const reference = programs
    .filter(({ kind, name }) => kind === 'peer' && name === (peer ?? name))
    .reduce((best, other) => (medianOf(other) < medianOf(best) ? other : best));
  const rows = programs.map((measured) => rowOf(measured, reference, most));

  return { ice, title, reference: reference.name, most, rows };
}

/** True if every target of every cell is met. */
export function allMet(cells: readonly Judged[]): boolean {
  return cells.every(({ rows }) => rows.every(({ isMet }) => isMet !== false));
}

function rowOf(measured: Measured, reference: Measured, most: number): Row {
  const { name, kind, isJudged, samplesMs } = measured;
  const ratio = kind === 'peer' ? null : ratioOfMedians(samplesMs, reference.samplesMs);

  return {
    name,
    calls: samplesMs.length,
    medianMs: median(samplesMs),
    p95Ms: quantile(samplesMs, 0.95),
    ratio,
    isMet: isJudged && ratio !== null ? ratio.value <= most : null,
  };
}

function medianOf({ samplesMs }: Measured): number {
  return median(samplesMs);
}

import type { Judged, Row } from './verdict';

const HEADINGS = ['', 'calls', 'median ms', 'p95 ms', 'ratio [95 %]', 'target'];

/** A cell's figures for a terminal. */
export function tableOf({ title, reference, most, rows }: Judged): string {
  const lines = [HEADINGS, ...rows.map((row) => fieldsOf(row, most))];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...lines.map((fields) => fields[column]?.length ?? 0)),
  );
  const text = lines.map((fields) =>
    fields
      .map((field, column) =>
        column === 0 ? field.padEnd(widths[column] ?? 0) : field.padStart(widths[column] ?? 0),
      )
      .join('   '),
  );

  return [`${title}; ratio of medians to ${reference}`, '', ...text.map((line) => `  ${line}`)]
    .map((line) => line.trimEnd())
    .join('\n');
}

function fieldsOf({ name, calls, medianMs, p95Ms, ratio, isMet }: Row, most: number): string[] {
  const range = ratio && `${short(ratio.value)} [${short(ratio.low)}, ${short(ratio.high)}]`;
  const target = isMet === null ? '' : `${isMet ? 'met' : 'MISSED'} (${most})`;

  return [name, String(calls), milliseconds(medianMs), milliseconds(p95Ms), range ?? '', target];
}

function milliseconds(value: number): string {
  return value.toFixed(1);
}

function short(value: number): string {
  return value < 0.1 ? value.toFixed(4) : value.toFixed(3);
}

import type { Finder } from './numbers-finders';
import { median } from './statistics';

const MEBIBYTE = 1_048_576;
const ROUNDS = 3;

const PROSE =
  'The harbour opens at dawn, when the first boats come in and the market begins to fill. ';
const DIGITS =
  'In 2019 the yard built 1,240 boats on 31.5 hectares, 17 % more than in 1998-1999 (table 4.2). ';

/** Texts of a mebibyte, by what is in them. */
const TEXTS: readonly (readonly [string, string])[] = [
  ['prose without digits', filled(() => PROSE)],
  ['prose with many digits', filled(() => DIGITS)],
  [
    'a directory',
    filled((line) => `Reading room ${line}, (212) 555-${String(1000 + (line % 9000))}\n`),
  ],
];

/** How long a finder takes for a mebibyte of text. */
export interface Speed {
  readonly title: string;
  readonly medianMs: number;
}

/** Milliseconds a mebibyte, median of some rounds, text by text. */
export function speedOf({ find }: Finder): Speed[] {
  return TEXTS.map(([title, text]) => {
    const times = Array.from({ length: ROUNDS }, () => {
      const before = performance.now();

      find(text, 'US');

      return performance.now() - before;
    });

    return { title, medianMs: median(times) };
  });
}

function filled(line: (place: number) => string): string {
  const lines: string[] = [];

  for (let length = 0; length < MEBIBYTE;) {
    const next = line(lines.length);

    lines.push(next);
    length += next.length;
  }

  return lines.join('').slice(0, MEBIBYTE);
}

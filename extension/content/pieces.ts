import { candidates } from '../../src/number/candidates';
import type { PlacedNumber } from '../../src/protocol/requests';
import type { Run } from './runs';

/** What the scanner asks the worker: for each text, the phone numbers in it. */
export type FindNumbers = (texts: string[]) => Promise<readonly (readonly PlacedNumber[])[]>;

/** A stretch of a run that waits for the finder. */
export interface Piece {
  readonly run: Run;
  readonly start: number;
  readonly text: string;
  /** Before this the run was looked at earlier. */
  readonly from: number;
}

/** One message's worth: the worker answers pages in turn. */
const BATCH_TEXTS = 200;
const BATCH_LENGTH = 30_000;
/** A text of a megabyte of digits is no phone book, and the worker takes no such message. */
const MOST_OF_A_TEXT = 100_000;

/** What of a run the finder is to see. */
export function piecesOf(run: Run, from = 0): Piece[] {
  const text = from === 0 ? run.text : run.text.slice(from);
  let room = MOST_OF_A_TEXT;

  return candidates(text).flatMap(({ start, end }) => {
    const piece = text.slice(start, Math.min(end, start + room));

    room -= piece.length;

    return piece === '' ? [] : [{ run, start: start + from, text: piece, from }];
  });
}

/** Takes one message's worth. All pieces of a run go together: its marks are set at once. */
export function takeBatch(pieces: Piece[]): Piece[] {
  let length = 0;
  const end = pieces.findIndex(({ run, text }, index) => {
    const isFull = length + text.length > BATCH_LENGTH || index >= BATCH_TEXTS;

    length += text.length;

    return isFull && index > 0 && run !== pieces[index - 1]?.run;
  });

  return pieces.splice(0, end < 0 ? pieces.length : end);
}

/** What was found in a run's pieces, at its place in the run. */
export function numbersOf(
  run: Run,
  pieces: readonly Piece[],
  answers: readonly (readonly PlacedNumber[])[],
): PlacedNumber[] {
  return pieces.flatMap((piece, index) =>
    piece.run === run
      ? (answers[index] ?? []).map((number) => ({
          ...number,
          start: number.start + piece.start,
          end: number.end + piece.start,
        }))
      : [],
  );
}

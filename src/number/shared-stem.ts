import type { Stretch } from './candidates';
import type { NumberReader } from './number-reader';

/** `/35`, `/ -36`: the last digits of another number, whose beginning stands before. */
const SHARER = /^ ?\/ ?-?(\d{1,4})(?![\d\p{L}]|[.,: -]\d|\/\d{5})/u;
const MOST = 5;

/** A number of which only the end is written. */
export interface Sharer extends Stretch {
  readonly e164: string;
}

/** The numbers that share a number's beginning, `555-1234/35/36`, in the order they stand. */
export function stemSharers(
  text: string,
  number: Stretch,
  e164: string,
  read: NumberReader,
): Sharer[] {
  const found: Sharer[] = [];
  const lastGroup = /\d+$/.exec(text.slice(number.start, number.end))?.[0] ?? '';

  for (let place = number.end; found.length < MOST;) {
    const [sharer, digits] = SHARER.exec(text.slice(place, place + 12)) ?? [];

    if (sharer === undefined || digits === undefined || digits.length > lastGroup.length) {
      break;
    }

    const other = read(e164.slice(0, -digits.length) + digits);

    if (other === null || other.e164 === e164) {
      break;
    }
    place += sharer.length;
    found.push({ start: place - digits.length, end: place, e164: other.e164 });
  }

  return found;
}

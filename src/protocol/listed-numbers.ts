import type { PageNumber, PageReport } from './page-numbers';

/** A number of the page as the popup lists it, with the frame that can show it. */
export interface ListedNumber extends PageNumber {
  readonly frameId: string;
}

/** The numbers of all of a page's frames, each once: where it stands first. */
export function listedNumbers(reports: readonly PageReport[]): readonly ListedNumber[] {
  const listed = new Map<string, ListedNumber>();

  for (const { frameId, numbers } of reports) {
    for (const number of numbers) {
      const key = keyOf(number);
      const before = listed.get(key);

      if (before === undefined) {
        listed.set(key, { ...number, frameId });
      } else if (before.isFax && !number.isFax) {
        listed.set(key, { ...before, isFax: false }); // Some machines answer with a voice, too.
      }
    }
  }

  return [...listed.values()];
}

/** What tells one listed number from another. */
export function keyOf({ e164, ext }: PageNumber): string {
  return `${e164};${ext ?? ''}`;
}

/** What the phone is asked to dial for a number of the page. */
export function targetOf({ e164, ext }: PageNumber): string {
  return ext === null ? e164 : `tel:${e164};ext=${ext}`;
}

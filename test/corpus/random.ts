const CAPITALS = Array.from('ABCDEFGHJKLMNPRSTUVWXYZ');

/** A source of chance that gives the same answers for the same seed, on every machine. */
export class Dice {
  #state: number;

  constructor(seed: string) {
    this.#state = hashOf(seed);
  }

  /** A fraction from 0 to 1, 1 excluded (mulberry32). */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;

    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);

    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;

    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  happens(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.between(0, choices.length - 1)];

    if (choice === undefined) {
      throw new Error('nothing to pick from');
    }

    return choice;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => String(this.between(0, 9))).join('');
  }

  /** Digits for each `#`, capital letters for each `@`, and small hex for each `~`. */
  shaped(shape: string): string {
    return shape.replace(/[#@~]/g, (slot) => {
      switch (slot) {
        case '#':
          return String(this.between(0, 9));
        case '@':
          return this.pick(CAPITALS);
        default:
          return this.between(0, 15).toString(16);
      }
    });
  }
}

/** FNV-1a: a number for a text. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;

  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }

  return hash;
}

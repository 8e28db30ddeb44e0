import { isTarget } from './targets';

/** Which target a dialled text reaches: its name, or a number that was given to it. */
export class DialPlan {
  readonly #numbers: ReadonlyMap<string, string>;

  constructor(numbers: Readonly<Record<string, string>>) {
    this.#numbers = new Map(
      Object.entries(numbers).map(([number, target]) => [plainNumber(number), target]),
    );
  }

  targetOf(dialled: string): string | null {
    const name = this.#numbers.get(plainNumber(dialled)) ?? dialled;
    return isTarget(name) ? name : null;
  }
}

function plainNumber(number: string): string {
  return /[a-z]/i.test(number) ? number : number.replace(/[^+\d*#]/g, '');
}

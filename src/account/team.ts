/** Somebody whose phone the user watches. */
export interface Colleague {
  /** As the user would dial it: an extension, a number or an address. */
  readonly number: string;
  /** Empty where the number says enough. */
  readonly name: string;
}

/** As many as stay smooth to watch, and more than anybody reads. */
export const MOST_COLLEAGUES = 200;
/** In characters: a longer number or name is none that somebody typed. */
export const LONGEST_COLLEAGUE = 100;

/** What is wrong with a colleague; the UI has words for each. */
export type ColleagueProblem = 'number-missing' | 'number-invalid' | 'already-there';

/** What is wrong with somebody who is to join these; null when nothing is. */
export function colleagueProblem(
  { number }: Colleague,
  others: readonly Colleague[],
): ColleagueProblem | null {
  if (number.trim() === '') {
    return 'number-missing';
  }
  if (!/^[^\s<>"\x00-\x1f]+(?: [^\s<>"\x00-\x1f]+)*$/.test(number.trim())) {
    return 'number-invalid';
  }

  return others.some((other) => other.number === number.trim()) ? 'already-there' : null;
}

/** The team after one of them went so many places down, or up where negative. */
export function withMoved(
  team: readonly Colleague[],
  number: string,
  places: number,
): readonly Colleague[] {
  const from = team.findIndex((one) => one.number === number);
  const moved = team[from];
  const others = team.filter((one) => one !== moved);
  const to = Math.min(Math.max(from + places, 0), others.length);

  return moved === undefined ? team : [...others.slice(0, to), moved, ...others.slice(to)];
}

/** A team from storage: who is none is dropped, and who is there twice. */
export function parseTeam(stored: unknown): readonly Colleague[] {
  return (Array.isArray(stored) ? stored : [])
    .slice(0, MOST_COLLEAGUES)
    .reduce<readonly Colleague[]>((team, item: unknown) => {
      const colleague = parseColleague(item);

      return colleague === null || colleagueProblem(colleague, team) !== null
        ? team
        : [...team, colleague];
    }, []);
}

function parseColleague(stored: unknown): Colleague | null {
  if (typeof stored !== 'object' || stored === null) {
    return null;
  }
  const number: unknown = Reflect.get(stored, 'number');
  const name: unknown = Reflect.get(stored, 'name');

  return typeof number === 'string' && number.length <= LONGEST_COLLEAGUE
    ? {
        number: number.trim(),
        name: typeof name === 'string' ? name.trim().slice(0, LONGEST_COLLEAGUE) : '',
      }
    : null;
}

import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface BenchOptions {
  /** Calls of each program with each ICE server. */
  readonly calls: number;
  /** Calls of JsSIP with the dead STUN server: each takes 40 s. */
  readonly slowCalls: number;
  /** How long the pointer rests on what it is about to click. */
  readonly hoverMs: number;
  /** How often one call and three merged ones are measured. */
  readonly mixingRounds: number;
  /** What a click costs is left out. */
  readonly isMixingOnly: boolean;
  /** Where the figures are written as JSON; null for nowhere. */
  readonly jsonPath: string | null;
}

const USAGE = `npm run bench -- [options]

  --calls N        calls of each program with each ICE server (30)
  --slow-calls N   calls of JsSIP with the STUN server that never answers, 40 s each (3)
  --quick          8 calls, 1 slow one
  --hover MS       how long the pointer rests before the click (300)
  --mixing         only what mixing three calls costs
  --mixing-rounds N  how often that is measured (5)
  --json [PATH]    write the figures (test-output/bench.json)
`;

/** The options of this run. An unknown one throws. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      calls: { type: 'string' },
      'slow-calls': { type: 'string' },
      hover: { type: 'string' },
      'mixing-rounds': { type: 'string' },
      mixing: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });

  if (values.help || positionals.length > (values.json ? 1 : 0)) {
    throw new Error(USAGE);
  }

  return {
    calls: whole(values.calls, values.quick ? 8 : 30, 1),
    slowCalls: whole(values['slow-calls'], values.quick ? 1 : 3, 1),
    hoverMs: whole(values.hover, 300, 0),
    mixingRounds: whole(values['mixing-rounds'], values.quick ? 2 : 5, 1),
    isMixingOnly: values.mixing,
    jsonPath: values.json ? (positionals[0] ?? 'test-output/bench.json') : null,
  };
}

function whole(given: string | undefined, otherwise: number, least: number): number {
  const value = given === undefined ? otherwise : Number(given);

  if (!Number.isInteger(value) || value < least) {
    throw new Error(USAGE);
  }

  return value;
}

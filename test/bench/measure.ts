import type { BenchBed } from './bed';
import type { ClockOffset } from './click';
import type { BenchOptions } from './options';
import type { IceCase, Program } from './program';

/** The figures of one program with one kind of ICE server. */
export interface Measured {
  readonly name: string;
  readonly kind: Program['kind'];
  readonly isJudged: boolean;
  /** From the click to the INVITE at the server, one for each call, in their order. */
  readonly samplesMs: readonly number[];
}

/** The figures of all programs with one kind of ICE server, side by side. */
export interface Cell {
  readonly ice: IceCase['id'];
  readonly title: string;
  readonly programs: readonly Measured[];
  readonly clocks: readonly ClockOffset[];
}

/** Places all calls of a cell, one program after the other and then all over again. */
export async function measureCell(
  bed: BenchBed,
  ice: IceCase,
  options: BenchOptions,
  tell: (line: string) => void,
): Promise<Cell> {
  const programs = await bed.programs(ice);
  const samples = new Map<Program, number[]>(programs.map((program) => [program, []]));
  const clocks: ClockOffset[] = [];

  for (let round = 0; round < options.calls; round++) {
    tell(`${ice.title}: round ${round + 1} of ${options.calls}`);
    for (const program of programs) {
      if (hasTurn(program, ice, round, options)) {
        const { tookMs, clock } = await measureCall(bed, program);

        samples.get(program)?.push(tookMs);
        clocks.push(clock);
      }
    }
  }

  return {
    ice: ice.id,
    title: ice.title,
    clocks,
    programs: programs.map((program) => ({
      name: program.name,
      kind: program.kind,
      isJudged: program.isJudged,
      samplesMs: samples.get(program) ?? [],
    })),
  };
}

/** A program that waits 40 s in each call gets fewer turns, spread over the whole run. */
function hasTurn(
  { name }: Program,
  { id }: IceCase,
  round: number,
  { calls, slowCalls }: BenchOptions,
): boolean {
  if (name !== 'JsSIP' || id !== 'dead-stun' || slowCalls >= calls) {
    return true;
  }

  const turn = (index: number) => Math.floor((index * slowCalls) / calls);

  return turn(round + 1) > turn(round);
}

async function measureCall(
  bed: BenchBed,
  program: Program,
): Promise<{ tookMs: number; clock: ClockOffset }> {
  try {
    await program.prepare();
    await bed.untilQuiet();

    const invited = bed.untilInvite(program.user);

    // Both at once: a click that fails must not leave the other unwatched.
    const [arrivedAtMs] = await Promise.all([invited, program.click()]);
    await bed.untilRinging();
    const { atMs, clock } = await program.clicked();

    await program.hangUp();
    await bed.untilQuiet();

    return { tookMs: arrivedAtMs - atMs, clock };
  } catch (error) {
    throw new Error(`${program.name} did not complete a call, so this run does not count.`, {
      cause: error,
    });
  }
}

import { Bench } from './bench';

/** The bench of the test that runs: a phone that has just registered, and both its ends. */
export let bench: Bench;

/** Gives each test of the file a bench of its own. */
export function useBench(): void {
  beforeEach(async () => {
    bench = await new Bench().registered();
  });

  afterEach(() => bench.stop());
}

/** Goes on with another one, such as that of another account. */
export async function useInstead(other: Bench): Promise<void> {
  await bench.stop();
  bench = await other.registered();
}

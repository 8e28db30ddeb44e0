/** How often a condition outside this process, which can announce nothing, is looked at. */
const LOOK_EVERY_MS = 20;

/** Resolves with the first answer of `look` that is not null, and rejects with what it waited for. */
export async function until<T>(
  what: string,
  look: () => T | null | Promise<T | null>,
  withinMs = 10_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;

  for (;;) {
    const found = await look();

    if (found !== null) {
      return found;
    }

    if (Date.now() > deadline) {
      throw new Error(`Waited ${String(withinMs)} ms in vain: ${what}`);
    }

    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** How long a story waits for anything unless it says otherwise. */
export const PATIENCE_MS = 15_000;

/** How often it looks. */
const LOOK_EVERY_MS = 20;

/** How one wait may differ from the others. */
export interface Patience {
  readonly timeoutMs?: number;
}

/**
 * Looks again and again until `look` gives something else than null, and hands that over. When
 * the time is up it says what it waited for, and whatever `describe` knows of the state of things.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | null> | T | null,
  { timeoutMs = PATIENCE_MS }: Patience = {},
  describe: () => string | Promise<string> = () => '',
): Promise<T> {
  const endMs = performance.now() + timeoutMs;

  for (;;) {
    const found = await look();

    if (found !== null) {
      return found;
    }
    if (performance.now() > endMs) {
      throw new Error(`Waited ${timeoutMs} ms in vain for ${what}. ${await describe()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** Hands over what a promise gives, and throws when it gives nothing in time: a browser may hang. */
export async function inTime<T>(
  what: string,
  promise: Promise<T>,
  timeoutMs = 2 * PATIENCE_MS,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Waited ${timeoutMs} ms in vain for ${what}.`));
    }, timeoutMs);
  });

  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets the pointer rest: the one thing here that takes a fixed time, because a hand does too. */
export function rest(forMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, forMs));
}

/** Rejects when what was promised takes too long. */
export async function within<T>(limitMs: number, what: string, promised: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Waited ${limitMs} ms in vain for ${what}.`));
    }, limitMs);
  });

  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(timer);
  }
}

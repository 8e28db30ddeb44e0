import type { Clock } from '../../src/phone/clock';

/** A clock that moves only when the test says so. */
export class FakeClock implements Clock {
  #nowMs = 1_000_000;
  #waiting: { atMs: number; act: () => void }[] = [];
  chance = 0.5;

  nowMs(): number {
    return this.#nowMs;
  }

  random(): number {
    return this.chance;
  }

  after(delayMs: number, act: () => void): () => void {
    const entry = { atMs: this.#nowMs + delayMs, act };

    this.#waiting.push(entry);

    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
    };
  }

  /** Lets time pass; what falls due on the way happens in its order. */
  pass(ms: number): void {
    const endMs = this.#nowMs + ms;

    for (;;) {
      const next = this.#waiting
        .filter(({ atMs }) => atMs <= endMs)
        .sort((a, b) => a.atMs - b.atMs)[0];

      if (next === undefined) {
        break;
      }
      this.#waiting = this.#waiting.filter((other) => other !== next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.act();
    }
    this.#nowMs = endMs;
  }

  /** The machine sleeps: what falls due meanwhile happens when it wakes. */
  sleep(ms: number): void {
    this.#nowMs += ms;
    this.pass(0);
  }

  /** The watch goes on by so much and no timer notices, as while a machine sleeps. */
  setForward(ms: number): void {
    this.#nowMs += ms;
    this.#waiting = this.#waiting.map(({ atMs, act }) => ({ atMs: atMs + ms, act }));
  }

  /** Milliseconds until each thing that waits, soonest first. */
  get delaysMs(): number[] {
    return this.#waiting.map(({ atMs }) => atMs - this.#nowMs).sort((a, b) => a - b);
  }
}

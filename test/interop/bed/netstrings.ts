/** One frame as baresip's control port speaks it: length, colon, bytes, comma. */
export function netstring(text: string): string {
  return `${String(Buffer.byteLength(text))}:${text},`;
}

/** Puts the frames of a byte stream together again. */
export class NetstringReader {
  #pending = Buffer.alloc(0);

  /** The frames that `chunk` completes, oldest first. */
  read(chunk: Buffer): readonly string[] {
    this.#pending = Buffer.concat([this.#pending, chunk]);

    const frames: string[] = [];

    for (let frame = this.#next(); frame !== null; frame = this.#next()) {
      frames.push(frame);
    }

    return frames;
  }

  #next(): string | null {
    const colon = this.#pending.indexOf(':');

    if (colon < 0) {
      return null;
    }

    const begin = colon + 1;
    const end = begin + Number(this.#pending.toString('latin1', 0, colon));

    // The comma belongs to the frame, so it has to be there too.
    if (this.#pending.length <= end) {
      return null;
    }

    const frame = this.#pending.toString('utf8', begin, end);

    this.#pending = this.#pending.subarray(end + 1);

    return frame;
  }
}

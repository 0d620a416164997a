/** Counts how often each of the most recent keys occurred, in bounded memory. */
export class AttemptCounter {
  readonly #counts = new Map<string, number>();
  readonly #capacity: number;

  constructor(capacity = 20_000) {
    this.#capacity = capacity;
  }

  /** Counts an occurrence of a key, and returns the count. */
  count(key: string): number {
    const count = (this.#counts.get(key) ?? 0) + 1;
    // Set again, the key becomes the most recent one.
    this.#counts.delete(key);
    this.#counts.set(key, count);
    if (this.#counts.size > this.#capacity) {
      const [oldest] = this.#counts.keys();
      this.#counts.delete(oldest!);
    }
    return count;
  }
}

/** Counts how often each key came, for the last keys in bounded memory. */
export class AttemptCounter {
  readonly #counts = new Map<string, number>();
  readonly #capacity: number;

  constructor(capacity = 20_000) {
    this.#capacity = capacity;
  }

  /** Counts a key once more, and gives the count. */
  count(key: string): number {
    const count = (this.#counts.get(key) ?? 0) + 1;
    // Set anew, it is the youngest again.
    this.#counts.delete(key);
    this.#counts.set(key, count);
    if (this.#counts.size > this.#capacity) {
      const [oldest] = this.#counts.keys();
      this.#counts.delete(oldest!);
    }
    return count;
  }
}

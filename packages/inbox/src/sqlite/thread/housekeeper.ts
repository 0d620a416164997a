import type { Store } from "../store/store.ts";

const intervalMilliseconds = 1_000;
const sliceMilliseconds = 50;

/** Deletes what nobody needs any more, in small transactions, as long as there are runs. */
export class Housekeeper {
  readonly #store: Store;
  #timer: NodeJS.Timeout | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  start(): void {
    this.#timer ??= setTimeout(() => this.#tidy(), intervalMilliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #tidy(): void {
    let isMore = false;
    try {
      isMore = this.#store.write(() => this.#store.forget());
    } catch {
      // The file is locked, or the disk is full: the next time.
    }
    this.#timer = setTimeout(() => this.#tidy(), isMore ? sliceMilliseconds : intervalMilliseconds);
  }
}

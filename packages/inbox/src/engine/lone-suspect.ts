/** How long a suspect runs alone: one that kills its process does so early. */
const aloneMilliseconds = 30_000;

/**
 * The item that runs alone, since its process died during its latest run. Nothing else is begun beside it until it is settled or has lived for 30
 * seconds: if the process dies again, this item is why.
 */
export class LoneSuspect {
  #fence: string | undefined;
  #since = 0;

  /** The run that the fence names begins, alone. */
  begin(fence: string): void {
    this.#fence = fence;
    this.#since = performance.now();
  }

  /** Whether that run is the one. */
  is(fence: string): boolean {
    return this.#fence === fence;
  }

  /** Whether nothing else may begin. */
  get isRunning(): boolean {
    return this.#fence !== undefined;
  }

  /** That run was settled: others may begin. */
  end(fence: string): void {
    if (this.is(fence)) this.#fence = undefined;
  }

  /** The one whose time alone is over, if any. */
  get survivor(): string | undefined {
    return performance.now() - this.#since >= aloneMilliseconds ? this.#fence : undefined;
  }
}

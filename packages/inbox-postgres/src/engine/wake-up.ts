/** Lets a loop sleep until something happens. */
export class WakeUp {
  #wake: (() => void) | undefined;
  #isDue = false;

  /** Ends the sleep, or the next one at once. */
  now(): void {
    this.#isDue = true;
    this.#wake?.();
  }

  async sleep(milliseconds: number): Promise<void> {
    if (!this.#isDue)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.#wake = undefined;
    this.#isDue = false;
  }
}

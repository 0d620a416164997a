import type { DeliveryOutcome } from "@greenhook/core";
import { isUnauthenticated } from "../inspector/page/inspector-messages.ts";

/** What a {@link FloodGate} takes. */
export interface FloodGateOptions {
  /** Called at the end of a window with the last of the refusals that were held back in it, and their number. */
  readonly onSummary: (last: DeliveryOutcome, count: number) => void;
  /** How many refusals with the same code pass in a window. @default 10 */
  readonly burst?: number;
  /** @default 60000 */
  readonly windowMilliseconds?: number;
}

interface Window {
  passed: number;
  held: number;
  last: DeliveryOutcome;
  readonly timer: NodeJS.Timeout;
}

/**
 * Bounds what deliveries that were refused before authentication write: the first few with the same code pass, the rest are counted. Anyone
 * who can reach the receiver can cause thousands a second.
 */
export class FloodGate {
  readonly #windows = new Map<string, Window>();
  readonly #options: Required<FloodGateOptions>;

  constructor({ burst = 10, windowMilliseconds = 60_000, onSummary }: FloodGateOptions) {
    this.#options = { burst, windowMilliseconds, onSummary };
  }

  /** Whether an outcome is to be shown by itself. */
  passes(outcome: DeliveryOutcome): boolean {
    if (!isUnauthenticated(outcome)) return true;
    const key = outcome.code ?? String(outcome.status);
    let window = this.#windows.get(key);
    if (window === undefined) {
      const timer = setTimeout(() => this.#end(key), this.#options.windowMilliseconds).unref();
      this.#windows.set(key, (window = { passed: 0, held: 0, last: outcome, timer }));
    }
    if (window.passed < this.#options.burst) {
      window.passed++;
      return true;
    }
    window.held++;
    window.last = outcome;
    return false;
  }

  /** Summarizes what is held back now. */
  close(): void {
    for (const key of this.#windows.keys()) this.#end(key);
  }

  #end(key: string): void {
    const window = this.#windows.get(key);
    this.#windows.delete(key);
    clearTimeout(window?.timer);
    if (window !== undefined && window.held > 0) this.#options.onSummary(window.last, window.held);
  }
}

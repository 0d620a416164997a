import { isUnauthenticated } from "../page/inspector-messages.ts";

/** What decides about a delivery. */
export interface Refused {
  readonly status: number;
  readonly code?: string | undefined;
}

/** Options of a {@link FloodGate}. */
export interface FloodGateOptions<Delivery extends Refused> {
  /** Called at the end of a window with the last of the refusals that were held back in it, and their number. */
  readonly onSummary: (last: Delivery, count: number) => void;
  /** How many refusals with the same code pass in a window. @default 10 */
  readonly burst?: number;
  /** @default 60000 */
  readonly windowMilliseconds?: number;
}

interface Window<Delivery> {
  passed: number;
  held: number;
  last: Delivery;
  readonly timer: NodeJS.Timeout;
}

/**
 * Bounds what deliveries that were refused before authentication write: the first few with the same code pass, the rest are counted. Anyone
 * who can reach the receiver can cause thousands a second.
 */
export class FloodGate<Delivery extends Refused> {
  readonly #windows = new Map<string, Window<Delivery>>();
  readonly #options: Required<FloodGateOptions<Delivery>>;

  constructor({ burst = 10, windowMilliseconds = 60_000, onSummary }: FloodGateOptions<Delivery>) {
    this.#options = { burst, windowMilliseconds, onSummary };
  }

  /** Whether a delivery is to be shown by itself. */
  passes(delivery: Delivery): boolean {
    if (!isUnauthenticated(delivery)) return true;
    const key = this.#keyOf(delivery);
    let window = this.#windows.get(key);
    if (window === undefined) {
      const timer = setTimeout(() => this.#end(key), this.#options.windowMilliseconds).unref();
      this.#windows.set(key, (window = { passed: 0, held: 0, last: delivery, timer }));
    }
    if (window.passed < this.#options.burst) {
      window.passed++;
      return true;
    }
    window.held++;
    window.last = delivery;
    return false;
  }

  /** Summarizes what is held back now. */
  close(): void {
    for (const key of this.#windows.keys()) this.#end(key);
  }

  /** Codes may come from another program's responses: many different ones share a window. */
  #keyOf({ status, code = "" }: Delivery): string {
    const key = `${status} ${code}`;
    return this.#windows.size < 50 || this.#windows.has(key) ? key : String(status);
  }

  #end(key: string): void {
    const window = this.#windows.get(key);
    this.#windows.delete(key);
    clearTimeout(window?.timer);
    if (window !== undefined && window.held > 0) this.#options.onSummary(window.last, window.held);
  }
}

import { runsOutliveRequests } from "#lifetime";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { keyOf } from "../readers/key-of.ts";
import type { Deliver } from "./deliver.ts";
import { RunContext, type ContextData } from "./delivery-context.ts";
import { Refusal } from "./refusal.ts";

/** One call of `deliver`, and how many wait for it. */
export class Run {
  readonly #parsed: KnownNotification | UnknownNotification;
  readonly #context: RunContext;
  readonly #onEnd: () => void;
  #result: Promise<unknown> | undefined;
  #key: string | undefined;
  #waiting = 0;
  #abandonedAt: number | undefined;

  constructor(parsed: KnownNotification | UnknownNotification, data: ContextData, onEnd: () => void) {
    this.#parsed = parsed;
    this.#context = new RunContext(data);
    this.#onEnd = onEnd;
  }

  /** Made when another notification may be the same one: hardly ever. */
  get key(): string {
    return (this.#key ??= keyOf(this.#parsed));
  }

  get result(): Promise<unknown> | undefined {
    return this.#result;
  }

  start(deliver: Deliver): void {
    this.#result = this.#run(deliver);
  }

  async #run(deliver: Deliver): Promise<unknown> {
    try {
      const result = await deliver(this.#parsed, this.#context);
      if (!RunContext.wasStopped(this.#context)) return result;
    } catch (error) {
      throw new Refusal("HANDLER_FAILED", { cause: error });
    } finally {
      this.#onEnd();
    }
    throw new Refusal("DEADLINE");
  }

  /** Milliseconds since nobody waited for the first time; 0 if there was always a waiter. */
  abandonedFor(): number {
    return this.#abandonedAt === undefined ? 0 : performance.now() - this.#abandonedAt;
  }

  addWaiter(): void {
    this.#waiting += 1;
  }

  /** One stops waiting. The handlers are told once the last one has. */
  removeWaiter(): void {
    this.#waiting -= 1;
    if (!runsOutliveRequests) this.#onEnd();
    else if (this.#waiting > 0) return;
    this.#abandonedAt ??= performance.now();
    this.#context.abandon();
  }
}

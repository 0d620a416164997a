import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { keyOf } from "../readers/key-of.ts";
import type { Deliver } from "./deliver.ts";
import type { ContextData } from "./delivery-context.ts";
import { Refusal } from "./refusal.ts";
import { Run } from "./run.ts";
import type { Waiter } from "./waiter.ts";

/**
 * The deliveries in flight: a notification that arrives again (by `keyOf`) while it is still being delivered joins that run and gets the
 * same response, instead of running a slow handler twice at once.
 */
export class DeliveriesInFlight {
  readonly #deliver: Deliver;
  readonly #joinMilliseconds: number;
  /** By `idMessage`, which is at hand; keys are made only where two share one. */
  readonly #runs = new Map<string, Run[]>();

  constructor(deliver: Deliver, joinMilliseconds: number) {
    this.#deliver = deliver;
    this.#joinMilliseconds = joinMilliseconds;
  }

  /** Resolves to what `deliver` gives; rejects with the refusal HANDLER_FAILED, its `cause` what `deliver` threw. */
  async deliver(parsed: KnownNotification | UnknownNotification, data: ContextData, waiter: Waiter): Promise<unknown> {
    const bucket = bucketOf(parsed, data);
    const running = this.#joinable(bucket, parsed);
    if (running === undefined) return this.#begin(bucket, parsed, data, waiter).result;
    waiter.join(running);
    try {
      return await running.result;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      // The run ended with the request that began it (Workers): it can't settle any more.
      this.#remove(bucket, running);
      return this.#begin(bucket, parsed, data, waiter).result;
    }
  }

  #begin(bucket: string, parsed: KnownNotification | UnknownNotification, data: ContextData, waiter: Waiter): Run {
    const run = new Run(parsed, data, () => this.#remove(bucket, run));
    // Listed before it starts: one that ends at once takes itself off the list.
    const alike = this.#runs.get(bucket);
    if (alike === undefined) this.#runs.set(bucket, [run]);
    else alike.push(run);
    waiter.begin(run);
    run.start(this.#deliver);
    return run;
  }

  #joinable(bucket: string, parsed: KnownNotification | UnknownNotification): Run | undefined {
    const alike = this.#runs.get(bucket);
    if (alike === undefined) return undefined;
    const key = keyOf(parsed);
    const running = alike.find((run) => run.key === key);
    if (running === undefined || running.abandonedFor() < this.#joinMilliseconds) return running;
    // A call that hangs once would otherwise be joined by every retry. Its late result is ignored.
    this.#remove(bucket, running);
    return undefined;
  }

  #remove(bucket: string, run: Run): void {
    const alike = this.#runs.get(bucket);
    if (alike === undefined || !alike.includes(run)) return;
    if (alike.length === 1) this.#runs.delete(bucket);
    else alike.splice(alike.indexOf(run), 1);
  }
}

/** What two deliveries of the same notification have in common, and hardly any others. */
function bucketOf(parsed: KnownNotification | UnknownNotification, { idMessage }: ContextData): string {
  return idMessage ?? (parsed.kind === "known" ? parsed.notification.typeWebhook : parsed.typeWebhook);
}

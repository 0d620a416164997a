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
  /** A list, since few are in flight at once; a Map that fills and empties with every delivery costs V8 more than a search of a hundred. */
  readonly #runs: ListedRun[] = [];

  constructor(deliver: Deliver, joinMilliseconds: number) {
    this.#deliver = deliver;
    this.#joinMilliseconds = joinMilliseconds;
  }

  /** Resolves to what `deliver` gives; rejects with the refusal HANDLER_FAILED, its `cause` what `deliver` threw. */
  deliver(parsed: KnownNotification | UnknownNotification, data: ContextData, waiter: Waiter): Promise<unknown> {
    const mark = markOf(parsed, data);
    const running = this.#joinable(mark, parsed);
    const begin = (): Promise<unknown> => this.#begin(mark, parsed, data, waiter);
    return running === undefined ? begin() : this.#join(running, waiter, begin);
  }

  async #join(running: Run, waiter: Waiter, begin: () => Promise<unknown>): Promise<unknown> {
    waiter.join(running);
    try {
      return await running.result;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      // The run ended with the request that began it (Workers): it can't settle any more.
      this.#remove(running);
      return begin();
    }
  }

  #begin(mark: string, parsed: KnownNotification | UnknownNotification, data: ContextData, waiter: Waiter): Promise<unknown> {
    const run = new Run(parsed, data, () => this.#remove(run));
    // Listed before it starts: one that ends at once takes itself off the list.
    this.#runs.push({ mark, run });
    waiter.begin(run);
    return run.start(this.#deliver);
  }

  #joinable(mark: string, parsed: KnownNotification | UnknownNotification): Run | undefined {
    const alike = this.#runs.filter((listed) => listed.mark === mark);
    if (alike.length === 0) return undefined;
    const key = keyOf(parsed);
    const running = alike.find(({ run }) => run.key === key)?.run;
    if (running === undefined || running.abandonedFor() < this.#joinMilliseconds) return running;
    // A call that hangs once would otherwise be joined by every retry. Its late result is ignored.
    this.#remove(running);
    return undefined;
  }

  #remove(run: Run): void {
    const index = this.#runs.findIndex((listed) => listed.run === run);
    if (index !== -1) this.#runs.splice(index, 1);
  }
}

interface ListedRun {
  /** Compared first: keys are made only where two share it. */
  readonly mark: string;
  readonly run: Run;
}

/** What two deliveries of the same notification have in common, and hardly any others: the `idMessage`, which is at hand. */
function markOf(parsed: KnownNotification | UnknownNotification, { idMessage }: ContextData): string {
  return idMessage ?? (parsed.kind === "known" ? parsed.notification.typeWebhook : parsed.typeWebhook);
}

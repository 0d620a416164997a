import { runsOutliveRequests } from "#lifetime";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { keyOf } from "../readers/key-of.ts";
import type { Deliver } from "./deliver.ts";
import { RunContext, type ContextData } from "./delivery-context.ts";
import { Refusal } from "./refusal.ts";
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

  /** Milliseconds since the last one stopped waiting for the first time; 0 while somebody always did. */
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

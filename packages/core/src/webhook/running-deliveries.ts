import type { Deliver, DeliveryContext, DeliveryResult } from "./deliver.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { Refusal } from "./refusal.ts";

/** A delivery under way, for those who wait for it. */
export interface RunningDelivery {
  /** What `deliver` gives; rejects with the refusal HANDLER_FAILED, its `cause` what `deliver` threw. */
  readonly result: Promise<DeliveryResult>;
  /** Whether it was under way already when it was asked for. */
  readonly joined: boolean;
  /** Tells the user's handlers that the sender was told to come again. */
  abort(): void;
}

/**
 * The deliveries under way, by what makes a notification the same (`keyOf`): one that arrives again while it is still being delivered
 * joins that run and gets the same answer, instead of running a slow handler twice at once.
 */
export class RunningDeliveries {
  readonly #runs = new Map<string, Run>();

  deliver(
    key: string,
    deliver: Deliver,
    parsed: KnownNotification | UnknownNotification,
    receivedAt: Date,
    rawText?: string,
  ): RunningDelivery {
    const running = this.#runs.get(key);
    if (running !== undefined) return { result: running.result, joined: true, abort: () => running.context.abort() };
    const context = new LazyContext(receivedAt, rawText);
    const run: Run = { context, result: notYet };
    // Listed before it starts: one that ends at once takes itself off the list.
    this.#runs.set(key, run);
    run.result = this.#run(key, deliver, parsed, context);
    return { result: run.result, joined: false, abort: () => context.abort() };
  }

  async #run(
    key: string,
    deliver: Deliver,
    parsed: KnownNotification | UnknownNotification,
    context: LazyContext,
  ): Promise<DeliveryResult> {
    try {
      return await deliver(parsed, context);
    } catch (error) {
      throw new Refusal("HANDLER_FAILED", { cause: error });
    } finally {
      this.#runs.delete(key);
    }
  }
}

interface Run {
  readonly context: LazyContext;
  result: Promise<DeliveryResult>;
}

/** Replaced before anybody can look. */
const notYet = new Promise<DeliveryResult>(() => undefined);

/** Makes its AbortController when a handler asks for the signal: hardly any does, and one costs more than the dispatch. */
class LazyContext implements DeliveryContext {
  readonly receivedAt: Date;
  readonly rawText?: string;
  readonly source = "webhook" as const;
  #controller: AbortController | undefined;
  #aborted = false;

  constructor(receivedAt: Date, rawText: string | undefined) {
    this.receivedAt = receivedAt;
    if (rawText !== undefined) this.rawText = rawText;
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#aborted) this.#controller.abort();
    }
    return this.#controller.signal;
  }

  abort(): void {
    this.#aborted = true;
    this.#controller?.abort();
  }
}

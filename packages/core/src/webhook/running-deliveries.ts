import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { keyOf } from "../readers/key-of.ts";
import type { Deliver, DeliveryContext, DeliveryResult } from "./deliver.ts";
import { Refusal } from "./refusal.ts";

/** A delivery under way, for all who wait for it. */
export interface RunningDelivery {
  readonly parsed: KnownNotification | UnknownNotification;
  /** What `deliver` gives; rejects with the refusal HANDLER_FAILED, its `cause` what `deliver` threw. */
  readonly result: Promise<DeliveryResult>;
  /** Tells the user's handlers that the sender was told to come again. */
  abort(): void;
}

/**
 * The deliveries under way: a notification that arrives again (by `keyOf`) while it is still being delivered joins that run and gets the
 * same answer, instead of running a slow handler twice at once.
 */
export class RunningDeliveries {
  /** By `idMessage`, which is at hand; the key is made only where two share one. */
  readonly #runs = new Map<string, Run[]>();

  /** The run of the same notification, if it is under way. */
  find(parsed: KnownNotification | UnknownNotification): RunningDelivery | undefined {
    const alike = this.#runs.get(labelOf(parsed));
    if (alike === undefined) return undefined;
    const key = keyOf(parsed);
    return alike.find((run) => keyOf(run.parsed) === key);
  }

  start(deliver: Deliver, parsed: KnownNotification | UnknownNotification, receivedAt: Date, rawText?: string): RunningDelivery {
    const run = new Run(parsed, receivedAt, rawText);
    const label = labelOf(parsed);
    const alike = this.#runs.get(label);
    if (alike === undefined) this.#runs.set(label, [run]);
    else alike.push(run);
    // Listed before it starts: one that ends at once takes itself off the list.
    run.result = this.#deliver(run, label, deliver);
    return run;
  }

  async #deliver(run: Run, label: string, deliver: Deliver): Promise<DeliveryResult> {
    try {
      return await deliver(run.parsed, run);
    } catch (error) {
      throw new Refusal("HANDLER_FAILED", { cause: error });
    } finally {
      const alike = this.#runs.get(label)!;
      if (alike.length === 1) this.#runs.delete(label);
      else alike.splice(alike.indexOf(run), 1);
    }
  }
}

/** What two deliveries of the same notification have in common, and hardly any others. */
function labelOf(parsed: KnownNotification | UnknownNotification): string {
  if (parsed.kind === "unknown") return parsed.typeWebhook;
  const { notification } = parsed;
  return "idMessage" in notification ? notification.idMessage : notification.typeWebhook;
}

/** Its AbortController is made when a handler asks for the signal: hardly any does, and one costs more than the dispatch. */
class Run implements RunningDelivery, DeliveryContext {
  readonly parsed: KnownNotification | UnknownNotification;
  readonly receivedAt: Date;
  readonly rawText?: string;
  readonly source = "webhook" as const;
  result: Promise<DeliveryResult> = notYet;
  #controller: AbortController | undefined;
  #aborted = false;

  constructor(parsed: KnownNotification | UnknownNotification, receivedAt: Date, rawText: string | undefined) {
    this.parsed = parsed;
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

/** Replaced before anybody can look. */
const notYet = new Promise<DeliveryResult>(() => undefined);

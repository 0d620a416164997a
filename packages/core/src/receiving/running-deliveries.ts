import { runsOutliveRequests } from "#deadline";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { keyOf } from "../readers/key-of.ts";
import type { Deliver, DeliveryContext, DeliveryResult } from "./deliver.ts";
import { Refusal } from "./refusal.ts";

/** A delivery under way, for one who waits for it. */
export interface RunningDelivery {
  /** What `deliver` gives; rejects with the refusal HANDLER_FAILED, its `cause` what `deliver` threw. */
  readonly result: Promise<DeliveryResult>;
  /** Whether it was under way already when it was asked for. */
  readonly joined: boolean;
  /** Tells the user's handlers that the sender was told to come again. */
  abort(): void;
}

/**
 * The deliveries under way: a notification that arrives again (by `keyOf`) while it is still being delivered joins that run and gets the
 * same answer, instead of running a slow handler twice at once.
 */
export class RunningDeliveries {
  /** By `idMessage`, which is at hand; keys are made only where two share one. */
  readonly #runs = new Map<string, Run[]>();

  deliver(deliver: Deliver, parsed: KnownNotification | UnknownNotification, receivedAt: Date, rawText?: string): RunningDelivery {
    const label = labelOf(parsed);
    const alike = this.#runs.get(label);
    const running = alike === undefined ? undefined : sameIn(alike, parsed);
    if (running !== undefined) {
      const beginAnew = (): Promise<DeliveryResult> => {
        this.#remove(label, running);
        return this.deliver(deliver, parsed, receivedAt, rawText).result;
      };
      return { result: joinedResult(running, beginAnew), joined: true, abort: () => running.abort() };
    }
    const run = new Run(parsed, receivedAt, rawText, () => this.#remove(label, run));
    // Listed before it starts: one that ends at once takes itself off the list.
    if (alike === undefined) this.#runs.set(label, [run]);
    else alike.push(run);
    run.start(deliver);
    return run;
  }

  #remove(label: string, run: Run): void {
    const alike = this.#runs.get(label);
    if (alike === undefined || !alike.includes(run)) return;
    if (alike.length === 1) this.#runs.delete(label);
    else alike.splice(alike.indexOf(run), 1);
  }
}

/** What the run gives. One that ended with the request that began it (Workers) can't settle any more: it is begun anew. */
async function joinedResult(run: Run, beginAnew: () => Promise<DeliveryResult>): Promise<DeliveryResult> {
  try {
    return await run.result;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return beginAnew();
  }
}

/** What two deliveries of the same notification have in common, and hardly any others. */
function labelOf(parsed: KnownNotification | UnknownNotification): string {
  if (parsed.kind === "unknown") return parsed.typeWebhook;
  const { notification } = parsed;
  return "idMessage" in notification && typeof notification.idMessage === "string" ? notification.idMessage : notification.typeWebhook;
}

function sameIn(runs: readonly Run[], parsed: KnownNotification | UnknownNotification): Run | undefined {
  const key = keyOf(parsed);
  return runs.find((run) => run.key === key);
}

/**
 * A run is also the context that handlers get, whose properties are therefore its only own ones: a copy (`{ ...context }`) has the signal too,
 * and a log nothing of ours. Its key and its AbortController are made when they are asked for: hardly anybody does, and the latter costs more
 * than the dispatch.
 */
class Run implements RunningDelivery, DeliveryContext {
  declare readonly signal: AbortSignal;
  readonly receivedAt: Date;
  declare readonly rawText?: string;
  readonly source = "webhook";
  readonly #parsed: KnownNotification | UnknownNotification;
  readonly #takeOff: () => void;
  #result: Promise<DeliveryResult> = notYet;
  #key: string | undefined;
  #controller: AbortController | undefined;
  #aborted = false;

  constructor(parsed: KnownNotification | UnknownNotification, receivedAt: Date, rawText: string | undefined, takeOff: () => void) {
    this.#parsed = parsed;
    this.#takeOff = takeOff;
    this.receivedAt = receivedAt;
    if (rawText !== undefined) this.rawText = rawText;
    Object.defineProperty(this, "signal", Run.#signal);
  }

  /** One for all: a getter of its own would give each run a hidden class of its own. */
  static readonly #signal = {
    enumerable: true,
    get(this: Run): AbortSignal {
      if (this.#controller === undefined) {
        this.#controller = new AbortController();
        if (this.#aborted) this.#controller.abort();
      }
      return this.#controller.signal;
    },
  };

  start(deliver: Deliver): void {
    this.#result = this.#deliver(deliver);
  }

  async #deliver(deliver: Deliver): Promise<DeliveryResult> {
    try {
      return await deliver(this.#parsed, this);
    } catch (error) {
      throw new Refusal("HANDLER_FAILED", { cause: error });
    } finally {
      this.#takeOff();
    }
  }

  get result(): Promise<DeliveryResult> {
    return this.#result;
  }

  get joined(): boolean {
    return false;
  }

  get key(): string {
    return (this.#key ??= keyOf(this.#parsed));
  }

  abort(): void {
    // Nobody can join what ends with this request.
    if (!runsOutliveRequests) this.#takeOff();
    this.#aborted = true;
    this.#controller?.abort();
  }
}

/** Replaced before anybody can look. */
const notYet = new Promise<DeliveryResult>(() => undefined);

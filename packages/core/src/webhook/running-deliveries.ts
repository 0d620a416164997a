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
      const begin = (): Promise<DeliveryResult> => this.deliver(deliver, parsed, receivedAt, rawText).result;
      return { result: this.#join(running, begin), joined: true, abort: () => running.abort() };
    }
    const run = new Run(parsed, receivedAt, rawText, (ended) => this.#remove(label, ended));
    // Listed before it starts: one that ends at once takes itself off the list.
    if (alike === undefined) this.#runs.set(label, [run]);
    else alike.push(run);
    run.result = start(deliver, run);
    return run;
  }

  /** What the run gives. One that ended with the request that began it (Workers) can't settle any more: it is begun anew. */
  async #join(run: Run, begin: () => Promise<DeliveryResult>): Promise<DeliveryResult> {
    try {
      return await run.result;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      run.remove(run);
      return begin();
    }
  }

  #remove(label: string, run: Run): void {
    const alike = this.#runs.get(label);
    if (alike === undefined || !alike.includes(run)) return;
    if (alike.length === 1) this.#runs.delete(label);
    else alike.splice(alike.indexOf(run), 1);
  }
}

async function start(deliver: Deliver, run: Run): Promise<DeliveryResult> {
  try {
    return await deliver(run.parsed, new Context(run));
  } catch (error) {
    throw new Refusal("HANDLER_FAILED", { cause: error });
  } finally {
    run.remove(run);
  }
}

/** What two deliveries of the same notification have in common, and hardly any others. */
function labelOf(parsed: KnownNotification | UnknownNotification): string {
  if (parsed.kind === "unknown") return parsed.typeWebhook;
  const { notification } = parsed;
  return "idMessage" in notification ? notification.idMessage : notification.typeWebhook;
}

function sameIn(runs: readonly Run[], parsed: KnownNotification | UnknownNotification): Run | undefined {
  const key = keyOf(parsed);
  return runs.find((run) => run.key === key);
}

/** Its key and its AbortController are made when they are asked for: hardly anybody does, and the latter costs more than the dispatch. */
class Run implements RunningDelivery {
  readonly parsed: KnownNotification | UnknownNotification;
  readonly receivedAt: Date;
  readonly rawText: string | undefined;
  readonly joined = false;
  readonly remove: (run: Run) => void;
  result: Promise<DeliveryResult> = notYet;
  #key: string | undefined;
  #controller: AbortController | undefined;
  #aborted = false;

  constructor(parsed: KnownNotification | UnknownNotification, receivedAt: Date, rawText: string | undefined, remove: (run: Run) => void) {
    this.parsed = parsed;
    this.receivedAt = receivedAt;
    this.rawText = rawText;
    this.remove = remove;
  }

  get key(): string {
    return (this.#key ??= keyOf(this.parsed));
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#aborted) this.#controller.abort();
    }
    return this.#controller.signal;
  }

  abort(): void {
    // Nobody can join what ends with this request.
    if (!runsOutliveRequests) this.remove(this);
    this.#aborted = true;
    this.#controller?.abort();
  }
}

/** Its own properties and no others: a copy (`{ ...context }`) has the signal too, and a log nothing of ours. */
class Context implements DeliveryContext {
  declare readonly signal: AbortSignal;
  readonly receivedAt: Date;
  declare readonly rawText?: string;
  readonly source = "webhook";
  readonly #run: Run;

  constructor(run: Run) {
    this.#run = run;
    this.receivedAt = run.receivedAt;
    if (run.rawText !== undefined) this.rawText = run.rawText;
    Object.defineProperty(this, "signal", Context.#signal);
  }

  /** One for all: a getter of its own would give each of them a hidden class of its own. */
  static readonly #signal = {
    enumerable: true,
    get(this: Context): AbortSignal {
      return this.#run.signal;
    },
  };
}

/** Replaced before anybody can look. */
const notYet = new Promise<DeliveryResult>(() => undefined);

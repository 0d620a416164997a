import type { OpenUnion } from "../schema/open-union.ts";

/** How a notification arrived. `"direct"` is a call of a dispatcher's own `deliver`; `"journal"` was rebuilt from GREEN-API's journals. */
export type DeliverySource = OpenUnion<"webhook" | "polling" | "replay" | "journal" | "inbox" | "direct">;

/** What is known about a delivery besides its notification. */
export interface DeliveryContext {
  /** Random, made for each arrival: the same in `DeliveryOutcome`, so that logs can be joined. A redelivery has another one. */
  readonly id: string;
  /** The instance, in digits. Absent where it couldn't be read. */
  readonly idInstance?: string;
  /** The notification's `idMessage`. Absent where it has none, or one that isn't 1 to 128 printable ASCII characters. */
  readonly idMessage?: string;
  /**
   * Aborted once nobody waits for the delivery any more: each sender was answered 503 because its deadline passed. Throw then, as `fetch` does:
   * a handler that read the signal and resolves after it was aborted isn't counted as successful either.
   * A listener of yours that throws is an uncaught exception: the runtime's signal makes it one.
   */
  readonly signal: AbortSignal;
  /** When the delivery arrived here. */
  readonly receivedAt: Date;
  /** The JSON text as it arrived: the place to look for numbers above 2^53. Absent behind a body parser. */
  readonly rawText?: string;
  /** How it arrived here. */
  readonly source: DeliverySource;
  /** How it first arrived: differs from `source` where it was stored in between, as by the inbox. */
  readonly origin: DeliverySource;
  /** Which attempt this is, from 1, where the source counts them. */
  readonly attempt?: number;
  /** The W3C trace context it arrived with, where the source kept one. */
  readonly traceparent?: string;
  /**
   * The fields that it can't have, since it was rebuilt from one of GREEN-API's journals, which don't list them. Absent for what arrived whole.
   *
   * @example ["senderData.senderContactName"]
   */
  readonly missing?: readonly string[];
}

/** A context's data: everything but its signal. */
export interface ContextData extends Pick<DeliveryContext, "id" | "receivedAt" | "source" | "origin"> {
  readonly idInstance: string | undefined;
  readonly idMessage: string | undefined;
  readonly rawText: string | undefined;
  readonly attempt: number | undefined;
  readonly traceparent: string | undefined;
  readonly missing: readonly string[] | undefined;
}

/**
 * The context of a run. The signal is made when a handler reads it, which few do and which costs more than the dispatch. It is an own property,
 * so that a copy (`{ ...context }`) has it too.
 */
export class RunContext implements DeliveryContext {
  declare readonly id: string;
  declare readonly signal: AbortSignal;
  declare readonly receivedAt: Date;
  declare readonly source: DeliverySource;
  declare readonly origin: DeliverySource;
  declare readonly idInstance?: string;
  declare readonly idMessage?: string;
  declare readonly rawText?: string;
  declare readonly attempt?: number;
  declare readonly traceparent?: string;
  declare readonly missing?: readonly string[];
  #abandoned = false;
  #controller: AbortController | undefined;
  #whenAbandoned: Promise<void> | undefined;
  #abandon: (() => void) | undefined;

  constructor(data: ContextData) {
    const { id, receivedAt, source, origin, idInstance, idMessage, rawText, attempt, traceparent, missing } = data;
    this.id = id;
    this.receivedAt = receivedAt;
    this.source = source;
    this.origin = origin;
    if (idInstance !== undefined) this.idInstance = idInstance;
    if (idMessage !== undefined) this.idMessage = idMessage;
    if (rawText !== undefined) this.rawText = rawText;
    if (attempt !== undefined) this.attempt = attempt;
    if (traceparent !== undefined) this.traceparent = traceparent;
    if (missing !== undefined) this.missing = missing;
    Object.defineProperty(this, "signal", RunContext.#signal);
  }

  static readonly #signal: PropertyDescriptor = {
    enumerable: true,
    get(this: RunContext) {
      return this.#signalOnce();
    },
  };

  #signalOnce(): AbortSignal {
    if (this.#controller === undefined) {
      const controller = new AbortController();
      this.#controller = controller;
      if (this.#abandoned) controller.abort();
      // This continuation runs in the async context of the handler that reads the signal: its listeners find their own request's logger and
      // trace, and not those of whichever request was the last to stop waiting.
      else void this.#abandonment().then(() => controller.abort());
    }
    return this.#controller.signal;
  }

  #abandonment(): Promise<void> {
    this.#whenAbandoned ??= new Promise((resolve) => {
      if (this.#abandoned) resolve();
      else this.#abandon = resolve;
    });
    return this.#whenAbandoned;
  }

  /** Called once nobody waits for the run any more. */
  abandon(): void {
    this.#abandoned = true;
    this.#abandon?.();
  }

  /** Whether a handler that looked at the signal was told to stop: what it resolves to afterwards is no success. */
  static wasStopped(context: DeliveryContext): boolean {
    if (!(#controller in context)) return context.signal.aborted;
    return context.#abandoned && context.#controller !== undefined;
  }

  /** Whether an error is how a handler stops that was told to: the signal's reason. */
  static isAbortOf(context: RunContext, error: unknown): boolean {
    return error !== undefined && error === context.#controller?.signal.reason;
  }

  /** Whether nobody waits for the delivery any more. Doesn't count as having looked at the signal. */
  static isAbandoned(context: DeliveryContext): boolean {
    return #controller in context ? context.#abandoned : context.signal.aborted;
  }

  /** Calls back once nobody waits for the delivery any more, unless the returned function is called before. */
  static onAbandoned(context: DeliveryContext, listener: () => void): () => void {
    if (#controller in context) {
      let forgotten = false;
      void context.#abandonment().then(() => (forgotten ? undefined : listener()));
      return () => {
        forgotten = true;
      };
    }
    const { signal } = context;
    if (signal.aborted) listener();
    else signal.addEventListener("abort", listener, { once: true });
    return () => signal.removeEventListener("abort", listener);
  }
}

/** The context of a call by the user's own code: what is absent is made up. A whole context is handed on as the same object. */
export function directContext(given: Partial<DeliveryContext> = {}): DeliveryContext {
  if (isWhole(given)) return given;
  const { source = "direct" } = given;
  return { id: crypto.randomUUID(), signal: new AbortController().signal, receivedAt: new Date(), origin: source, ...given, source };
}

/** The signal isn't read: it would count as looked at. */
function isWhole(context: Partial<DeliveryContext>): context is DeliveryContext {
  const { id, receivedAt, source, origin } = context;
  return id !== undefined && receivedAt !== undefined && source !== undefined && origin !== undefined && "signal" in context;
}

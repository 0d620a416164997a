import { runsOutliveRequests } from "#lifetime";
import type { Notification } from "../notifications/notification.ts";
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
  readonly #rawText: string | undefined;
  #result: Promise<unknown> | undefined;
  #key: string | undefined;
  #kept: Promise<unknown> | undefined;
  #waiting = 0;
  #abandonedAt: number | undefined;
  #onLateFailure: ((error: unknown) => void) | undefined;

  constructor(parsed: KnownNotification | UnknownNotification, data: ContextData, onEnd: () => void) {
    this.#parsed = parsed;
    this.#rawText = data.rawText;
    // A handler may change what it is given, and the key with it.
    if (data.rawText === undefined) this.#key = keyOf(parsed);
    this.#context = new RunContext(data);
    this.#onEnd = onEnd;
  }

  /** Of the notification as it arrived. Made from its text, where there is one, when another may be the same: hardly ever. */
  get key(): string {
    return (this.#key ??= keyOf(this.#rawText === undefined ? this.#parsed : (JSON.parse(this.#rawText) as Notification)));
  }

  get result(): Promise<unknown> | undefined {
    return this.#result;
  }

  start(deliver: Deliver): Promise<unknown> {
    return (this.#result = this.#run(deliver));
  }

  async #run(deliver: Deliver): Promise<unknown> {
    try {
      const result = await deliver(this.#parsed, this.#context);
      if (!RunContext.wasStopped(this.#context)) return result;
    } catch (error) {
      // What stops as it was told to says nothing new.
      if (this.#waiting === 0 && !RunContext.isAbortOf(this.#context, error)) this.#onLateFailure?.(error);
      throw new Refusal("HANDLER_FAILED", { cause: error });
    } finally {
      this.#onEnd();
    }
    throw new Refusal("DEADLINE");
  }

  /** Has the quarantine keep the notification once, however many wait for the run. */
  keepOnce(keep: () => unknown): Promise<unknown> {
    return (this.#kept ??= Promise.resolve().then(keep));
  }

  /** Milliseconds since nobody waited for the first time; 0 if there was always a waiter. */
  abandonedFor(): number {
    return this.#abandonedAt === undefined ? 0 : performance.now() - this.#abandonedAt;
  }

  addWaiter(): void {
    this.#waiting += 1;
  }

  /** One stops waiting. The handlers are told once the last one has. */
  removeWaiter(onLateFailure?: (error: unknown) => void): void {
    this.#waiting -= 1;
    // A caller without one, such as polling, leaves that of an earlier one.
    this.#onLateFailure = onLateFailure ?? this.#onLateFailure;
    if (!runsOutliveRequests) this.#onEnd();
    else if (this.#waiting > 0) return;
    this.#abandonedAt ??= performance.now();
    this.#context.abandon();
  }
}

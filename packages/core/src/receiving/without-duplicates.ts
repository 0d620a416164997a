import { runsOutliveRequests } from "#lifetime";
import { isDeduplicable } from "../readers/is-deduplicable.ts";
import { keyOf } from "../readers/key-of.ts";
import { deliverOf, type Deliver } from "./deliver.ts";
import { RunContext, type DeliveryContext } from "./delivery-context.ts";
import { duplicateMemory, type DuplicateStore } from "./duplicate-store.ts";
import { positiveNumber } from "./options.ts";

/** Options of {@link withoutDuplicates}. */
export interface WithoutDuplicatesOptions {
  /**
   * Where the keys are kept. Several processes need a store that they share.
   *
   * @default this process's memory, the latest 100,000 keys
   */
  readonly store?: DuplicateStore;
  /**
   * How long the key of what was delivered is kept, in milliseconds.
   *
   * @default 90_000_000, 25 hours: GREEN-API retries a delivery for 24
   */
  readonly ttlMilliseconds?: number;
  /**
   * After how many milliseconds another process may take over from one that died while it delivered. A delivery that lives renews its lease at a
   * third of it.
   *
   * @default 60_000
   */
  readonly leaseMilliseconds?: number;
  /**
   * How long a delivery that nobody waits for any more keeps its lease, in milliseconds: then the next redelivery is delivered, and the late
   * result of this one is ignored.
   *
   * @default 300_000
   */
  readonly joinMilliseconds?: number;
}

/**
 * Delivers each notification once: one that was delivered successfully before, by `keyOf`, resolves to `"duplicate"` without being delivered. A key
 * is recorded after success only: a notification that failed, or that nobody wanted (`"ignored"`), is delivered when it comes again. The same
 * notification arriving while it is being delivered, here or in another process with the same store, waits for the end of that delivery: it is a
 * `"duplicate"` of one that succeeded, and is delivered after one that failed. What the store throws fails the delivery.
 *
 * A `quotaExceeded` without a timestamp is always delivered: nothing tells it from the next one.
 *
 * @throws TypeError if an option makes no sense.
 *
 * @example
 * const deliver = withoutDuplicates(async (parsed) => console.log(parsed.kind));
 */
export function withoutDuplicates(
  deliver: Deliver | { readonly deliver: Deliver },
  options: WithoutDuplicatesOptions = {},
): (...delivery: Parameters<Deliver>) => Promise<unknown> {
  const action = "skip duplicates";
  const deliverOnce = deliverOf(deliver, action);
  const { store = duplicateMemory() } = options;
  const ttlMilliseconds = positive("ttlMilliseconds", 90_000_000);
  const leaseMilliseconds = positive("leaseMilliseconds", 60_000);
  // A delivery that nobody waits for has ended where it ends with its request.
  const joinMilliseconds = runsOutliveRequests ? positive("joinMilliseconds", 300_000) : 0;

  return async (parsed, context) => {
    if (!isDeduplicable(parsed)) return deliverOnce(parsed, context);
    const key = keyOf(parsed);
    const fence = await claim(key, context);
    if (fence === undefined) return "duplicate";
    const stopRenewing = renew(key, fence, context);
    let done = false;
    try {
      const result = await deliverOnce(parsed, context);
      // It gave up because the sender was told to come again, and must get it again.
      if (RunContext.wasStopped(context)) throw new Error("The handler resolved after its signal was aborted");
      done = result !== "ignored";
      return result;
    } finally {
      stopRenewing();
      const settled = store.settle(key, fence, done, ttlMilliseconds);
      // Of a delivery that failed, its own error is thrown, not the store's.
      await (done ? settled : Promise.resolve(settled).catch(() => undefined));
    }
  };

  function positive(name: "ttlMilliseconds" | "leaseMilliseconds" | "joinMilliseconds", fallback: number): number {
    return positiveNumber(action, name, options[name] ?? fallback);
  }

  /** The fence of a claim; `undefined` for a duplicate. Asks again while another delivery of the same notification runs. */
  async function claim(key: string, context: DeliveryContext): Promise<string | undefined> {
    for (let pause = 100; ; pause = Math.min(pause * 2, 2_000)) {
      const claim = await store.claim(key, leaseMilliseconds);
      if (claim.state === "new") return claim.fence;
      if (claim.state === "done") return undefined;
      if (claim.state !== "running") throw new TypeError('The duplicate store must resolve a claim to state "new", "running" or "done"');
      if (await isAbandonedWithin(pause, context)) throw new Error("Another delivery of the same notification is still running");
    }
  }

  /** Renews a claim until it is told to stop, or nobody waits for the delivery any more and the time for joining is over. */
  function renew(key: string, fence: string, context: DeliveryContext): () => void {
    let timer: Timer | undefined;
    let stopped = false;
    let abandonedAt: number | undefined;
    const schedule = (): void => {
      timer = setTimeout(() => void again(), leaseMilliseconds / 3);
    };
    const again = async (): Promise<void> => {
      if (RunContext.isAbandoned(context)) abandonedAt ??= performance.now();
      if (abandonedAt !== undefined && performance.now() - abandonedAt >= joinMilliseconds) return;
      try {
        await store.renew(key, fence, leaseMilliseconds);
      } catch {
        // The next renewal may succeed; if none does, the lease runs out, and the fence keeps this delivery from settling.
      }
      if (!stopped) schedule();
    };
    schedule();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }
}

/** Resolves to `true` as soon as nobody waits for the delivery any more. */
function isAbandonedWithin(milliseconds: number, context: DeliveryContext): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      forget();
      resolve(false);
    }, milliseconds);
    const forget = RunContext.onAbandoned(context, () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

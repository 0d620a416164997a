import { runsOutliveRequests } from "#deadline";
import { keyOf } from "../readers/key-of.ts";
import { deliverOf } from "./deliver-of.ts";
import type { Deliver, DeliveryResult } from "./deliver.ts";
import { duplicateMemory } from "./duplicate-memory.ts";
import type { DuplicateStore } from "./duplicate-store.ts";

/** How `withoutDuplicates` remembers. */
export interface WithoutDuplicatesOptions {
  /** Where the keys are kept. By default in this process's memory, the latest 100,000 of them. */
  readonly store?: DuplicateStore;
  /** How long a key is kept, milliseconds. By default 25 hours: GREEN-API repeats a delivery for 24. */
  readonly ttlMilliseconds?: number;
}

/**
 * Delivers each notification once: what was delivered with success before, by `keyOf`, resolves to `"duplicate"` without being delivered. A key is
 * recorded after success only, so that what failed is delivered when it comes again. The same notification arriving while it is being
 * delivered waits for that run: `"duplicate"` if it succeeds, the same error if it fails; except on Workers, where a run may end with its request,
 * and the webhook handler alone joins. What the store throws fails the delivery.
 *
 * @example
 * const deliver = withoutDuplicates(async (parsed) => console.log(parsed.kind));
 */
export function withoutDuplicates(
  deliver: Deliver | { readonly deliver: Deliver },
  { store = duplicateMemory(), ttlMilliseconds = 90_000_000 }: WithoutDuplicatesOptions = {},
): (...delivery: Parameters<Deliver>) => Promise<DeliveryResult> {
  const deliverOnce = deliverOf(deliver, () => new TypeError('Cannot skip duplicates: "deliver" must be a function or a dispatcher'));
  const running = new Map<string, Promise<DeliveryResult>>();

  async function run(key: string, ...delivery: Parameters<Deliver>): Promise<DeliveryResult> {
    if (await store.has(key)) return "duplicate";
    const result = await deliverOnce(...delivery);
    await store.add(key, ttlMilliseconds);
    return result;
  }

  return async (parsed, context) => {
    const key = keyOf(parsed);
    // A run that ended with its request would never settle for those who joined it, nor leave the list.
    const joined = runsOutliveRequests ? running.get(key) : undefined;
    if (joined !== undefined) {
      await joined;
      return "duplicate";
    }
    const own = run(key, parsed, context);
    running.set(key, own);
    try {
      return await own;
    } finally {
      running.delete(key);
    }
  };
}

import { runsOutliveRequests } from "#lifetime";
import { isDeduplicable } from "../readers/is-deduplicable.ts";
import { isPlainMessage } from "../readers/is-plain-message.ts";
import { keyOf } from "../readers/key-of.ts";
import { claimsIn, markDeduplicating } from "./claims.ts";
import { deliverOf, type Deliver } from "./deliver.ts";
import { RunContext } from "./delivery-context.ts";
import { duplicateMemory, type DuplicateStore } from "./duplicate-store.ts";
import { deliveredKeyOf, messageKeyMilliseconds, rebuiltKeyOf } from "./message-keys.ts";
import { checkOptionNames } from "../runtime/check-option-names.ts";
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
   * @default 90_000_000, 25 hours: GREEN-API retries a delivery for 24; with `reconciled` 8 days
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
  /**
   * Whether messages and calls are recorded by `messageKeyOf` too, for 8 days. Set it where `reconcile` has the same store: it delivers what isn't
   * recorded. Needs three more calls of the store for each of them.
   *
   * @default false
   */
  readonly reconciled?: boolean;
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
  checkOptionNames(action, options, optionNames);
  const { store = duplicateMemory(), reconciled = false } = options;
  const ttlMilliseconds = positive("ttlMilliseconds", reconciled ? messageKeyMilliseconds : 90_000_000);
  const leaseMilliseconds = positive("leaseMilliseconds", 60_000);
  // A delivery that nobody waits for has ended where it ends with its request.
  const joinMilliseconds = runsOutliveRequests ? positive("joinMilliseconds", 300_000) : 0;

  const claims = claimsIn(store, { leaseMilliseconds, joinMilliseconds });

  return markDeduplicating(async (parsed: Parameters<Deliver>[0], context: Parameters<Deliver>[1]) => {
    if (!isDeduplicable(parsed)) return deliverOnce(parsed, context);
    const messageKey = reconciled ? deliveredKeyOf(parsed) : undefined;
    const keys = [{ key: keyOf(parsed), keepMilliseconds: ttlMilliseconds }];
    if (messageKey !== undefined && isPlainMessage(parsed)) keys.push({ key: rebuiltKeyOf(messageKey), keepMilliseconds: 0 });
    return claims.deliver(keys, context, async () => {
      const result = await deliverOnce(parsed, context);
      // It gave up because the sender was told to come again, and must get it again.
      if (RunContext.wasStopped(context)) throw new Error("The handler resolved after its signal was aborted");
      if (messageKey !== undefined && result !== "ignored")
        await (await claims.claim(messageKey, context))?.settle(true, messageKeyMilliseconds);
      return result;
    });
  });

  function positive(name: "ttlMilliseconds" | "leaseMilliseconds" | "joinMilliseconds", fallback: number): number {
    return positiveNumber(action, name, options[name] ?? fallback);
  }
}

const optionNames: Readonly<Record<keyof WithoutDuplicatesOptions, true>> = {
  store: true,
  ttlMilliseconds: true,
  leaseMilliseconds: true,
  joinMilliseconds: true,
  reconciled: true,
};

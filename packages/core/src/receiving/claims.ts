import { RunContext, type DeliveryContext } from "./delivery-context.ts";
import type { DuplicateStore } from "./duplicate-store.ts";

/** A key that is held, its lease being renewed. */
export interface Claim {
  /** Ends it: delivered, kept for `ttlMilliseconds`, or free to be claimed again. */
  settle(done: boolean, ttlMilliseconds: number): Promise<void>;
}

/** A key to hold while something is delivered. */
export interface ClaimedKey {
  readonly key: string;
  /** How long the key is kept once it was delivered, in milliseconds; 0: it is only held meanwhile. */
  readonly keepMilliseconds: number;
}

/** Claims of keys in a store that processes share. */
export interface Claims {
  /** Holds a key; `undefined` where it was delivered. Asks again while another delivery holds it, until nobody waits for this one any more. */
  claim(key: string, context: DeliveryContext): Promise<Claim | undefined>;
  /** Delivers while it holds all keys, or resolves to `"duplicate"` where one of them was delivered. */
  deliver(keys: readonly ClaimedKey[], context: DeliveryContext, deliver: () => unknown): Promise<unknown>;
}

const deduplicating = new WeakSet<object>();

/** Remembers that a function claims keys by itself. */
export function markDeduplicating<Function extends object>(deliver: Function): Function {
  deduplicating.add(deliver);
  return deliver;
}

/** Whether a function claims keys by itself: inside another claim of the same key it would wait for that without end. */
export function isDeduplicating(deliver: object): boolean {
  return deduplicating.has(deliver);
}

/** @param limits `leaseMilliseconds` of a claim, and for how long it is renewed once nobody waits for its delivery any more. */
export function claimsIn(store: DuplicateStore, limits: { leaseMilliseconds: number; joinMilliseconds: number }): Claims {
  const { leaseMilliseconds, joinMilliseconds } = limits;

  async function claim(key: string, context: DeliveryContext): Promise<Claim | undefined> {
    for (let pause = 100; ; pause = Math.min(pause * 2, 2_000)) {
      const claim = await store.claim(key, leaseMilliseconds);
      if (claim.state === "done") return undefined;
      if (claim.state === "new") {
        const { fence } = claim;
        const stopRenewing = renew(key, fence, context);
        return {
          async settle(done, ttlMilliseconds) {
            stopRenewing();
            await store.settle(key, fence, done, ttlMilliseconds);
          },
        };
      }
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

  return {
    claim,
    async deliver(keys, context, deliver) {
      const held: { readonly claim: Claim; readonly keepMilliseconds: number }[] = [];
      let done = false;
      try {
        for (const { key, keepMilliseconds } of keys) {
          const one = await claim(key, context);
          if (one === undefined) return "duplicate";
          held.push({ claim: one, keepMilliseconds });
        }
        const result = await deliver();
        done = result !== "ignored";
        return result;
      } finally {
        const settled = Promise.all(held.map((one) => one.claim.settle(done && one.keepMilliseconds > 0, one.keepMilliseconds)));
        // Of a delivery that failed, its own error is thrown, not the store's.
        await (done ? settled : settled.catch(() => undefined));
      }
    },
  };
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

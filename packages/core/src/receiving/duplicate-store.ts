/**
 * Where `withoutDuplicates` keeps what was delivered, and what is being delivered. Processes that share a store agree on duplicates. Each method is
 * atomic and may return a promise.
 */
export interface DuplicateStore {
  /**
   * Asks to deliver a notification. `new`: it is yours for `leaseMilliseconds`, under a fence that no other claim has. `running`: another
   * claim's lease hasn't run out. `done`: it was delivered, and its time to live hasn't run out.
   */
  claim(key: string, leaseMilliseconds: number): DuplicateClaim | Promise<DuplicateClaim>;
  /** Makes the lease of a claim begin again, if `fence` is still the key's. */
  renew(key: string, fence: string, leaseMilliseconds: number): unknown;
  /**
   * Ends a claim: delivered (`done`, kept for `ttlMilliseconds`), or free to be claimed again. With a fence that is no longer the key's, it changes
   * nothing.
   */
  settle(key: string, fence: string, done: boolean, ttlMilliseconds: number): unknown;
}

/** The result of {@link DuplicateStore.claim}. */
export type DuplicateClaim = { readonly state: "new"; readonly fence: string } | { readonly state: "running" } | { readonly state: "done" };

/** How many delivered keys are kept at most; the oldest go first. */
const maxKeys = 100_000;

/** A store in this process's memory: bounded, and empty after a restart. */
export function duplicateMemory(): DuplicateStore {
  /** By key, until when. */
  const done = new Map<string, number>();
  const running = new Map<string, { readonly fence: string; expiry: number }>();
  let claims = 0;
  // A clock that can't be set back.
  const now = (): number => performance.now();

  return {
    claim(key, leaseMilliseconds) {
      const expiry = done.get(key);
      if (expiry !== undefined && expiry > now()) return { state: "done" };
      done.delete(key);
      const other = running.get(key);
      if (other !== undefined && other.expiry > now()) return { state: "running" };
      const fence = String((claims += 1));
      running.set(key, { fence, expiry: now() + leaseMilliseconds });
      return { state: "new", fence };
    },
    renew(key, fence, leaseMilliseconds) {
      const claim = running.get(key);
      if (claim?.fence === fence) claim.expiry = now() + leaseMilliseconds;
    },
    settle(key, fence, isDone, ttlMilliseconds) {
      if (running.get(key)?.fence !== fence) return;
      running.delete(key);
      if (!isDone) return;
      done.set(key, now() + ttlMilliseconds);
      for (const oldest of done.keys()) {
        if (done.size <= maxKeys) return;
        done.delete(oldest);
      }
    },
  };
}

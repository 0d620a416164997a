import type { DuplicateStore } from "./duplicate-store.ts";

/** How many keys are kept at most; the oldest go first. */
const maxKeys = 100_000;

/** A store in this process's memory: bounded, and empty after a restart. */
export function duplicateMemory(): DuplicateStore {
  const expiries = new Map<string, number>();
  return {
    has(key) {
      const expiry = expiries.get(key);
      if (expiry === undefined) return false;
      if (expiry > Date.now()) return true;
      expiries.delete(key);
      return false;
    },
    add(key, ttlMilliseconds) {
      // Deleted first, so that it goes to the end of the line.
      expiries.delete(key);
      expiries.set(key, Date.now() + ttlMilliseconds);
      for (const oldest of expiries.keys()) {
        if (expiries.size <= maxKeys) return;
        expiries.delete(oldest);
      }
    },
  };
}

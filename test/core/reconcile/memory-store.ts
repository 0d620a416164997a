import type { DuplicateStore } from "@greenhook/core";

/** A duplicate store that a test can look into. */
export function memoryStore(): DuplicateStore & { readonly done: ReadonlySet<string> } {
  const done = new Set<string>();
  const running = new Map<string, string>();
  let fences = 0;
  return {
    done,
    claim(key) {
      if (done.has(key)) return { state: "done" };
      if (running.has(key)) return { state: "running" };
      const fence = String((fences += 1));
      running.set(key, fence);
      return { state: "new", fence };
    },
    renew: () => undefined,
    settle(key, fence, isDone) {
      if (running.get(key) !== fence) return;
      running.delete(key);
      if (isDone) done.add(key);
    },
  };
}

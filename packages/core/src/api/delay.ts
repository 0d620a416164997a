import { runtime } from "./runtime.ts";
import type { SignalMembers } from "./stop-signal.ts";

/** Waits. Rejects at once with the signal's reason when that is aborted. */
export function delay(milliseconds: number, signal?: SignalMembers): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const abort = (): void => {
      runtime.clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = runtime.setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", abort);
  });
}

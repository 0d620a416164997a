import { runtime } from "./runtime.ts";
import type { SignalMembers } from "./stop-signal.ts";
import { whenAborted } from "./when-aborted.ts";

/** Waits. Rejects at once with the signal's reason when that is aborted. */
export function delay(milliseconds: number, signal?: SignalMembers): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = runtime.setTimeout(() => {
      forget();
      resolve();
    }, milliseconds);
    const forget = whenAborted(signal, () => {
      runtime.clearTimeout(timer);
      reject(signal?.reason);
    });
  });
}

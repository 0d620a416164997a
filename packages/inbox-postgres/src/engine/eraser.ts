import { EngineUnavailable, type InboxFilter } from "@greenhook/inbox";
import { setTimeout as pause } from "node:timers/promises";
import { slice } from "../store/items.ts";
import type { Store } from "../store/store.ts";

/** How long running handlers get to heed their signal. */
const abortMilliseconds = 10_000;
const lookMilliseconds = 50;

/** Erases the items that fit. `abort` is called once running ones are marked; other processes find the marks themselves. */
export async function eraseItems(store: Store, filter: InboxFilter, abort: () => Promise<void>): Promise<number> {
  const ids = await again(() => store.erasing.idsOf(filter));
  const left: string[] = [];
  for (let start = 0; start < ids.length; start += slice) {
    const some = ids.slice(start, start + slice);
    left.push(...(await again(() => store.erasing.begin(some))));
  }
  if (left.length > 0) {
    await again(abort);
    for (const end = performance.now() + abortMilliseconds; performance.now() < end; await pause(lookMilliseconds))
      if ((await again(() => store.erasing.running(left))) === 0) break;
    await again(() => store.erasing.finish(left));
  }
  return ids.length;
}

/** Asks again for as long as a lock is usually held. */
async function again<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof EngineUnavailable) || tries === 100) throw error;
      await pause(lookMilliseconds);
    }
  }
}

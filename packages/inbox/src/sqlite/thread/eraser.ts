import { setTimeout as pause } from "node:timers/promises";
import type { InboxFilter } from "../../inbox/inbox-item.ts";
import type { Store } from "../store/store.ts";

/** How many items one transaction erases: puts wait for it. */
const slice = 200;
/** How long running handlers get to heed their signal. */
const abortMilliseconds = 10_000;
const lookMilliseconds = 50;

/** Erases the items that fit. `abort` is called once running ones of this process are marked; other processes find the marks themselves. */
export async function eraseItems(store: Store, filter: InboxFilter, abort: () => void): Promise<number> {
  const ids = store.erasing.idsOf(filter);
  const left: number[] = [];
  for (let start = 0; start < ids.length; start += slice) {
    left.push(...(await written(store, () => ids.slice(start, start + slice).filter((id) => !store.erasing.begin(id)))));
  }
  if (left.length > 0) {
    abort();
    for (const end = performance.now() + abortMilliseconds; store.erasing.running() > 0 && performance.now() < end;)
      await pause(lookMilliseconds);
    await written(store, () => left.forEach((id) => store.erasing.finish(id)));
  }
  // The log has the texts too.
  for (let tries = 0; !store.truncateLog(); tries += 1) {
    if (tries === 40)
      throw new Error(`Erased ${ids.length} items, but another connection keeps their text in the log: erase again when it is closed`);
    await pause(lookMilliseconds);
  }
  return ids.length;
}

/** A write transaction; asks again for as long as a lock is usually held. */
async function written<Result>(store: Store, work: () => Result): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return store.write(work);
    } catch (error) {
      if (tries === 40) throw error;
      await pause(lookMilliseconds);
    }
  }
}

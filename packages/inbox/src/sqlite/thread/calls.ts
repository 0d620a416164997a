import { eraseItems } from "./eraser.ts";
import { Housekeeper } from "./housekeeper.ts";
import { LeaseKeeper } from "./lease-keeper.ts";
import { LoneSuspect } from "../../engine/lone-suspect.ts";
import type { Calls, ThreadData, ThreadMessage } from "./messages.ts";
import { Scheduler } from "./scheduler.ts";
import type { Store } from "../store/store.ts";
import { ThreadRun } from "./thread-run.ts";

/** What the thread does on request, each possibly asynchronously. */
export type CallTable = {
  readonly [Call in keyof Calls]: (...args: Parameters<Calls[Call]>) => ReturnType<Calls[Call]> | Promise<ReturnType<Calls[Call]>>;
};

/** The calls over a store, and the freeing of slots. */
export function callsOver(
  store: Store,
  { times, renewedAt }: ThreadData,
  post: (message: ThreadMessage) => void,
): { readonly calls: CallTable; free(run: number): void } {
  const runs = new Map<number, ThreadRun>();
  const alone = new LoneSuspect();
  const leases = new LeaseKeeper(store, times, renewedAt, runs, alone, post);
  const scheduler = new Scheduler(store, runs, alone, leases, post);
  const housekeeper = new Housekeeper(store);

  /** Other processes mark items too. */
  const marks = setInterval(() => {
    try {
      abortMarked();
    } catch {
      // The file can't be read just now: the next time.
    }
  }, 250);
  function abortMarked(): void {
    for (const run of runs.values()) {
      if (run.open.size === 0) continue;
      const marked = new Set(store.erasing.marked(run.worker));
      const fences = [...run.open].filter(([, id]) => marked.has(id)).map(([fence]) => fence);
      if (fences.length > 0) post({ kind: "abort", run: run.number, fences, reason: "The item is being erased" });
    }
  }

  const calls: CallTable = {
    put(items) {
      const results = store.put(items);
      scheduler.wake();
      return results;
    },
    run(number, concurrency) {
      const worker = store.write(() => store.leases.register());
      runs.set(number, new ThreadRun(number, concurrency, worker));
      leases.start();
      housekeeper.start();
      scheduler.wake();
    },
    pause(number) {
      const run = runs.get(number);
      if (run !== undefined) run.isPaused = true;
    },
    end(number) {
      const run = runs.get(number);
      if (run === undefined) return;
      run.isPaused = true;
      scheduler.takeTurn();
      store.write(() => {
        store.settle.giveBack(run.worker);
        store.leases.remove(run.worker);
      });
      runs.delete(number);
      scheduler.forget(number);
      for (const fence of run.open.keys()) alone.end(fence);
      if (runs.size > 0) return;
      leases.stop();
      scheduler.stop();
      housekeeper.stop();
    },
    settle: (run, fence, settlement) => scheduler.settle(run, fence, settlement),
    list: (filter) => store.items.list(filter),
    textOf: (id) => store.items.textOf(id),
    retry(filter) {
      const count = store.write(() => store.items.retry(filter));
      scheduler.wake();
      return count;
    },
    async erase(filter) {
      const count = await eraseItems(store, filter, abortMarked);
      scheduler.wake();
      return count;
    },
    stats: () => store.stats(),
    check: () => store.check(),
    close() {
      clearInterval(marks);
      leases.stop();
      scheduler.end();
      housekeeper.stop();
      store.close();
    },
  };
  return {
    calls,
    free(number) {
      const run = runs.get(number);
      if (run === undefined) return;
      run.busy -= 1;
      scheduler.wake();
    },
  };
}

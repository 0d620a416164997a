import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "./clock.ts";

/** How long a worker's counter may stand still before the others take it for dead. */
export interface LeaseTimes {
  readonly leaseMilliseconds: number;
  readonly beatMilliseconds: number;
}

/** Says which workers live. All within a transaction. */
export interface Leases {
  /** A new worker's id. */
  register(): number;
  /** Counts a worker's beats up. `false` if it was taken for dead. */
  beat(worker: number): boolean;
  /** Looks at the others' counters, and frees the lanes of those that are dead. */
  observe(own: ReadonlySet<number>): void;
  /** Removes a worker that has given back its lanes. */
  remove(worker: number): void;
}

/**
 * Leases by counter: a worker counts up, and another one that saw no change for `leaseMilliseconds` of its own monotonic time takes it for dead. So a
 * clock that is set expires nobody. Of the time between two looks at most two beats count, so that a lock that stopped everyone, or a stop of the
 * observer, expires nobody either.
 */
export function prepareLeases(database: DatabaseSync, clock: Clock, { leaseMilliseconds, beatMilliseconds }: LeaseTimes): Leases {
  const insert = database.prepare("insert into inbox_worker (beat) values (0)");
  const count = database.prepare("update inbox_worker set beat = beat + 1 where id = ?");
  const workers = database.prepare("select id, beat from inbox_worker");
  const strays = database.prepare(`select distinct owner as id from inbox_lane
    where owner is not null and owner not in (select id from inbox_worker)`);
  const countDeaths = database.prepare(`update inbox_item set deaths = deaths + 1
    where state = 0 and id in (select head from inbox_lane where owner = ? and alone = 1)`);
  const free = database.prepare("update inbox_lane set owner = null, suspect = 1, alone = 0, due = ? where owner = ?");
  const remove = database.prepare("delete from inbox_worker where id = ?");

  const seen = new Map<number, { beat: number; unchangedMilliseconds: number }>();
  let lookedAt = performance.now();

  function bury(worker: number): void {
    countDeaths.run(worker);
    free.run(clock(), worker);
    remove.run(worker);
    seen.delete(worker);
  }

  return {
    register: () => Number(insert.run().lastInsertRowid),
    beat: (worker) => count.run(worker).changes > 0,
    observe(own) {
      const now = performance.now();
      const passed = Math.min(now - lookedAt, 2 * beatMilliseconds);
      lookedAt = now;
      const listed = new Map(workers.all().map((row) => [row["id"] as number, row["beat"] as number]));
      for (const id of seen.keys()) if (!listed.has(id)) seen.delete(id);
      for (const [id, beat] of listed) {
        if (own.has(id)) continue;
        const known = seen.get(id);
        if (known?.beat !== beat) seen.set(id, { beat, unchangedMilliseconds: 0 });
        else {
          known.unchangedMilliseconds += passed;
          if (known.unchangedMilliseconds >= leaseMilliseconds) bury(id);
        }
      }
      for (const row of strays.all()) bury(row["id"] as number);
    },
    remove: (worker) => void remove.run(worker),
  };
}

import type { DatabaseSync } from "node:sqlite";
import type { InboxFilter } from "../../inbox/inbox-item.ts";
import type { Clock } from "./clock.ts";
import { whereOf } from "./filter.ts";
import type { Lanes } from "./lanes.ts";

/** Erases items for good. `idsOf` and the numbers are read without a lock; the rest within transactions. */
export interface Erasing {
  /** The items that fit and have something to erase. */
  idsOf(filter: InboxFilter): readonly number[];
  /** Whether it was erased; a running one is only marked, for its worker to abort it. */
  begin(id: number): boolean;
  /** Erases what `begin` marked, even if it still runs: its attempt is stale from here on. */
  finish(id: number): void;
  /** Which of a worker's items are marked. */
  marked(worker: number): readonly number[];
  /** How many marked ones run, in whatever process. */
  running(): number;
}

export function prepareErasing(database: DatabaseSync, clock: Clock, lanes: Lanes): Erasing {
  const find = database.prepare("select lane from inbox_item where id = ? and text is not null");
  const runs = database.prepare("select 1 from inbox_lane where lane = ? and head = ? and owner is not null");
  const mark = database.prepare("update inbox_item set cancelled = 1 where id = ?");
  const erase = database.prepare(`update inbox_item set text = null, error = null, lane = '', missing = null, traceparent = null,
    blocks = 0, cancelled = 0, settled = coalesce(settled, ?), state = 1 where id = ?`);
  const heads = `inbox_lane as lane join inbox_item as item on item.id = lane.head and item.cancelled = 1 and item.state = 0`;
  const marked = database.prepare(`select item.id from ${heads} where lane.owner = ?`);
  const running = database.prepare(`select count(*) as count from ${heads} where lane.owner is not null`);

  return {
    idsOf(filter) {
      const { sql, values } = whereOf(filter);
      const select = database.prepare(
        `select item.id from inbox_item as item where ${sql} and item.text is not null order by item.id limit ?`,
      );
      return select.all(...values, filter.limit ?? -1).map((row) => row["id"] as number);
    },
    begin(id) {
      const lane = find.get(id)?.["lane"] as string | undefined;
      if (lane === undefined) return false;
      if (runs.get(lane, id) !== undefined) {
        mark.run(id);
        return false;
      }
      erase.run(clock(), id);
      lanes.refresh(lane);
      return true;
    },
    finish(id) {
      const lane = find.get(id)?.["lane"] as string | undefined;
      if (lane === undefined) return;
      const wasRunning = runs.get(lane, id) !== undefined;
      erase.run(clock(), id);
      if (wasRunning) lanes.release(lane);
      else lanes.refresh(lane);
    },
    marked: (worker) => marked.all(worker).map((row) => row["id"] as number),
    running: () => running.get()?.["count"] as number,
  };
}

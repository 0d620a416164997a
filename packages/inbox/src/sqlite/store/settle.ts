import type { DatabaseSync } from "node:sqlite";
import type { Settlement, SettleResult } from "../../engine/taken-item.ts";
import type { Clock } from "./clock.ts";
import { attemptOf } from "./fence.ts";
import type { Lanes } from "./lanes.ts";

/** Ends attempts, within a transaction. */
export interface Settle {
  settle(fence: string, settlement: Settlement): SettleResult;
  /** Puts back to wait what a worker hasn't settled, those attempts uncounted. */
  giveBack(worker: number): void;
}

export function prepareSettle(database: DatabaseSync, clock: Clock, lanes: Lanes): Settle {
  // Whose lane it is, and which run of the item, must be as they were when it was taken.
  const attempt = database.prepare(`select item.lane, item.state, item.cancelled from inbox_item as item
    join inbox_lane as lane on lane.lane = item.lane and lane.head = item.id
    where item.id = ? and item.runs = ? and lane.owner = ?`);
  const end = database.prepare("update inbox_item set state = ?, settled = ?, error = ?, blocks = ? where id = ?");
  const fail = database.prepare("update inbox_item set error = ? where id = ?");
  const later = database.prepare("update inbox_lane set owner = null, suspect = 0, alone = 0, due = ? where lane = ?");
  const heads = database.prepare("select lane, head from inbox_lane where owner = ?");
  const uncount = database.prepare(`update inbox_item set attempts = attempts - 1,
    first_attempt = case when attempts = 1 then null else first_attempt end where id = ? and state = 0`);
  const giveBackLane = database.prepare("update inbox_lane set owner = null, alone = 0, due = ? where lane = ?");

  return {
    settle(fence, settlement) {
      const { worker, id, run } = attemptOf(fence);
      const row = attempt.get(id, run, worker);
      if (row === undefined) return "stale";
      const lane = row["lane"] as string;
      if (row["state"] !== 0) {
        // By `complete`, in a transaction of the handler's.
        lanes.release(lane);
        return "completed";
      }
      // Erased as soon as it is settled: not run again.
      if (settlement.outcome === "retry" && row["cancelled"] === 0) {
        fail.run(settlement.error, id);
        later.run(clock() + settlement.afterMilliseconds, lane);
      } else {
        const isDead = settlement.outcome === "dead";
        end.run(isDead ? 2 : 1, clock(), settlement.outcome === "done" ? null : settlement.error, isDead && settlement.blocks ? 1 : 0, id);
        lanes.release(lane);
      }
      return "settled";
    },
    giveBack(worker) {
      for (const row of heads.all(worker)) {
        const lane = row["lane"] as string;
        if (uncount.run(row["head"] as number).changes === 0) lanes.release(lane);
        else giveBackLane.run(clock(), lane);
      }
    },
  };
}

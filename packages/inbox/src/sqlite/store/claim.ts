import type { DatabaseSync } from "node:sqlite";
import type { TakenItem } from "../../engine/taken-item.ts";
import { longestDelayMilliseconds } from "../../engine/longest-delay.ts";
import type { Clock } from "./clock.ts";
import { attemptOf, fenceOf } from "./fence.ts";
import { itemFrom, itemColumns } from "./item-row.ts";
import type { Lanes } from "./lanes.ts";

/** An item that was taken for a worker, and what settles it. */
export interface Claimed {
  readonly taken: TakenItem;
  /** Its id in the table. */
  readonly id: number;
}

/** Takes items that are due. */
export interface Claim {
  /** Whether there is one: a look without a lock. */
  isDue(): boolean;
  /** One whose latest run died with its process, to run with no other such beside it. Within a transaction. */
  suspect(worker: number): Claimed | undefined;
  /** At most `slots`, the longest due first. Within a transaction. */
  others(worker: number, slots: number): Claimed[];
  /** A suspect isn't the only one any more: its process's death won't count against it. By the attempt's fence, within a transaction. */
  joinOthers(fence: string): void;
  /** Makes due what is due so late that a clock must have been wrong. Within a transaction. */
  correctDueTimes(): void;
}

/** The texts of one turn are copied to the other thread at once. */
const mostCharacters = 4 * 1024 * 1024;

export function prepareClaim(database: DatabaseSync, clock: Clock, lanes: Lanes): Claim {
  const free = "owner is null and blocked = 0 and suspect = ? and due <= ?";
  const anyDue = database.prepare(`select 1 from inbox_lane where ${free} limit 1`);
  const due = database.prepare(`select lane, head from inbox_lane where ${free} order by due limit ?`);
  const own = database.prepare("update inbox_lane set owner = ?, alone = suspect where lane = ?");
  const join = database.prepare(`update inbox_lane set alone = 0 where owner = ? and head = ?`);
  const correct = database.prepare(
    "update inbox_lane set due = ?1 where owner is null and blocked = 0 and suspect in (0, 1) and due > ?1 + ?2",
  );
  const begin = database.prepare(`update inbox_item
    set runs = runs + 1, attempts = attempts + 1, first_attempt = coalesce(first_attempt, ?) where id = ? and state = 0
    returning ${itemColumns}, runs, text, missing, traceparent, received, first_attempt, deaths`);

  /** `undefined` for one that a dead process had completed in a transaction of the handler's. */
  function beginAttempt(worker: number, lane: string, head: number, isSuspect: boolean): Claimed | undefined {
    const now = clock();
    const row = begin.get(now, head);
    if (row === undefined) {
      lanes.release(lane);
      return undefined;
    }
    own.run(worker, lane);
    const missing = row["missing"] as string | null;
    const traceparent = row["traceparent"] as string | null;
    const taken: TakenItem = {
      item: itemFrom({ ...row, running: 1, due: null }),
      fence: fenceOf({ worker, id: head, run: row["runs"] as number }),
      text: row["text"] as string,
      ...(missing === null ? undefined : { missing: JSON.parse(missing) as readonly string[] }),
      receivedAt: new Date(row["received"] as number),
      ...(traceparent === null ? undefined : { traceparent }),
      retryingMilliseconds: Math.max(0, now - (row["first_attempt"] as number)),
      suspect: isSuspect,
      deaths: row["deaths"] as number,
    };
    return { taken, id: head };
  }

  function take(worker: number, isSuspect: boolean, slots: number): Claimed[] {
    const claimed: Claimed[] = [];
    let characters = 0;
    for (const row of due.all(isSuspect ? 1 : 0, clock(), slots)) {
      const one = beginAttempt(worker, row["lane"] as string, row["head"] as number, isSuspect);
      if (one === undefined) continue;
      claimed.push(one);
      characters += one.taken.text.length;
      if (characters > mostCharacters) break;
    }
    return claimed;
  }

  return {
    isDue: () => anyDue.get(0, clock()) !== undefined || anyDue.get(1, clock()) !== undefined,
    suspect: (worker) => take(worker, true, 1)[0],
    others: (worker, slots) => take(worker, false, slots),
    joinOthers(fence) {
      const { worker, id } = attemptOf(fence);
      join.run(worker, id);
    },
    correctDueTimes: () => void correct.run(clock(), longestDelayMilliseconds),
  };
}

import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "./clock.ts";

/** Keeps the lanes' heads. */
export interface Lanes {
  /** A new item at the end of a lane. */
  append(lane: string, id: number | bigint): void;
  /** After something in a lane changed: finds its head, unless a worker has the lane. */
  refresh(lane: string): void;
  /** Takes a lane from its worker, and finds its head. */
  release(lane: string): void;
}

/** Within a transaction. */
export function prepareLanes(database: DatabaseSync, clock: Clock): Lanes {
  const insert = database.prepare("insert into inbox_lane (lane, head, due) values (?, ?, ?) on conflict do nothing");
  const isOwned = database.prepare("select 1 from inbox_lane where lane = ? and owner is not null");
  const firstOpen = database.prepare("select min(id) as id from inbox_item where lane = ? and state = 0");
  const firstBlock = database.prepare("select min(id) as id from inbox_item where lane = ? and blocks = 1");
  const remove = database.prepare("delete from inbox_lane where lane = ?");
  const set = database.prepare(`insert into inbox_lane (lane, head, due, blocked) values (?, ?, ?, ?)
    on conflict do update set head = excluded.head, due = excluded.due, blocked = excluded.blocked, owner = null, suspect = 0, alone = 0`);

  function release(lane: string): void {
    const open = firstOpen.get(lane)?.["id"] as number | null;
    const block = firstBlock.get(lane)?.["id"] as number | null;
    const isBlocked = block !== null && (open === null || block < open);
    const head = isBlocked ? block : open;
    if (head === null) remove.run(lane);
    else set.run(lane, head, clock(), isBlocked ? 1 : 0);
  }

  return {
    append: (lane, id) => void insert.run(lane, id, clock()),
    refresh: (lane) => {
      if (isOwned.get(lane) === undefined) release(lane);
    },
    release,
  };
}

import type { DatabaseSync } from "node:sqlite";
import type { InboxStats } from "../../inbox/inbox-stats.ts";
import type { Clock } from "./clock.ts";

export function prepareStats(database: DatabaseSync, clock: Clock): () => InboxStats {
  const counts = database.prepare(`select
    (select count(*) from inbox_item where state = 0) as open,
    (select count(*) from inbox_lane where owner is not null) as running,
    (select count(*) from inbox_item where state = 1) as done,
    (select count(*) from inbox_item where state = 2) as dead,
    (select count(*) from inbox_lane where blocked = 1) as blocked,
    (select min(item.stored) from inbox_lane as lane join inbox_item as item on item.id = lane.head where item.state = 0) as oldest`);
  return () => {
    const { open, running, done, dead, blocked, oldest } = counts.get() as Record<string, number | null>;
    return {
      waiting: Math.max(0, Number(open) - Number(running)),
      running: Number(running),
      done: Number(done),
      dead: Number(dead),
      oldestWaitingSeconds: oldest === null || oldest === undefined ? 0 : Math.max(0, (clock() - oldest) / 1_000),
      blockedLanes: Number(blocked),
    };
  };
}

import type { InboxStats } from "@greenhook/inbox";
import type { Database } from "./database.ts";
import type { Names } from "./names.ts";

export async function statsOf(database: Database, { item, queue }: Names): Promise<InboxStats> {
  const [row] = await database.query(
    `select open.*,
      (select count(*) from ${item} where queue = $1 and state = 1) as done,
      (select count(*) from ${item} where queue = $1 and state = 2) as dead,
      (select count(distinct lane) from ${item} where queue = $1 and blocks) as blocked
    from (select count(*) as open, count(worker) as running, extract(epoch from now() - min(stored)) as age from ${item} where queue = $1 and state = 0) as open`,
    [queue],
  );
  const number = (column: string): number => Number(row?.[column] ?? 0);
  return {
    waiting: number("open") - number("running"),
    running: number("running"),
    done: number("done"),
    dead: number("dead"),
    oldestWaitingSeconds: Math.max(0, number("age")),
    blockedLanes: number("blocked"),
  };
}

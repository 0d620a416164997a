import type { InboxCheck } from "@greenhook/inbox";
import type { Db } from "pg-boss";
import type { Database } from "./database.ts";
import type { Names } from "./names.ts";
import { statsOf } from "./stats.ts";

const longestWaitSeconds = 900;
const longestSkewMilliseconds = 60_000;
/** What pg-boss supports. */
const oldestVersion = 130_000;

/** Looks for what makes an inbox on Postgres lose or delay notifications. */
export async function checkStore(database: Database, db: Db, names: Names, warnings: readonly string[]): Promise<InboxCheck> {
  const { item, queue } = names;
  const startedAt = Date.now();
  const [row] = await database.query(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages,
      current_setting('server_version_num')::int as version, current_setting('server_version') as name, current_setting('data_sync_retry') as retry,
      extract(epoch from clock_timestamp()) * 1000 as now, pg_is_in_recovery() as standby,
      (select extract(epoch from max(stored) - now()) from ${item} where queue = $1 and state = 0 and stored > now()) as ahead`,
    [queue],
  );
  const skew = Number(row?.["now"]) - (startedAt + Date.now()) / 2;
  const ahead = Number(row?.["ahead"] ?? 0);
  const { oldestWaitingSeconds, dead, blockedLanes } = await statsOf(database, names);
  const isFlushed = row?.["fsync"] === "on";
  const isAwaited = row?.["commit"] !== "off";
  const pooler = await isPooled(db);
  const problems = [
    ...(isFlushed ? [] : ["The server doesn't flush to its disk: fsync is off"]),
    ...(isAwaited ? [] : ["The server answers before it has flushed: synchronous_commit is off"]),
    ...(row?.["pages"] === "on" ? [] : ["A crash may damage the server's files: full_page_writes is off"]),
    ...(row?.["retry"] === "off" ? [] : ["The server goes on after a failed flush: data_sync_retry is on"]),
    ...(Number(row?.["version"]) >= oldestVersion ? [] : [`The server is version ${String(row?.["name"])}: pg-boss needs 13 or later`]),
    ...(row?.["standby"] === true ? ["The server is a standby, which can't be written to"] : []),
    ...(Math.abs(skew) <= longestSkewMilliseconds
      ? []
      : [`The server's clock is ${Math.round(Math.abs(skew) / 1_000)} s ${skew > 0 ? "ahead of" : "behind"} this machine's`]),
    ...(ahead < 1 ? [] : [`The server's clock was set back by ${Math.round(ahead)} s; the order is kept`]),
    ...(pooler
      ? [
          "A pooler such as PgBouncer lends the server's sessions: what another program sets in one, such as synchronous_commit, holds for the inbox too",
        ]
      : []),
    ...(oldestWaitingSeconds > longestWaitSeconds
      ? [`The oldest item has waited for ${Math.round(oldestWaitingSeconds / 60)} minutes: is a worker running?`]
      : []),
    ...(dead > 0 ? [`${dead} items are dead: look at them, then retry or erase them`] : []),
    ...(blockedLanes > 0 ? [`${blockedLanes} chats stand still behind a dead item`] : []),
    ...warnings.map((warning) => `pg-boss warns: ${warning}`),
  ];
  return { engine: "postgres", durable: isFlushed && isAwaited, problems };
}

/** Whether the server's process is another one than the one that the connection began with: a pooler lends its own. */
async function isPooled(db: Db): Promise<boolean> {
  const { pool } = db as { readonly pool?: Pool };
  if (typeof pool?.connect !== "function") return false;
  const client = await pool.connect();
  try {
    const { rows } = await client.query("select pg_backend_pid() as pid");
    return client.processID !== undefined && client.processID !== null && rows[0]?.["pid"] !== client.processID;
  } finally {
    client.release();
  }
}

/** The part of `pg`'s pool, which pg-boss makes of a connection string, that tells a pooler. */
interface Pool {
  connect(): Promise<{
    readonly processID?: number | null;
    query(sql: string): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }>;
    release(): void;
  }>;
}

import type { DatabaseSync } from "node:sqlite";
import { transaction } from "./transaction.ts";

/**
 * The steps from an empty file to the newest schema; a file says how many it has had. The tables' names begin with `inbox_`, and `user_version` isn't
 * touched: tables of the user's may be in the same file, so that an item can be completed in their transaction.
 */
const steps: readonly string[] = [
  `create table inbox_item (
    id integer primary key autoincrement,
    key text not null,
    message_key text,
    lane text not null,
    -- 0 open, 1 done, 2 dead
    state integer not null default 0,
    kind text not null,
    plain integer not null,
    origin text not null,
    -- JSON; null once erased, as the text is
    missing text,
    text text,
    traceparent text,
    received integer not null,
    stored integer not null,
    -- When it was done or dead.
    settled integer,
    -- How long after that its key counts.
    keep integer not null,
    -- How often it was taken, never reset: the fence.
    runs integer not null default 0,
    attempts integer not null default 0,
    first_attempt integer,
    deaths integer not null default 0,
    -- Is being erased while it runs.
    cancelled integer not null default 0,
    -- Is dead, and its lane stands still.
    blocks integer not null default 0,
    error text
  );
  create index inbox_item_key on inbox_item (key);
  create index inbox_item_message_key on inbox_item (message_key) where message_key is not null;
  create index inbox_item_open on inbox_item (lane, id) where state = 0;
  create index inbox_item_blocks on inbox_item (lane, id) where blocks = 1;
  create index inbox_item_done on inbox_item (settled) where state = 1 and text is not null;
  create index inbox_item_dead on inbox_item (settled) where state = 2;
  create index inbox_item_forget on inbox_item (settled + keep) where state = 1;

  -- A lane has a row only while something in it is open, or blocks it: its head.
  create table inbox_lane (
    lane text primary key,
    head integer not null,
    due integer not null,
    owner integer,
    blocked integer not null default 0,
    -- Its head's latest run died with its process.
    suspect integer not null default 0,
    -- Its head runs as the only suspect.
    alone integer not null default 0
  ) without rowid;
  create index inbox_lane_due on inbox_lane (suspect, due) where owner is null and blocked = 0;
  create index inbox_lane_owner on inbox_lane (owner) where owner is not null;

  -- A worker counts its beats up; the others take it for dead when it stops.
  create table inbox_worker (id integer primary key autoincrement, beat integer not null);`,
];

/** Takes the steps that a file hasn't had yet. */
export function migrate(database: DatabaseSync): void {
  if (versionOf(database) === steps.length) return;
  transaction(database, () => {
    // Another process may have done it meanwhile.
    const version = versionOf(database);
    database.exec("create table if not exists inbox_schema (version integer not null)");
    for (const step of steps.slice(version)) database.exec(step);
    database.exec("delete from inbox_schema");
    database.prepare("insert into inbox_schema values (?)").run(steps.length);
  });
}

/** Whether a later version of this package has written the file. */
export function isNewer(database: DatabaseSync): boolean {
  return versionOf(database) > steps.length;
}

/** Whether there is an inbox in the file. */
export function hasSchema(database: DatabaseSync): boolean {
  return versionOf(database) > 0;
}

function versionOf(database: DatabaseSync): number {
  const table = database.prepare("select 1 from sqlite_schema where type = 'table' and name = 'inbox_schema'").get();
  if (table === undefined) return 0;
  const row = database.prepare("select version from inbox_schema").get();
  return Number(row?.["version"] ?? 0);
}

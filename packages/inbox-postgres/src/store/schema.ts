import type { Database } from "./database.ts";
import type { Names } from "./names.ts";

/**
 * The steps from nothing to the newest schema; a table says how many were taken. pg-boss has a job for each open item: which lane is free, which item of
 * it comes next and when it is due is decided there. What pg-boss has no place for stands here: keys and how long they count, attempts apart from
 * claims, deaths, and which worker has an item.
 */
function stepsFor({ item, worker }: Names): readonly string[] {
  return [
    `create table ${item} (
      id bigint generated always as identity primary key,
      queue text not null,
      key text not null,
      message_key text,
      lane text not null,
      -- 0 open, 1 done, 2 dead
      state smallint not null default 0,
      kind text not null,
      plain boolean not null,
      origin text not null,
      -- JSON; null once erased, as the text is
      missing text,
      text text,
      traceparent text,
      -- Milliseconds since 1970.
      received bigint not null,
      stored timestamptz not null,
      -- When it was done or dead.
      settled timestamptz,
      -- How long after that its key counts, in milliseconds.
      keep bigint not null,
      -- Both of them added, once it is settled.
      forget timestamptz,
      -- How often it was taken, never reset. With the worker, the fence.
      runs integer not null default 0,
      attempts integer not null default 0,
      first_attempt timestamptz,
      deaths integer not null default 0,
      -- Who runs it.
      worker bigint,
      -- Its latest run died with its process.
      suspect boolean not null default false,
      -- Runs as the only suspect.
      alone boolean not null default false,
      -- Is being erased while it runs.
      cancelled boolean not null default false,
      -- Is dead, and its lane stands still.
      blocks boolean not null default false,
      error text
    );
    create index greenhook_item_key on ${item} (queue, key);
    create index greenhook_item_message_key on ${item} (queue, message_key) where message_key is not null;
    create index greenhook_item_open on ${item} (queue, lane, id) where state = 0;
    create index greenhook_item_worker on ${item} (worker) where worker is not null;
    create index greenhook_item_suspect on ${item} (queue, id) where suspect;
    create index greenhook_item_blocks on ${item} (queue, lane) where blocks;
    create index greenhook_item_done on ${item} (queue, settled) where state = 1 and text is not null;
    create index greenhook_item_dead on ${item} (queue, settled) where state = 2;
    create index greenhook_item_forget on ${item} (queue, forget) where state = 1;

    -- A worker counts its beats up; the others take it for dead when it stops.
    create table ${worker} (id bigint generated always as identity primary key, queue text not null, beat bigint not null default 0)`,
  ];
}

/** Takes the steps that the schema hasn't had yet. @throws Error for one that a newer version of this package has written. */
export async function migrate(database: Database, names: Names): Promise<void> {
  const steps = stepsFor(names);
  await database.transaction(async ({ query }) => {
    // One process at a time.
    await query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [names.version]);
    const [existing] = await query("select to_regclass($1) as name", [names.version]);
    if (existing?.["name"] === null) await query(`create table ${names.version} (version integer not null)`);
    const [row] = await query(`select version from ${names.version}`);
    const version = Number(row?.["version"] ?? 0);
    if (version > steps.length) throw new Error(`schema "${names.schema}" was written by a newer version of @greenhook/inbox-postgres`);
    if (version === steps.length) return;
    for (const step of steps.slice(version)) await query(step);
    await query(`delete from ${names.version}`);
    await query(`insert into ${names.version} values ($1)`, [steps.length]);
  });
}

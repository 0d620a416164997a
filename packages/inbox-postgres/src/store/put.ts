import type { NewItem, PutResult } from "@greenhook/inbox";
import type { PgBoss } from "pg-boss";
import type { Database, Transaction } from "./database.ts";
import { insertJobs, keepOrder } from "./jobs.ts";
import type { Names } from "./names.ts";

/** Stores items, each with its job. Durable once it resolves. */
export function putInto(database: Database, boss: PgBoss, names: Names): (items: readonly NewItem[]) => Promise<readonly PutResult[]> {
  const { item, job, queue } = names;
  const counts = "(i.state = 0 or i.forget > now())";
  const insert = `insert into ${item} (queue, key, message_key, lane, kind, plain, origin, missing, text, traceparent, received, keep, stored)
    select $1, n.key, n."messageKey", n.lane, n."typeWebhook", n.plain, n.origin, n.missing, n.text, n.traceparent, n.received, n."keepMilliseconds",
      -- A clock that was set back changes no order.
      greatest(now(), (select i.stored + interval '1 microsecond' from ${item} as i where i.queue = $1 and i.lane = n.lane and i.state = 0
        order by i.lane desc, i.id desc limit 1))
    from json_to_recordset($2::json) as n (number integer, key text, "messageKey" text, lane text, "typeWebhook" text, plain boolean, origin text,
      missing text, text text, traceparent text, received bigint, "keepMilliseconds" bigint)
    -- With a limit these are looked up by their index for each item, whatever the planner knows of the table.
    where (select 1 from ${item} as i where i.queue = $1 and i.key = n.key and ${counts} limit 1) is null
      -- A journal's row can't give the key, so its item is compared by message; a webhook's edit or vote isn't what a journal's row stands for.
      and (select 1 from ${item} as i where i.queue = $1 and i.message_key = n."messageKey" and ${counts}
        and (n.origin = 'journal' or (n.plain and i.origin = 'journal' and i.plain)) limit 1) is null
    order by n.number
    returning id, key, lane, stored > now() as later`;

  async function putSome(transaction: Transaction, items: readonly NewItem[]): Promise<readonly string[]> {
    const stored = await transaction.query(insert, [queue, JSON.stringify(items.map(rowOf))]);
    if (stored.length === 0) return [];
    await insertJobs(transaction, boss, names, stored);
    const later = stored.filter((row) => row["later"] === true).map((row) => row["id"]);
    if (later.length > 0) await keepOrder(transaction, names, later);
    return stored.map(({ key }) => key as string);
  }

  return (items) =>
    database.transaction(async (transaction) => {
      // Two processes that store the same at a time take turns; in one order, so that they don't wait for each other.
      await transaction.query(
        `select pg_advisory_xact_lock(hash) from (select distinct hashtextextended(name, 0) as hash from unnest($1::text[]) as name order by 1) as names`,
        [
          items.flatMap(({ key, messageKey }) => [
            `${job} ${queue} k ${key}`,
            ...(messageKey === undefined ? [] : [`${job} ${queue} m ${messageKey}`]),
          ]),
        ],
      );
      const stored = new Set<string>();
      for (const some of withoutEqualMessages(items)) for (const key of await putSome(transaction, some)) stored.add(key);
      return items.map(({ key }) => (stored.has(key) ? "stored" : "duplicate"));
    });
}

/** One statement doesn't see what it stores itself: items with the same message go into different ones. */
function withoutEqualMessages(items: readonly NewItem[]): readonly (readonly NewItem[])[] {
  const statements: NewItem[][] = [[]];
  let messages = new Set<string>();
  for (const item of items) {
    const { messageKey } = item;
    if (messageKey !== undefined && messages.has(messageKey)) {
      statements.push([]);
      messages = new Set();
    }
    if (messageKey !== undefined) messages.add(messageKey);
    statements.at(-1)?.push(item);
  }
  return statements;
}

function rowOf(item: NewItem, number: number): object {
  const { missing, receivedAt, ...row } = item;
  return { ...row, number, missing: missing === undefined ? null : JSON.stringify(missing), received: receivedAt.getTime() };
}

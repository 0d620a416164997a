import type { Database } from "./database.ts";
import type { Names } from "./names.ts";

/** How many rows one statement changes. */
const slice = 500;

/**
 * Deletes what nobody needs any more, at most 500 rows of each sort: texts of done items after 25 hours, done items once their keys don't count, dead
 * ones after 30 days. Resolves to whether there may be more.
 */
export async function forgetSome(database: Database, { item, queue }: Names): Promise<boolean> {
  const first = (condition: string): string =>
    `id in (select id from ${item} where queue = $1 and ${condition} and worker is null limit ${slice} for update skip locked)`;
  const statements = [
    `update ${item} set text = null, error = null, lane = '', missing = null, traceparent = null
    where ${first("state = 1 and text is not null and settled < now() - interval '25 hours'")} returning 1`,
    `delete from ${item} where ${first("state = 1 and forget < now()")} returning 1`,
    // One that blocks its lane stays until it is retried or erased.
    `delete from ${item} where ${first("state = 2 and not blocks and settled < now() - interval '30 days'")} returning 1`,
  ];
  let isMore = false;
  for (const statement of statements) isMore = (await database.query(statement, [queue])).length === slice || isMore;
  return isMore;
}

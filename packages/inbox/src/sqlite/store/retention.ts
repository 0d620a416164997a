import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "./clock.ts";

const hour = 3_600_000;
/** How long the text of a done item can be looked at, and put back to wait. */
const keepDoneText = 25 * hour;
/** How long a dead item waits for a decision. */
const keepDead = 30 * 24 * hour;

/** Pages given back to the file system at a time: 2 MB. */
const pagesOfSlice = 500;

/**
 * Deletes what nobody needs any more, at most 500 rows of each sort, and gives pages back where more than half of the file is free. Within a
 * transaction. Says whether there may be more.
 */
export function prepareRetention(database: DatabaseSync, clock: Clock): () => boolean {
  const first = (condition: string): string => `select id from inbox_item where ${condition} limit 500`;
  const steps = [
    database.prepare(
      `update inbox_item set text = null, error = null, lane = '', missing = null, traceparent = null
      where id in (${first(`state = 1 and text is not null and settled < ?1 - ${keepDoneText}`)})`,
    ),
    database.prepare(`delete from inbox_item where id in (${first("state = 1 and settled + keep < ?1")})`),
    // One that blocks its lane stays until it is retried or erased.
    database.prepare(`delete from inbox_item where id in (${first(`state = 2 and blocks = 0 and settled < ?1 - ${keepDead}`)})`),
  ];
  const pages = database.prepare("select freelist_count as free, page_count as count from pragma_freelist_count, pragma_page_count");

  return () => {
    const isMoreToDelete = steps.map((step) => Number(step.run(clock()).changes)).some((changes) => changes === 500);
    const { free, count } = pages.get() as { readonly free: number; readonly count: number };
    const isMostlyFree = free > pagesOfSlice && 2 * free > count;
    if (isMostlyFree) database.exec(`pragma incremental_vacuum(${pagesOfSlice})`);
    return isMoreToDelete || isMostlyFree;
  };
}

import { realpathSync } from "node:fs";
import type { TakenItem } from "../engine/taken-item.ts";
import { attemptOf } from "./store/fence.ts";

/**
 * An open transaction of yours on the inbox's file: a `DatabaseSync` of `node:sqlite`. The inbox's file must be what it was opened with: over files
 * that are joined by ATTACH a commit isn't atomic. Another driver, such as better-sqlite3, is refused: it brings a second copy of SQLite into the
 * process, two copies don't see each other's locks, and that corrupts the file.
 *
 * @see https://sqlite.org/howtocorrupt.html#multiple_copies_of_sqlite_linked_into_the_same_application
 */
export interface SqliteTransaction {
  prepare(sql: string): SqliteStatement;
  /** From Node 22.16 on. */
  readonly isTransaction?: boolean;
}

/** The part of a prepared statement that completing an item uses. */
export interface SqliteStatement {
  run(...values: (string | number)[]): { readonly changes: number | bigint };
  get(...values: (string | number)[]): unknown;
}

/** Marks an item as done in the transaction; `false` if another attempt has it. */
export function completeIn(transaction: SqliteTransaction, path: string, taken: TakenItem, now: number): boolean {
  const { isTransaction } = transaction;
  if (!(transaction instanceof process.getBuiltinModule("node:sqlite").DatabaseSync))
    throw new TypeError("Cannot complete item: the transaction isn't one of node:sqlite, and another copy of SQLite corrupts the file");
  if (isTransaction === false) throw new TypeError("Cannot complete item: begin a transaction first");
  // A pragma's table, and its one row has the path.
  const main = transaction.prepare("select file from pragma_database_list where name = 'main'").get() as
    | { readonly file: string | null }
    | undefined;
  if (!main?.file || realpathSync(main.file) !== realpathSync(path)) {
    throw new TypeError(`Cannot complete item: the transaction isn't one on the inbox's own file "${path}"`);
  }
  const { worker, id, run } = attemptOf(taken.fence);
  const { changes } = transaction
    .prepare(
      `update main.inbox_item set state = 1, settled = ?, error = null where id = ? and state = 0 and runs = ?
      and exists (select 1 from main.inbox_lane where lane = inbox_item.lane and head = inbox_item.id and owner = ?)`,
    )
    .run(now, id, run, worker);
  return Number(changes) > 0;
}

import type { DatabaseSync } from "node:sqlite";

/** Runs `work` in a write transaction: all of it is durable once this returns, or nothing of it is there. */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec("begin immediate");
  try {
    const result = work();
    database.exec("commit");
    return result;
  } catch (error) {
    try {
      database.exec("rollback");
    } catch {
      // Rolled back by SQLite itself, or never begun.
    }
    throw error;
  }
}

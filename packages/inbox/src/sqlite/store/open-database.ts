import { closeSync, existsSync, openSync, statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { connect } from "./connect.ts";
import { describeSqliteError } from "./sqlite-error.ts";
import { hasSchema, isNewer, migrate } from "./schema.ts";

/** SQLite's name of a database that is never a file. */
export const inMemory = ":memory:";

/**
 * Opens an inbox's file, or creates it, readable by its owner alone. `synchronous=FULL` is set and read back each time: it is a property of the
 * connection, and with less a power cut takes what was acknowledged.
 *
 * @throws for a file that isn't a database, is of a newer schema, or can't be written to, and with `mustExist` for one without an inbox; its content is
 * untouched then.
 */
export function openDatabase(path: string, mustExist = false): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    if (path !== inMemory) prepareFile(path, mustExist);
    database = connect(path);
    // Short, since it blocks the thread: who can't have the lock asks again.
    database.exec("pragma busy_timeout = 250");
    // Takes effect in a new file only; one that can't be written to is refused here.
    database.exec("pragma auto_vacuum = incremental");
    const { journal_mode: journal } = database.prepare("pragma journal_mode = wal").get() ?? {};
    if (journal !== "wal" && path !== inMemory) throw new Error(`its journal mode is "${String(journal)}", not "wal"`);
    database.exec("pragma synchronous = full; pragma secure_delete = on; pragma journal_size_limit = 16777216");
    if (synchronousOf(database) < 2) throw new Error("synchronous=FULL has no effect");
    migrate(database);
    return database;
  } catch (error) {
    database?.close();
    throw describeSqliteError(`Cannot open inbox "${path}"`, error);
  }
}

/** How far SQLite flushes: 2 is FULL. */
export function synchronousOf(database: DatabaseSync): number {
  return Number(database.prepare("pragma synchronous").get()?.["synchronous"]);
}

function prepareFile(path: string, mustExist: boolean): void {
  const exists = existsSync(path);
  if (mustExist && !exists) throw new Error("there is no such file");
  if (!exists) closeSync(openSync(path, "a", 0o600));
  if (statSync(path).size === 0 && !mustExist) return;
  // Looked at before anything is written.
  const database = connect(path, true);
  try {
    if (isNewer(database)) throw new Error("it was written by a newer version of @greenhook/inbox");
    if (mustExist && !hasSchema(database)) throw new Error("there is no inbox in it");
  } finally {
    database.close();
  }
}

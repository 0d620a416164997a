import type { EngineUnderTest } from "@greenhook/inbox/contract";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sqliteEngine, type SqliteEngine } from "../../packages/inbox/dist/sqlite/sqlite-engine.js";
import type { SqliteTransaction } from "../../packages/inbox/dist/sqlite/sqlite-transaction.js";

/** Leases that end within a test. */
export const quickTimes = { leaseMilliseconds: 700, beatMilliseconds: 100 };

/** SQLite engines over files of their own in a folder, with short leases and a clock that moves. */
export function sqliteUnderTest(folder = mkdtempSync(join(tmpdir(), "greenhook-inbox-"))): EngineUnderTest<SqliteTransaction> {
  const offsets = new Map<string, Float64Array>();
  let others: Promise<unknown> = Promise.resolve();
  const offsetOf = (store: string): Float64Array => {
    const known = offsets.get(store) ?? new Float64Array(new SharedArrayBuffer(8));
    offsets.set(store, known);
    return known;
  };
  return {
    make: async (store) => sqliteEngine({ path: join(folder, store), times: quickTimes, clockOffset: offsetOf(store) }),
    crash: (engine) => (engine as SqliteEngine).crash(),
    advance(store, milliseconds) {
      const offset = offsetOf(store);
      offset[0] = (offset[0] ?? 0) + milliseconds;
    },
    transaction(store, work) {
      // One at a time: while one waits for a promise, the next would wait for its lock, and hold up the event loop with it.
      const own = others.then(() => inTransaction(join(folder, store), work));
      others = own.catch(() => undefined);
      return own;
    },
  };
}

async function inTransaction(path: string, work: (transaction: DatabaseSync) => Promise<void>): Promise<void> {
  const database = new DatabaseSync(path);
  try {
    database.exec("pragma busy_timeout = 60000; begin immediate");
    await work(database);
    database.exec("commit");
  } catch (error) {
    database.exec("rollback");
    throw error;
  } finally {
    database.close();
  }
}

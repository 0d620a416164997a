import type { Db } from "pg-boss";
import { describeError } from "./postgres-error.ts";

/** A row as a driver gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Statements on Postgres, over pg-boss's connections. */
export interface Database {
  query(sql: string, values?: unknown[]): Promise<readonly Row[]>;
  /** Runs `work` in a transaction: all of it is durable once this resolves, or nothing of it is there. */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
}

/** An open transaction. */
export interface Transaction {
  readonly db: Db;
  readonly query: (sql: string, values?: unknown[]) => Promise<readonly Row[]>;
}

/** All errors are described; those that pass by themselves are `EngineUnavailable`. */
export function databaseOver(db: Db): Database {
  if (typeof db.beginTransaction !== "function")
    throw new TypeError("Cannot create the inbox: pg-boss's database adapter has no beginTransaction");
  return {
    query: (sql, values) => run(db, sql, values).catch((error: unknown) => Promise.reject(describeError("Cannot reach Postgres", error))),
    async transaction(work) {
      try {
        // Checked above.
        const open = await db.beginTransaction!();
        try {
          const result = await work({ db: open.db, query: (sql, values) => run(open.db, sql, values) });
          await open.commit();
          return result;
        } catch (error) {
          // Bounded by pg-boss, which drops a connection that doesn't respond.
          await open.rollback().catch(() => undefined);
          throw error;
        }
      } catch (error) {
        throw describeError("Cannot write to Postgres", error);
      }
    },
  };
}

async function run(db: Db, sql: string, values?: unknown[]): Promise<readonly Row[]> {
  return (await db.executeSql(sql, values)).rows as readonly Row[];
}

import type { Db } from "pg-boss";

/** A client of `pg` with an open transaction: the part that completing an item uses. */
export interface PgTransaction {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: unknown[] }>;
}

/**
 * A client of `pg` as `complete` takes it. pg-boss brings the same for others: `fromDrizzle`, `fromKysely`, `fromKnex`, `fromPrisma`.
 *
 * @example
 * await client.query("begin");
 * await client.query("insert into reply (chat) values ($1)", [chat]);
 * await inbox.complete(context, fromPg(client));
 * await client.query("commit");
 */
export function fromPg(client: PgTransaction): Db {
  return { executeSql: async (text, values) => ({ rows: (await client.query(text, values)).rows }) };
}

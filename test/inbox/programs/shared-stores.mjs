import { createDuplicateStore } from "@greenhook/inbox";

/** Connects to a duplicate store that processes share. `program` is the recipe, compiled from the documentation. */
export async function connectStore(kind, { path, url, program }) {
  if (kind === "memory") return { store: undefined, close: () => undefined };
  if (kind === "sqlite") {
    const store = createDuplicateStore({ path });
    return { store, close: () => store.close() };
  }
  if (kind === "redis") {
    const [{ Redis }, { redisStore }] = await Promise.all([import("ioredis"), import(program)]);
    const redis = new Redis(url);
    return { store: redisStore(redis), close: () => redis.disconnect() };
  }
  const [{ default: pg }, { postgresStore, createTable, forgetExpired }] = await Promise.all([import("pg"), import(program)]);
  const pool = new pg.Pool({ connectionString: url });
  // A server that ends a connection at rest is no error of a test's.
  pool.on("error", () => undefined);
  await pool.query(createTable);
  return { store: postgresStore(pool), close: () => pool.end(), forget: () => pool.query(forgetExpired) };
}

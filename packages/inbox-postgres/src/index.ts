export { createPostgresInbox } from "./create-postgres-inbox.ts";
export type {
  BossOptions,
  ConnectionOptions,
  CreatePostgresInboxOptions,
  PostgresInbox,
  PostgresInboxOptions,
} from "./create-postgres-inbox.ts";
export { fromPg } from "./from-pg.ts";
export type { PgTransaction } from "./from-pg.ts";

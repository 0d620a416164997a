import { checkOptionNames, type KnownNotification, type Logger, type UnknownNotification } from "@greenhook/core";
import { inboxOver, type SearchableInbox } from "@greenhook/inbox";
import { PgBoss, type Db } from "pg-boss";
import { postgresEngine } from "./engine/postgres-engine.ts";
import { describeError } from "./store/postgres-error.ts";
import { watchBoss } from "./watch-boss.ts";

/** Options of {@link createPostgresInbox}: a connection string, or a pg-boss of your own. */
export type CreatePostgresInboxOptions = PostgresInboxOptions & (ConnectionOptions | BossOptions);

/** Where Postgres is. */
export interface ConnectionOptions {
  /** @example process.env.DATABASE_URL */
  readonly connectionString: string;
  /**
   * How many connections the process opens at most.
   *
   * @default 10
   */
  readonly connections?: number;
  readonly boss?: never;
}

/** A pg-boss that your program has for other queues already. */
export interface BossOptions {
  /** Started, and stopped by you after the inbox is closed. Give its connections a `query_timeout`: without one a lost network is noticed late. */
  readonly boss: PgBoss;
  readonly connectionString?: never;
  readonly connections?: never;
}

/** What both have. */
export interface PostgresInboxOptions {
  /**
   * pg-boss's schema. The inbox's own tables, `greenhook_…`, are in it too.
   *
   * @default "pgboss"
   */
  readonly schema?: string;
  /**
   * The name of the inbox, and of its queue in pg-boss.
   *
   * @default "greenhook"
   */
  readonly queue?: string;
  /**
   * Whether the inbox must be there already, so that a wrong name isn't taken for a new one. Nothing is created, and pg-boss's schema isn't migrated.
   *
   * @default false
   */
  readonly mustExist?: boolean;
  /**
   * What runs one after another; everything else runs side by side.
   *
   * @default laneOf
   */
  readonly laneOf?: (parsed: KnownNotification | UnknownNotification) => string;
  /**
   * Where pg-boss's warnings and errors are logged. `false` for silence.
   *
   * @default console
   */
  readonly logger?: Logger | false;
}

/** An inbox on Postgres. A transaction is given as pg-boss's `Db`: `fromPg(client)`, or pg-boss's `fromDrizzle`, `fromKysely`, `fromKnex`, `fromPrisma`. */
export type PostgresInbox = SearchableInbox<Db>;

/** How long a statement may take until its connection is given up. */
const queryMilliseconds = 15_000;

/**
 * Makes an inbox on Postgres, over pg-boss: what `deliver` resolves for is committed, and any number of machines work on it. The schema, the queue and
 * the tables are created where there are none.
 *
 * @throws Error if Postgres can't be reached, the role may not create tables, a queue of the name isn't an inbox's, or a newer version has written it.
 *
 * @example
 * const inbox = await createPostgresInbox({ connectionString: process.env.DATABASE_URL });
 * const handler = createWebhookHandler({ token: process.env.WEBHOOK_TOKEN, deliver: inbox });
 * await inbox.work(createDispatcher().onText((notification, text) => console.log(notification.senderData.chatId, text)));
 */
export async function createPostgresInbox(options: CreatePostgresInboxOptions): Promise<PostgresInbox> {
  checkOptionNames("create the inbox", options, optionNames);
  const { schema = "pgboss", queue = "greenhook", mustExist = false, laneOf, logger } = options;
  const boss = options.boss ?? bossOf(options, schema, mustExist);
  const watch = watchBoss(boss, logger);
  const close = async (): Promise<void> => {
    watch.end();
    if (options.boss === undefined) await boss.stop({ graceful: false });
  };
  try {
    if (options.boss === undefined) await boss.start();
    const engine = await postgresEngine({ boss, schema, queue, mustExist, warnings: watch.warnings, onClose: close });
    return inboxOver(engine, laneOf === undefined ? {} : { laneOf });
  } catch (error) {
    await close().catch(() => undefined);
    throw describeError(`Cannot open inbox "${queue}" on Postgres`, error);
  }
}

const optionNames: Readonly<Record<keyof (PostgresInboxOptions & (ConnectionOptions | BossOptions)), true>> = {
  connectionString: true,
  connections: true,
  boss: true,
  schema: true,
  queue: true,
  mustExist: true,
  laneOf: true,
  logger: true,
};

function bossOf({ connectionString, connections = 10 }: ConnectionOptions, schema: string, mustExist: boolean): PgBoss {
  if (typeof connectionString !== "string" || connectionString === "")
    throw new TypeError('Cannot create the inbox: it needs a "connectionString", or a "boss"');
  // What `pg` takes and pg-boss's types don't list.
  const pool = { query_timeout: queryMilliseconds, keepAlive: true };
  return new PgBoss({
    connectionString,
    schema,
    max: connections,
    application_name: "greenhook",
    connectionTimeoutMillis: 10_000,
    schedule: false,
    migrate: !mustExist,
    ...pool,
  });
}

import type { InboxCheck, InboxStats, NewItem, PutResult } from "@greenhook/inbox";
import type { PgBoss } from "pg-boss";
import { checkStore } from "./check.ts";
import { claimFrom, type Claim } from "./claim.ts";
import { databaseOver } from "./database.ts";
import { erasingIn, type Erasing } from "./erasing.ts";
import { itemsIn, type StoredItems } from "./items.ts";
import { leasesIn, type Leases, type LeaseTimes } from "./leases.ts";
import { namesOf } from "./names.ts";
import { putInto } from "./put.ts";
import { prepareQueue } from "./queue.ts";
import { repairJobs } from "./repair.ts";
import { forgetSome } from "./retention.ts";
import { migrate } from "./schema.ts";
import { settleFor, type Settle } from "./settle.ts";
import { statsOf } from "./stats.ts";

/** An inbox's tables and its queue. Every call may reject with `EngineUnavailable`. */
export interface Store {
  /** Durable once it resolves. */
  put(items: readonly NewItem[]): Promise<readonly PutResult[]>;
  readonly claim: Claim;
  readonly settle: Settle;
  readonly leases: Leases;
  readonly items: StoredItems;
  readonly erasing: Erasing;
  /** Deletes some of what nobody needs any more; whether there may be more. */
  forget(): Promise<boolean>;
  /** Frees chats whose jobs are gone. */
  repair(): Promise<void>;
  stats(): Promise<InboxStats>;
  check(warnings: readonly string[]): Promise<InboxCheck>;
}

/** @throws Error for a queue of another sort, a newer schema, a role that may not create tables, and with `mustExist` where there is no inbox. */
export async function openStore(boss: PgBoss, schema: string, queue: string, mustExist: boolean, times: LeaseTimes): Promise<Store> {
  const names = namesOf(schema, queue);
  const db = boss.getDb();
  const database = databaseOver(db);
  if (mustExist && (await boss.getQueue(queue)) === null) throw new Error(`schema "${schema}" has no queue "${queue}"`);
  await prepareQueue(boss, queue);
  await migrate(database, names);
  return {
    put: putInto(database, boss, names),
    claim: claimFrom(database, boss, names),
    settle: settleFor(database, boss, names),
    leases: leasesIn(database, boss, names, times),
    items: itemsIn(database, boss, names),
    erasing: erasingIn(database, boss, names),
    forget: () => forgetSome(database, names),
    repair: () => repairJobs(database, boss, names),
    stats: () => statsOf(database, names),
    check: (warnings) => checkStore(database, db, names, warnings),
  };
}

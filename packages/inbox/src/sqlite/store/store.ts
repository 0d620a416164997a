import { statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { NewItem, PutResult } from "../../engine/new-item.ts";
import type { InboxCheck, InboxStats } from "../../inbox/inbox-stats.ts";
import { checkStore } from "./check.ts";
import { prepareClaim, type Claim } from "./claim.ts";
import type { Clock } from "./clock.ts";
import { prepareErasing, type Erasing } from "./erasing.ts";
import { prepareItems, type StoredItems } from "./items.ts";
import { prepareLanes } from "./lanes.ts";
import { prepareLeases, type Leases, type LeaseTimes } from "./leases.ts";
import { inMemory, openDatabase } from "./open-database.ts";
import { preparePut } from "./put.ts";
import { prepareRetention } from "./retention.ts";
import { prepareSettle, type Settle } from "./settle.ts";
import { prepareStats } from "./stats.ts";
import { transaction } from "./transaction.ts";

/** An inbox's file, open. */
export interface Store {
  /** A write transaction around any of the others. */
  write<Result>(work: () => Result): Result;
  /** Durable once it returns. */
  put(items: readonly NewItem[]): readonly PutResult[];
  readonly claim: Claim;
  readonly settle: Settle;
  readonly leases: Leases;
  readonly items: StoredItems;
  readonly erasing: Erasing;
  /** Within a transaction. */
  forget(): boolean;
  stats(): InboxStats;
  check(): InboxCheck;
  /** Moves the log into the file, and empties it. */
  truncateLog(): boolean;
  close(): void;
}

/** @throws as `openDatabase`. */
export function openStore(path: string, clock: Clock, times: LeaseTimes): Store {
  const database = openDatabase(path);
  const lanes = prepareLanes(database, clock);
  const putOne = preparePut(database, clock, lanes);
  const stats = prepareStats(database, clock);
  const isStillThere = identityOf(path);
  return {
    write: (work) => transaction(database, work),
    put(items) {
      const results = transaction(database, () => items.map(putOne));
      // Written to a file that has no name any more, it is as good as lost.
      if (!isStillThere()) throw new Error(`Cannot store in "${path}": the file was moved or deleted while it was open`);
      return results;
    },
    claim: prepareClaim(database, clock, lanes),
    settle: prepareSettle(database, clock, lanes),
    leases: prepareLeases(database, clock, times),
    items: prepareItems(database, lanes),
    erasing: prepareErasing(database, clock, lanes),
    forget: prepareRetention(database, clock),
    stats,
    check: () => checkStore(path, database, stats()),
    truncateLog: () => isEmptied(database),
    close: () => database.close(),
  };
}

/** Whether path and log still lead to the files that were opened. */
function identityOf(path: string): () => boolean {
  if (path === inMemory) return () => true;
  const inode = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.ino;
  const opened = [inode(path), inode(`${path}-wal`)];
  return () => inode(path) === opened[0] && inode(`${path}-wal`) === opened[1];
}

function isEmptied(database: DatabaseSync): boolean {
  return database.prepare("pragma wal_checkpoint(truncate)").get()?.["busy"] === 0;
}

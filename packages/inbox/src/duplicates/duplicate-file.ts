import type { DuplicateClaim } from "@greenhook/core";
import { createHash, randomUUID } from "node:crypto";
import { closeSync, existsSync, openSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "../sqlite/store/clock.ts";
import { connect } from "../sqlite/store/connect.ts";
import { inMemory } from "../sqlite/store/open-database.ts";
import { describeSqliteError } from "../sqlite/store/sqlite-error.ts";
import { transaction } from "../sqlite/store/transaction.ts";

/** A file of keys, open. */
export interface DuplicateFile {
  claim(key: string, leaseMilliseconds: number): DuplicateClaim;
  renew(key: string, fence: string, leaseMilliseconds: number): void;
  settle(key: string, fence: string, done: boolean, ttlMilliseconds: number): void;
  close(): void;
}

/** How long a key stays after its end: a delivery that settles after its lease still can, unless another one has taken over. */
const graceMilliseconds = 3_600_000;

/**
 * Opens a file of keys, or creates it, readable by its owner alone.
 *
 * @throws for a file that isn't a database or can't be written to.
 */
export function openDuplicateFile(path: string, clock: Clock): DuplicateFile {
  let database: DatabaseSync | undefined;
  try {
    if (path !== inMemory && !existsSync(path)) closeSync(openSync(path, "a", 0o600));
    database = connect(path);
    database.exec("pragma busy_timeout = 5000; pragma journal_mode = wal; pragma journal_size_limit = 16777216");
    // Flushed at checkpoints: a power cut may take the latest keys, which lets a redelivery run twice, and loses nothing.
    database.exec("pragma synchronous = normal");
    migrate(database);
    return prepare(database, clock);
  } catch (error) {
    database?.close();
    throw describeSqliteError(`Cannot open duplicate store "${path}"`, error);
  }
}

function migrate(database: DatabaseSync): void {
  transaction(database, () => {
    database.exec(`create table if not exists duplicate_key (
      -- The SHA-256 of its UTF-16: of one length, without phone numbers, and different for keys that differ at all.
      key blob primary key,
      -- Of the claim that has it; null once it is done.
      fence text,
      -- When the lease, or the time to live, ends: milliseconds since 1970.
      expiry integer not null
    ) without rowid`);
    database.exec("create index if not exists duplicate_key_expiry on duplicate_key (expiry)");
  });
}

function prepare(database: DatabaseSync, clock: Clock): DuplicateFile {
  const claim = database.prepare(`insert into duplicate_key values (?, ?, ?)
    on conflict (key) do update set fence = excluded.fence, expiry = excluded.expiry where expiry <= ?`);
  const look = database.prepare("select fence from duplicate_key where key = ?");
  const renew = database.prepare("update duplicate_key set expiry = ? where key = ? and fence = ?");
  const finish = database.prepare("update duplicate_key set fence = null, expiry = ? where key = ? and fence = ?");
  const free = database.prepare("delete from duplicate_key where key = ? and fence = ?");
  // More than one for each that is added, so that the file doesn't grow.
  const forget = database.prepare(
    "delete from duplicate_key where key in (select key from duplicate_key where expiry <= ? order by expiry limit 2)",
  );
  const after = (milliseconds: number): number => Math.ceil(clock() + milliseconds);
  return {
    claim: (key, leaseMilliseconds) =>
      transaction(database, () => {
        const fence = randomUUID();
        const { changes } = claim.run(digestOf(key), fence, after(leaseMilliseconds), clock());
        forget.run(clock() - graceMilliseconds);
        if (changes === 1) return { state: "new", fence };
        return { state: look.get(digestOf(key))?.["fence"] === null ? "done" : "running" };
      }),
    renew: (key, fence, leaseMilliseconds) => void renew.run(after(leaseMilliseconds), digestOf(key), fence),
    settle(key, fence, done, ttlMilliseconds) {
      if (done) finish.run(after(ttlMilliseconds), digestOf(key), fence);
      else free.run(digestOf(key), fence);
    },
    close: () => database.close(),
  };
}

function digestOf(key: string): Uint8Array {
  return createHash("sha256").update(Buffer.from(key, "utf16le")).digest();
}

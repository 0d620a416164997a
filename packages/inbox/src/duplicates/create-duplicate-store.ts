import { checkOptionNames, type DuplicateClaim, type DuplicateStore } from "@greenhook/core";
import { resolve } from "node:path";
import { inMemory } from "../sqlite/store/open-database.ts";
import { openDuplicateFile } from "./duplicate-file.ts";
import { DuplicateThreadClient } from "./duplicate-thread-client.ts";
import type { DuplicateThreadData } from "./thread.ts";

/** Options of {@link createDuplicateStore}. */
export interface CreateDuplicateStoreOptions {
  /**
   * The file, on a disk of this machine; it is created where there is none, readable by its owner alone. Not the inbox's: an inbox knows duplicates
   * by itself.
   *
   * @example "duplicates.db"
   */
  readonly path: string;
}

/** A duplicate store in an SQLite file. */
export interface SqliteDuplicateStore extends DuplicateStore {
  claim(key: string, leaseMilliseconds: number): Promise<DuplicateClaim>;
  renew(key: string, fence: string, leaseMilliseconds: number): Promise<void>;
  settle(key: string, fence: string, done: boolean, ttlMilliseconds: number): Promise<void>;
  /** Closes the file once every call before it has its result. */
  close(): Promise<void>;
}

/**
 * Makes a store for `withoutDuplicates` in an SQLite file: what was delivered is known after a restart, and any number of processes of one machine may
 * share it. A thread has the file open, so that neither a lock nor the disk holds up the process. Leases and times to live go by the machine's
 * clock. Keys are kept as digests, and deleted after their time. A kill loses none; a power cut may lose the latest, whose redeliveries run again.
 *
 * @throws if the file can't be opened or written to, or is no database.
 *
 * @example
 * const store = createDuplicateStore({ path: "duplicates.db" });
 * const deliver = withoutDuplicates(dispatcher, { store });
 */
export function createDuplicateStore(options: CreateDuplicateStoreOptions): SqliteDuplicateStore {
  checkOptionNames("create the duplicate store", options, { path: true } satisfies Record<keyof CreateDuplicateStoreOptions, true>);
  const { path } = options;
  if (typeof path !== "string" || path === "") throw new TypeError('Cannot create the duplicate store: "path" must be the name of a file');
  const file = path === inMemory ? path : resolve(path);
  openDuplicateFile(file, Date.now).close();
  return duplicateStoreIn({ path: file });
}

/** The same, with a clock that a test moves. */
export function duplicateStoreIn(data: DuplicateThreadData): SqliteDuplicateStore {
  const client = new DuplicateThreadClient(data);
  return {
    claim: (...args) => client.call("claim", ...args),
    renew: (...args) => client.call("renew", ...args),
    settle: (...args) => client.call("settle", ...args),
    close: () => client.close(),
  };
}

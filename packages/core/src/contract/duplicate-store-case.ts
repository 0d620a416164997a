import type { DuplicateStore } from "../receiving/duplicate-store.ts";

/** What a case of the contract for duplicate stores has at hand. */
export interface DuplicateStoreBench {
  /** Two stores over the same keys, as two processes would have them. */
  readonly stores: readonly [DuplicateStore, DuplicateStore];
  /** What every key of the case begins with, so that cases don't meet. */
  readonly prefix: string;
  /** Long enough for a case to ask several times before it ends. */
  readonly leaseMilliseconds: number;
  /** Lets this time pass. */
  readonly advance: (milliseconds: number) => Promise<void>;
}

/** One case of the contract. */
export interface DuplicateStoreContractCase {
  /** A stable name for reports. */
  readonly title: string;
  /** Throws what went wrong. */
  readonly run: (bench: DuplicateStoreBench) => Promise<void>;
}

import type { InboxBench } from "./inbox-bench.ts";

/** What a case needs beside an engine; without it the case is skipped. */
export type Ability = "items" | "complete" | "crash" | "advance";

/** One case of the contract. */
export interface InboxContractCase {
  /** A stable name for reports and skips. */
  readonly title: string;
  readonly needs?: readonly Ability[];
  /** Throws what went wrong. */
  readonly run: (bench: InboxBench) => Promise<void>;
}

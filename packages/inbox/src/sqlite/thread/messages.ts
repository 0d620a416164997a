import type { NewItem, PutResult } from "../../engine/new-item.ts";
import type { Settlement, SettleResult, TakenItem } from "../../engine/taken-item.ts";
import type { InboxFilter, InboxItem } from "../../inbox/inbox-item.ts";
import type { InboxCheck, InboxStats } from "../../inbox/inbox-stats.ts";
import type { LeaseTimes } from "../store/leases.ts";

/** What the thread that has the file open is started with. */
export interface ThreadData {
  readonly path: string;
  readonly times: LeaseTimes;
  /** Added to the system's clock, in milliseconds. */
  readonly clockOffset?: Float64Array;
  /** Where the thread writes when it has last renewed its leases: `process.hrtime.bigint()`. */
  readonly renewedAt: BigInt64Array;
}

/** What the thread does on request: arguments and result. */
export interface Calls {
  readonly put: (items: readonly NewItem[]) => readonly PutResult[];
  /** Begins to push items to the run of this number. */
  readonly run: (run: number, concurrency: number) => void;
  /** Takes nothing more for a run. */
  readonly pause: (run: number) => void;
  /** Gives back what a run hasn't settled, and forgets it. */
  readonly end: (run: number) => void;
  readonly settle: (run: number, fence: string, settlement: Settlement) => SettleResult;
  readonly list: (filter: InboxFilter) => readonly InboxItem[];
  readonly textOf: (id: string) => string | undefined;
  readonly retry: (filter: InboxFilter) => number;
  readonly erase: (filter: InboxFilter) => number;
  readonly stats: () => InboxStats;
  readonly check: () => InboxCheck;
  readonly close: () => void;
}

/** A request to the thread. */
export type Request = {
  [Call in keyof Calls]: { readonly number: number; readonly call: Call; readonly args: Parameters<Calls[Call]> };
}[keyof Calls];

/** A slot of a run is free: the handler has returned. Needs no response. */
export interface Freed {
  readonly call: "free";
  readonly run: number;
}

/** What the thread posts. */
export type ThreadMessage =
  | { readonly kind: "result"; readonly number: number; readonly result: unknown }
  | { readonly kind: "error"; readonly number: number; readonly message: string; readonly isTransient: boolean }
  | RunMessage;

/** What concerns a run. */
export type RunMessage =
  | { readonly kind: "taken"; readonly run: number; readonly taken: readonly TakenItem[] }
  /** The signals of these attempts are to be aborted. */
  | { readonly kind: "abort"; readonly run: number; readonly fences: readonly string[]; readonly reason: string };

import type { InboxEngine, SearchableEngine } from "../engine/inbox-engine.ts";

/** An engine, and what can be done to it. */
export interface EngineUnderTest<Transaction = never> {
  /**
   * Makes an engine over the store of this name, an empty one when it is named for the first time. Cases run side by side, each with a store of its own and
   * with several engines over it, as several processes would have them.
   */
  make(store: string): Promise<InboxEngine | SearchableEngine<Transaction>>;
  /** Ends an engine as a kill of its process would: nothing is given back. @default its cases are skipped */
  crash?(engine: InboxEngine): Promise<void>;
  /** Moves the clock of every engine over this store on. @default its cases are skipped */
  advance?(store: string, milliseconds: number): Promise<void> | void;
  /** Runs `work` in a transaction on the store: commits if it resolves, rolls back and rejects if it rejects. @default its cases are skipped */
  transaction?(store: string, work: (transaction: Transaction) => Promise<void>): Promise<void>;
  /**
   * How long a case waits for something to happen until it has failed.
   *
   * @default 60_000
   */
  readonly patienceMilliseconds?: number;
}

/**
 * - `waiting`: stored, and not running; after a failure until `dueAt`.
 * - `running`: a worker runs its handler.
 * - `done`: handled, or erased before it was.
 * - `dead`: given up. Its chat has gone on, unless the worker's `whenDead` is `"block"`.
 */
export type InboxState = "waiting" | "running" | "done" | "dead";

/** A stored notification, without its content. */
export interface InboxItem {
  /** Names it in this inbox. */
  readonly id: string;
  /** Core's `keyOf` of the notification: the same for each delivery of it. A good unique key for effects of your own. */
  readonly key: string;
  /** Items of one lane run one after another. `<idInstance>/<chatId>` by default; empty once the item is erased. */
  readonly lane: string;
  readonly state: InboxState;
  /** The kind of notification. Characters other than printable ASCII are percent-encoded. */
  readonly typeWebhook: string;
  /** Where it came from: `"webhook"`, `"polling"`, `"replay"` or `"journal"`. */
  readonly origin: string;
  readonly storedAt: Date;
  /** How many attempts have begun since it was stored, or put back by hand. */
  readonly attempt: number;
  /** When its next attempt is due. Present while it waits after a failure. */
  readonly dueAt?: Date;
  /** The message of the error that ended the latest attempt, at most 500 characters. */
  readonly lastError?: string;
}

/** Items that fit every criterion given. */
export interface InboxFilter {
  readonly state?: InboxState;
  /** @example "1101000001/79990000000@c.us" */
  readonly lane?: string;
  /**
   * The chat, in every instance that has it. Finds nothing where lanes are made by a `laneOf` of your own.
   *
   * @example "79990000000@c.us"
   */
  readonly chat?: string;
  readonly ids?: readonly string[];
  /** Core's `messageKeyOf`: the message or call that a journal's row stands for, whatever brought it. */
  readonly messageKey?: string;
  readonly storedBefore?: Date;
  /** Those that are listed behind the item with this id: the next page. */
  readonly after?: string;
  /**
   * How many at most, the oldest first.
   *
   * @default 100 for `list`, no limit for `retry` and `erase`
   */
  readonly limit?: number;
}

/** The items of an inbox that can be searched. */
export interface InboxItems {
  /** The oldest first. */
  list(filter?: InboxFilter): Promise<readonly InboxItem[]>;
  /** The JSON text as it arrived. `undefined` for no such item, an erased one, and one that was done more than 25 hours ago. */
  textOf(id: string): Promise<string | undefined>;
  /**
   * Puts dead items, and done ones if the filter names them by `state` or `ids`, back to wait, with as many attempts as a new one has. Items
   * whose text is gone are left out. Resolves to how many there were.
   */
  retry(filter: InboxFilter): Promise<number>;
  /**
   * Erases the text, the lane and the errors of every item that fits, whatever its state: running ones are aborted first, waiting ones never
   * run. Their keys, which are digests, are kept as long as other items' keys, so that a redelivery isn't stored again. Resolves to how many
   * there were. Backups, and what your handlers wrote elsewhere, are yours to erase.
   *
   * @throws TypeError for a filter without a criterion.
   */
  erase(filter: InboxFilter): Promise<number>;
}

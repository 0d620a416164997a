/** How full an inbox is: for metrics and alarms. */
export interface InboxStats {
  readonly waiting: number;
  readonly running: number;
  /** Items that are kept after they were done, so that a redelivery is known. */
  readonly done: number;
  readonly dead: number;
  /** How long the oldest item that isn't done or dead has been stored; 0 where there is none. */
  readonly oldestWaitingSeconds: number;
  /** Lanes that stand still behind a dead item, with `whenDead: "block"`. */
  readonly blockedLanes: number;
}

/** The result of looking for what makes an inbox lose, delay or expose notifications. */
export interface InboxCheck {
  /** @example "sqlite" */
  readonly engine: string;
  /** Whether what is stored survives a power cut. */
  readonly durable: boolean;
  /** A sentence each, without content. Empty where nothing is wrong. */
  readonly problems: readonly string[];
}

/** A message that waits to be sent, as `showMessagesQueue` lists it. */
export interface OutboxMessage {
  readonly messageID?: string;
  /** Instead of `messageID` for forwarded messages. */
  readonly messagesIDs?: readonly string[];
  /** The method. */
  readonly type: string;
  /** The method's input. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** The messages that wait until the instance is authorized. */
export interface Outbox {
  readonly size: number;
  /** Sends a message, at once or when the instance is authorized. */
  add(message: OutboxMessage, send: () => void): void;
  list(): readonly OutboxMessage[];
  clear(): void;
  /** Sends all that wait. */
  flush(): void;
}

export function createOutbox(options: {
  readonly now: () => number;
  readonly retentionMilliseconds: number;
  readonly isOpen: () => boolean;
}): Outbox {
  let waiting: { readonly message: OutboxMessage; readonly send: () => void; readonly at: number }[] = [];
  const dropExpired = (): void => {
    waiting = waiting.filter(({ at }) => options.now() - at < options.retentionMilliseconds);
  };
  return {
    get size() {
      dropExpired();
      return waiting.length;
    },
    add(message, send) {
      if (options.isOpen()) send();
      else waiting.push({ message, send, at: options.now() });
    },
    list() {
      dropExpired();
      return waiting.map(({ message }) => message);
    },
    clear() {
      waiting = [];
    },
    flush() {
      dropExpired();
      const sent = waiting;
      waiting = [];
      for (const { send } of sent) send();
    },
  };
}

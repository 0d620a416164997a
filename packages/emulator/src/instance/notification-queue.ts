/** A notification that waits for its delivery. */
export interface QueuedNotification {
  /** Its number in the HTTP API's queue. */
  readonly receiptId: number;
  /** As it was given: the notification, or the text of a body. */
  readonly notification: object | string;
  /** What is sent. */
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly queuedAt: number;
  /** How often it was sent. */
  attempts: number;
}

/** The notifications of one instance, first in, first out; each leaves when it is delivered or too old. */
export interface NotificationQueue {
  /** How many wait. */
  readonly size: number;
  /** Throws what `JSON.stringify` throws. */
  add(notification: object | string, queuedAt: number): void;
  /** The oldest one that is not too old. */
  first(): QueuedNotification | undefined;
  /** Takes one out; false if it isn't there (any more). */
  remove(receiptId: number): boolean;
  /** Takes out all of them. */
  clear(): void;
}

/** An empty queue. `onDropped` is told of each notification that became too old. */
export function createNotificationQueue(options: {
  readonly now: () => number;
  readonly retentionMilliseconds: number;
  readonly onDropped: (dropped: QueuedNotification) => void;
}): NotificationQueue {
  let items: QueuedNotification[] = [];
  /** Those before it are gone: taking the first must not move all others. */
  let start = 0;
  let nextReceiptId = 1;

  const takeAt = (index: number): void => {
    if (index > start) items.splice(index, 1);
    else start++;
    if (start > 1_000 && start * 2 > items.length) {
      items = items.slice(start);
      start = 0;
    }
  };

  const dropOld = (): void => {
    for (let oldest = items[start]; oldest !== undefined; oldest = items[start]) {
      if (options.now() - oldest.queuedAt < options.retentionMilliseconds) return;
      takeAt(start);
      options.onDropped(oldest);
    }
  };

  return {
    get size() {
      dropOld();
      return items.length - start;
    },
    add(notification, queuedAt) {
      const body = typeof notification === "string" ? notification : JSON.stringify(notification);
      let index = items.length;
      while (index > start && (items[index - 1]?.queuedAt ?? 0) > queuedAt) index--;
      items.splice(index, 0, { receiptId: nextReceiptId++, notification, body, queuedAt, attempts: 0 });
    },
    first() {
      dropOld();
      return items[start];
    },
    remove(receiptId) {
      dropOld();
      for (let index = start; index < items.length; index++) {
        if (items[index]?.receiptId !== receiptId) continue;
        takeAt(index);
        return true;
      }
      return false;
    },
    clear() {
      items = [];
      start = 0;
    },
  };
}

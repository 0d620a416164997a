/** A notification in the queue. */
export interface QueuedNotification {
  /** Its number in the queue, for `deleteNotification`. */
  readonly receiptId: number;
  /** The notification, or the text of a body. */
  readonly notification: object | string;
  /** The text that is sent. */
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly queuedAt: number;
  /** The number of attempts so far. */
  attempts: number;
}

/** The notifications of one instance, first in, first out. Those older than the retention are dropped. */
export interface NotificationQueue {
  readonly size: number;
  /** @throws {TypeError} `JSON.stringify` can't write it */
  add(notification: object | string, queuedAt: number): void;
  /** The oldest notification. */
  first(): QueuedNotification | undefined;
  /** Returns `false` if there is no such notification. */
  remove(receiptId: number): boolean;
  clear(): void;
}

export function createNotificationQueue(options: {
  readonly now: () => number;
  readonly retentionMilliseconds: number;
  /** Called with each notification that became older than the retention. */
  readonly onDropped: (dropped: QueuedNotification) => void;
}): NotificationQueue {
  let items: QueuedNotification[] = [];
  /** Items before this index are removed: removing the first one must not move all others. */
  let start = 0;
  let nextReceiptId = 1;

  const removeAt = (index: number): void => {
    if (index > start) items.splice(index, 1);
    else start++;
    if (start > 1_000 && start * 2 > items.length) {
      items = items.slice(start);
      start = 0;
    }
  };

  const dropExpired = (): void => {
    for (let oldest = items[start]; oldest !== undefined; oldest = items[start]) {
      if (options.now() - oldest.queuedAt < options.retentionMilliseconds) return;
      removeAt(start);
      options.onDropped(oldest);
    }
  };

  return {
    get size() {
      dropExpired();
      return items.length - start;
    },
    add(notification, queuedAt) {
      const body = typeof notification === "string" ? notification : JSON.stringify(notification);
      let index = items.length;
      while (index > start && (items[index - 1]?.queuedAt ?? 0) > queuedAt) index--;
      items.splice(index, 0, { receiptId: nextReceiptId++, notification, body, queuedAt, attempts: 0 });
    },
    first() {
      dropExpired();
      return items[start];
    },
    remove(receiptId) {
      dropExpired();
      for (let index = start; index < items.length; index++) {
        if (items[index]?.receiptId !== receiptId) continue;
        removeAt(index);
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

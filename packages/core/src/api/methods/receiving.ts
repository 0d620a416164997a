import type { CallOptions } from "./call-options.ts";

/** Methods that read the queue of notifications, and files. Rates are those documented for WhatsApp, per instance and method. */
export interface ReceivingMethods {
  /**
   * The oldest notification in the queue, the same one until it is deleted; `undefined` when none came within `receiveTimeout` seconds
   * (5 to 60, by default 5). 100 a second. `pollNotifications` does the whole round.
   *
   * @throws {ApiWebhookUrlSetError} a `webhookUrl` is set
   * @see https://green-api.com/en/docs/api/receiving/technology-http-api/ReceiveNotification/
   */
  receiveNotification(input?: { readonly receiveTimeout?: number }, options?: CallOptions): Promise<QueuedNotification | undefined>;
  /**
   * Takes a notification out of the queue; `result: false` when it is gone already. 100 a second.
   *
   * @see https://green-api.com/en/docs/api/receiving/technology-http-api/DeleteNotification/
   */
  deleteNotification(input: { readonly receiptId: number }, options?: CallOptions): Promise<DeleteNotificationAnswer>;
  /**
   * An address to download the file of a message from. 5 a second.
   *
   * @see https://green-api.com/en/docs/api/receiving/files/DownloadFile/
   */
  downloadFile(input: MessageInput, options?: CallOptions): Promise<{ readonly downloadUrl: string }>;
}

/** What `receiveNotification` answers. */
export interface QueuedNotification {
  /** The place in the queue, for `deleteNotification`. */
  readonly receiptId: number;
  /** The notification, not looked at: hand it to `parseNotification`. */
  readonly body: unknown;
}

/** What `deleteNotification` answers. */
export interface DeleteNotificationAnswer {
  /** Whether it was deleted; `false` when it is gone already, or never was. */
  readonly result: boolean;
  /** Why it wasn't deleted. */
  readonly reason?: string | null;
}

/** Names a message. */
export interface MessageInput {
  /** `79000000000@c.us`, `…@g.us`, `…@lid`; on Telegram and MAX a number as a string. */
  readonly chatId: string;
  /** The message's id, unique within its chat only. On Telegram and MAX digits above 2^53: never turn it into a number. */
  readonly idMessage: string;
}

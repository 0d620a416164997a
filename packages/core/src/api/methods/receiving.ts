import type { CallOptions } from "./call-options.ts";
import { query, read, type MethodSpecs } from "./method-spec.ts";
import { isObject } from "../../schema/is-object.ts";
import { check } from "./value-check.ts";

/** Methods that read the queue of notifications, and files. Rates are those documented for WhatsApp, per instance and method. */
export interface ReceivingMethods {
  /**
   * The oldest notification in the queue, the same one until it is deleted; `undefined` if none arrived within `receiveTimeout` seconds (5 to
   * 60, by default 5). 100 a second. `pollNotifications` receives, delivers and deletes in a loop.
   *
   * @throws {ApiWebhookUrlSetError} a `webhookUrl` is set
   * @see https://green-api.com/en/docs/api/receiving/technology-http-api/ReceiveNotification/
   */
  receiveNotification(input?: { readonly receiveTimeout?: number }, options?: CallOptions): Promise<QueuedNotification | undefined>;
  /**
   * Deletes a notification from the queue. 100 a second.
   *
   * @see https://green-api.com/en/docs/api/receiving/technology-http-api/DeleteNotification/
   */
  deleteNotification(input: { readonly receiptId: number }, options?: CallOptions): Promise<DeleteNotificationResult>;
  /**
   * A URL to download the file of a message from. 5 a second, on MAX 1.
   *
   * @see https://green-api.com/en/docs/api/receiving/files/DownloadFile/
   */
  downloadFile(input: MessageInput, options?: CallOptions): Promise<{ readonly downloadUrl: string }>;
}

export interface QueuedNotification {
  /** The notification's place in the queue, for `deleteNotification`. */
  readonly receiptId: number;
  /** The notification, unchecked: hand it to `parseNotification`. */
  readonly body: unknown;
  /** The exact JSON text that `body` was parsed from. Absent if it isn't valid UTF-8, and from clients that don't keep it. */
  readonly rawText?: string;
  /** The exact bytes of a body that isn't valid UTF-8: `body` has U+FFFD in the place of the invalid ones. */
  readonly rawBytes?: Uint8Array;
}

export interface DeleteNotificationResult {
  /** Whether it was deleted; `false` if it had been deleted before, or never existed. */
  readonly result: boolean;
  /** Why it wasn't deleted. */
  readonly reason?: string | null;
}

export interface MessageInput {
  /** `79000000000@c.us`, `…@g.us`, `…@lid`; on Telegram and MAX a number as a string. */
  readonly chatId: string;
  /** The message's id, unique within its chat only. On Telegram and MAX digits above 2^53: never turn it into a number. */
  readonly idMessage: string;
}

export const receivingSpecs: MethodSpecs<ReceivingMethods> = {
  receiveNotification: {
    ...read,
    callsPerSecond: 100,
    // A notification may have the 8 MiB that the webhook handler takes: a smaller limit would hold up the queue.
    maxResponseBytes: 9 * 1_048_576,
    input: { optional: { receiveTimeout: check.receiveTimeout } },
    response: { receiptId: check.receiptId, body: check.anything },
    empty: "undefined",
    rawKey: "body",
  },
  deleteNotification: {
    ...read,
    verb: "DELETE",
    callsPerSecond: 100,
    input: { required: { receiptId: check.receiptId } },
    pathKey: "receiptId",
    response: { result: check.flag },
  },
  downloadFile: {
    ...query,
    callsPerSecond: 5,
    ratesElsewhere: { max: 1 },
    input: { required: { chatId: check.nonBlank, idMessage: check.nonBlank } },
    response: { downloadUrl: check.text },
    // `{ downloadUrl: { url } }` was reported.
    normalize: (response) => {
      const { downloadUrl } = response;
      return isObject(downloadUrl) && typeof downloadUrl["url"] === "string" ? { ...response, downloadUrl: downloadUrl["url"] } : response;
    },
  },
};

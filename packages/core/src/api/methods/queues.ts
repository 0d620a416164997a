import type { CallOptions } from "./call-options.ts";

/** Methods that look at and clear the two queues. 1 a second each. */
export interface QueueMethods {
  /** How many messages wait to be sent. @see https://green-api.com/en/docs/api/queues/GetMessagesCount/ */
  getMessagesCount(options?: CallOptions): Promise<{ readonly count: number }>;
  /** The messages that wait to be sent. @see https://green-api.com/en/docs/api/queues/ShowMessagesQueue/ */
  showMessagesQueue(options?: CallOptions): Promise<readonly QueuedMessage[]>;
  /** Drops the messages that wait to be sent. Never repeated. @see https://green-api.com/en/docs/api/queues/ClearMessagesQueue/ */
  clearMessagesQueue(options?: CallOptions): Promise<{ readonly isCleared: boolean }>;
  /** How many notifications wait, 10 s old at most. @see https://green-api.com/en/docs/api/queues/GetWebhooksCount/ */
  getWebhooksCount(options?: CallOptions): Promise<{ readonly count: number }>;
  /**
   * Drops the notifications that wait. Once a minute. Never repeated.
   *
   * @throws {ApiRateLimitError} a minute hasn't passed; GREEN-API says so with status 200
   * @see https://green-api.com/en/docs/api/queues/ClearWebhooksQueue/
   */
  clearWebhooksQueue(options?: CallOptions): Promise<ClearWebhooksQueueAnswer>;
}

/** A message that waits to be sent, as far as it is described. */
export interface QueuedMessage {
  /** The message's id; the capital D is the wire's. */
  readonly messageID?: string;
  /** What it is, such as `sendMessage`. */
  readonly type?: string;
  /** What was given to the method. */
  readonly body?: unknown;
  /** Whatever else there is. */
  readonly [key: string]: unknown;
}

/** What `clearWebhooksQueue` answers. */
export interface ClearWebhooksQueueAnswer {
  /** Whether the queue was cleared. */
  readonly isCleared: boolean;
  /** Why it wasn't cleared. */
  readonly reason?: string | null;
  /** Time until the next call is allowed; the unit isn't documented. */
  readonly leftTime?: unknown;
}

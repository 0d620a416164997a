import type { OpenUnion } from "../../schema/open-union.ts";
import type { CallOptions } from "./call-options.ts";
import { act, read, readMany, type MethodSpecs } from "./method-spec.ts";
import { check } from "./value-check.ts";

/** Methods that read and clear the two queues: messages to send, and notifications. 1 a second each. */
export interface QueueMethods {
  /** The number of messages waiting to be sent. @see https://green-api.com/en/docs/api/queues/GetMessagesCount/ */
  getMessagesCount(options?: CallOptions): Promise<{ readonly count: number }>;
  /** The messages waiting to be sent. @see https://green-api.com/en/docs/api/queues/ShowMessagesQueue/ */
  showMessagesQueue(options?: CallOptions): Promise<readonly QueuedMessage[]>;
  /** Drops the messages waiting to be sent. Never retried. @see https://green-api.com/en/docs/api/queues/ClearMessagesQueue/ */
  clearMessagesQueue(options?: CallOptions): Promise<{ readonly isCleared: boolean }>;
  /** The number of notifications waiting, refreshed every 10 s. @see https://green-api.com/en/docs/api/queues/GetWebhooksCount/ */
  getWebhooksCount(options?: CallOptions): Promise<{ readonly count: number }>;
  /**
   * Drops the notifications waiting. Once a minute. Never retried.
   *
   * @throws {ApiRateLimitError} a minute hasn't passed, which GREEN-API reports with status 200
   * @see https://green-api.com/en/docs/api/queues/ClearWebhooksQueue/
   */
  clearWebhooksQueue(options?: CallOptions): Promise<ClearWebhooksQueueResult>;
}

/** A message waiting to be sent, typed after GREEN-API's Postman collection. */
export interface QueuedMessage {
  /** The message's id; the capital D is the wire's. */
  readonly messageID?: string;
  /** The ids of forwarded messages, in the place of `messageID`. */
  readonly messagesIDs?: readonly string[];
  /** The method that it was sent by. */
  readonly type?: OpenUnion<"sendMessage" | "sendPoll" | "sendFileByUrl" | "sendLocation" | "sendContact" | "sendLink" | "ForwardMessages">;
  /** The method's input, as sent. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Other keys. */
  readonly [key: string]: unknown;
}

export interface ClearWebhooksQueueResult {
  readonly isCleared: boolean;
  readonly reason?: string | null;
  /** Time until the next call is allowed; the unit is not documented. */
  readonly leftTime?: unknown;
}

export const queueSpecs: MethodSpecs<QueueMethods> = {
  getMessagesCount: { ...read, response: { count: check.number } },
  showMessagesQueue: { ...readMany, response: "list" },
  clearMessagesQueue: { ...act, response: { isCleared: check.flag } },
  getWebhooksCount: { ...read, response: { count: check.number }, normalize: withAsciiCount },
  clearWebhooksQueue: { ...act, verb: "DELETE", response: { isCleared: check.flag } },
};

/** One page documents `count` with a Cyrillic first letter. */
function withAsciiCount(response: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return response["count"] === undefined && "\u0441ount" in response ? { ...response, count: response["\u0441ount"] } : response;
}

import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";

/**
 * Where a notification goes: a dispatcher's `deliver`, a queue's producer, or any function of this shape. The sender gets its 200 when it
 * resolves; when it throws or rejects the sender gets a 500 and sends the notification again in 60 s. Malformed ones never get here.
 */
export type Deliver = (
  parsed: KnownNotification | UnknownNotification,
  context: DeliveryContext,
) => DeliveryResult | Promise<DeliveryResult>;

/** What became of a delivery that succeeded. Both words are answered 200; only `onOutcome` tells them apart. */
export type DeliveryResult = void | "ignored" | "duplicate";

/** What is known about a delivery besides its notification. */
export interface DeliveryContext {
  /**
   * Aborted when the sender was answered 503 because the deadline passed: what is still running won't be counted as delivered.
   * A listener of yours that throws is an uncaught exception: the runtime's signal makes it one.
   */
  readonly signal: AbortSignal;
  /** When the delivery arrived here. */
  readonly receivedAt: Date;
  /** The JSON text as it arrived: the place to look for numbers above 2^53. Absent behind a body parser. */
  readonly rawText?: string;
  /** By which way it came. */
  readonly source: "webhook" | "polling" | "replay";
}

import type { StopSignal } from "../api/stop-signal.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";

/** Takes a notification: a dispatcher's `deliver`, a queue's producer, or any function. Delivered means that it resolved. */
export type Deliver = (
  parsed: KnownNotification | UnknownNotification,
  context: DeliveryContext,
) => DeliveryResult | Promise<DeliveryResult>;

/** What became of a notification that was taken. */
export type DeliveryResult = void | "ignored" | "duplicate";

/** What is known of a delivery beside the notification. */
export interface DeliveryContext {
  /** Aborted when the result isn't waited for any more. */
  readonly signal: StopSignal;
  /** When it arrived here. */
  readonly receivedAt: Date;
  /** The text that it was parsed from, where there was one. */
  readonly rawText?: string;
  /** The way it came. */
  readonly source: "webhook" | "polling" | "replay";
}

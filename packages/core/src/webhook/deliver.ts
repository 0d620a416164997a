import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";

/**
 * What a notification is handed to: a dispatcher's `deliver`, a queue's producer, any function. The answer 200 means that it resolved; what it
 * throws makes GREEN-API deliver again.
 */
export type Deliver = (
  parsed: KnownNotification | UnknownNotification,
  context: DeliveryContext,
) => DeliveryResult | Promise<DeliveryResult>;

/** What became of a delivery: nothing said is handled; `"ignored"`: nobody wanted it; `"duplicate"`: it was delivered before. All answer 200. */
export type DeliveryResult = void | "ignored" | "duplicate";

/** The circumstances of a delivery. */
export interface DeliveryContext {
  /** Aborts when the answer is due; work that isn't needed then should stop. */
  readonly signal: AbortSignal;
  /** When it was received. */
  readonly receivedAt: Date;
  /** The body's text as it arrived. Absent where it never was text, such as one that a body parser read. */
  readonly rawText?: string;
  /** Which way it came. */
  readonly source: "webhook" | "polling" | "replay";
}

/** The runtime's own `AbortSignal`, without the DOM's or Node's types. */
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: "abort", listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

import { envelopeOf } from "./envelope-of.ts";
import type { NotificationInput } from "./notification-input.ts";

/** What {@link unknownNotification} takes. */
export interface UnknownNotificationInput extends NotificationInput {
  /** Default: `somethingNew`. */
  readonly typeWebhook?: string;
}

/** A kind that isn't known yet: GREEN-API adds some without notice. */
export function unknownNotification(input: UnknownNotificationInput = {}): object {
  const { typeWebhook = "somethingNew" } = input;
  return { typeWebhook, ...envelopeOf(input), details: { text: "Hello" } };
}

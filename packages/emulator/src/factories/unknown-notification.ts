import { envelopeOf, type NotificationInput } from "./factory.ts";

export interface UnknownNotificationInput extends NotificationInput {
  /** @default "somethingNew" */
  readonly typeWebhook?: string;
}

/** A notification of an unknown type: GREEN-API adds types without notice. */
export function unknownNotification(input: UnknownNotificationInput = {}): object {
  const { typeWebhook = "somethingNew" } = input;
  return { typeWebhook, ...envelopeOf(input), details: { text: "Hello" } };
}

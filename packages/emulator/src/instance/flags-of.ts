import { flagsFor, type WebhookFlag } from "@greenhook/core/api";

/** The fields that decide which flags matter. */
interface Flagged {
  readonly typeWebhook?: unknown;
  readonly status?: unknown;
  readonly messageData?: { readonly typeMessage?: unknown } | null;
}

/** The settings that must all be `"yes"` for a notification to be queued. Empty for a type without a flag, such as `quotaExceeded`. */
export function flagsOf(notification: object): readonly WebhookFlag[] {
  const { typeWebhook, status, messageData } = notification as Flagged;
  if (typeWebhook === "outgoingMessageStatus" && (status === "failed" || status === "noAccount")) return [];
  return flagsFor(String(typeWebhook), String(messageData?.typeMessage));
}

import type { NotificationEnvelope } from "./parsed-notification.ts";

/** What can be read of an unknown notification's common parts; what is of another type than documented is left out. */
export function envelopeOf(body: Readonly<Record<string, unknown>>, typeWebhook: string): NotificationEnvelope {
  const idMessage = body["idMessage"];
  const timestamp = body["timestamp"];
  return {
    typeWebhook,
    ...(typeof idMessage === "string" ? { idMessage } : undefined),
    ...(typeof timestamp === "number" ? { timestamp } : undefined),
  };
}

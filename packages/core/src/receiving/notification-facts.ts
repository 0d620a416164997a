import type { ParsedNotification } from "../notifications/parsed-notification.ts";
import { messageDataOf } from "../readers/message-data-of.ts";
import { sentAt } from "../readers/sent-at.ts";

/** What contexts, outcomes and logs may say of a notification: kinds, ids and times, none of its content. */
export interface NotificationFacts {
  readonly typeWebhook?: string;
  readonly typeMessage?: string;
  /** In digits. */
  readonly idInstance?: string;
  readonly idMessage?: string;
  readonly sentAt?: Date;
}

/** Read before the notification is delivered: handlers may change it. */
export function factsOf(parsed: ParsedNotification): NotificationFacts {
  if (parsed.kind === "malformed") return {};
  const readable = parsed.kind === "known" ? parsed.notification : parsed.envelope;
  const typeMessage = parsed.kind === "known" ? messageDataOf(parsed.notification)?.typeMessage : parsed.typeMessage;
  const kinds = kindsOf(parsed.kind === "known" ? parsed.notification.typeWebhook : parsed.typeWebhook, typeMessage);
  if (readable === undefined) return kinds;
  const { idMessage } = readable as { readonly idMessage?: unknown };
  const { idInstance } = readable.instanceData ?? {};
  const sent = sentAt(readable);
  return {
    ...kinds,
    ...(idInstance === undefined ? undefined : { idInstance: String(idInstance) }),
    ...(isPrintable(idMessage) ? { idMessage } : undefined),
    ...(sent === undefined ? undefined : { sentAt: sent }),
  };
}

function kindsOf(typeWebhook: string | undefined, typeMessage: string | undefined): Pick<NotificationFacts, "typeWebhook" | "typeMessage"> {
  return {
    ...(isPrintable(typeWebhook) ? { typeWebhook } : undefined),
    ...(isPrintable(typeMessage) ? { typeMessage } : undefined),
  };
}

/** A log line must hold whatever an unknown kind calls itself: 1 to 128 printable ASCII characters, else it isn't said. */
export function isPrintable(text: unknown): text is string {
  return typeof text === "string" && /^[ -~]{1,128}$/.test(text);
}

import type { ParsedNotification } from "../notifications/parsed-notification.ts";
import { messageDataOf } from "../readers/message-data-of.ts";
import { sentAt } from "../readers/sent-at.ts";

/** What contexts, outcomes and logs may say of a notification: kinds, ids and times, none of its content. */
export interface NotificationFacts {
  readonly typeWebhook?: string | undefined;
  readonly typeMessage?: string | undefined;
  /** In digits. */
  readonly idInstance?: string | undefined;
  readonly idMessage?: string | undefined;
  readonly sentAt?: Date | undefined;
}

/** Read before the notification is delivered: handlers may change it. */
export function factsOf(parsed: ParsedNotification): NotificationFacts {
  if (parsed.kind === "malformed") return {};
  const readable = parsed.kind === "known" ? parsed.notification : parsed.envelope;
  const typeWebhook = parsed.kind === "known" ? parsed.notification.typeWebhook : parsed.typeWebhook;
  const typeMessage = parsed.kind === "known" ? messageDataOf(parsed.notification)?.typeMessage : parsed.typeMessage;
  const { idMessage } = (readable ?? {}) as { readonly idMessage?: unknown };
  const { idInstance } = readable?.instanceData ?? {};
  return {
    typeWebhook: printable(typeWebhook),
    typeMessage: printable(typeMessage),
    idInstance: idInstance === undefined ? undefined : String(idInstance),
    idMessage: printable(idMessage),
    sentAt: readable === undefined ? undefined : sentAt(readable),
  };
}

function printable(text: unknown): string | undefined {
  return isPrintable(text) ? text : undefined;
}

/** A log line must hold whatever an unknown kind calls itself: 1 to 128 printable ASCII characters, else it isn't said. */
export function isPrintable(text: unknown): text is string {
  return typeof text === "string" && /^[ -~]{1,128}$/.test(text);
}

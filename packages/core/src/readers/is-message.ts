import type { MessageDataByTypeMessage } from "../messages/message-data.ts";
import { otherSpellingOf } from "../messages/paired-spellings.ts";
import { isParsed } from "../notifications/is-parsed.ts";
import type { MessageNotification } from "../notifications/message-notification.ts";
import type { Notification } from "../notifications/notification.ts";
import type { KnownNotification, NotificationEnvelope, UnknownNotification } from "../notifications/parsed-notification.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import type { Readable } from "./readable.ts";

/**
 * Whether a notification, incoming or outgoing, carries a message of this type; narrows it if so. Either spelling of a type stands for both.
 *
 * @example
 * if (isMessage(notification, "imageMessage")) console.log(notification.messageData.fileMessageData.downloadUrl);
 */
export function isMessage<Type extends keyof MessageDataByTypeMessage>(
  notification: Notification | NotificationEnvelope,
  typeMessage: Type,
): notification is MessageNotification<MessageDataByTypeMessage[Type]>;
/** The same of a result of `parseNotification`; never of an unknown one. */
export function isMessage<Type extends keyof MessageDataByTypeMessage>(
  parsed: KnownNotification | UnknownNotification,
  typeMessage: Type,
): parsed is KnownNotification & { readonly notification: MessageNotification<MessageDataByTypeMessage[Type]> };
export function isMessage(readable: Readable, typeMessage: string): boolean {
  if (isParsed(readable) && readable.kind !== "known") return false;
  const found = messageFieldsOf(readable)["typeMessage"];
  return found !== undefined && (found === typeMessage || found === otherSpellingOf(typeMessage));
}

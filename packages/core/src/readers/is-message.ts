import type { MessageDataByTypeMessage } from "../messages/message-data.ts";
import { otherSpellingOf } from "../messages/paired-spellings.ts";
import type { MessageNotification } from "../notifications/message-notification.ts";
import { messageDataOf } from "./message-data-of.ts";
import type { Readable } from "./readable.ts";

/**
 * Whether a notification, incoming or outgoing, carries a message of this type; narrows it if so. Either spelling of a type stands for both.
 *
 * @example
 * if (isMessage(notification, "imageMessage")) console.log(notification.messageData.fileMessageData.downloadUrl);
 */
export function isMessage<Type extends keyof MessageDataByTypeMessage>(
  notification: Readable,
  typeMessage: Type,
): notification is MessageNotification<MessageDataByTypeMessage[Type]> {
  const found = messageDataOf(notification)?.typeMessage;
  return found !== undefined && (found === typeMessage || found === otherSpellingOf(typeMessage));
}

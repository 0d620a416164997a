import { chatOf } from "./chat-of.ts";
import { fieldsOf } from "./fields-of.ts";
import { notificationFieldsOf } from "./notification-fields-of.ts";
import type { Readable } from "./readable.ts";

/**
 * Whether a notification belongs to a group. Telegram and MAX say so in `chatType`, but not always: a negative chat id is a group's unless the
 * `chatType` is `channel`; without a `chatType` it may be a channel's too. `false` where there is no chat.
 *
 * @example
 * if (isGroup(notification)) console.log("written in a group");
 */
export function isGroup(notification: Readable): boolean {
  const { chatType } = fieldsOf(notificationFieldsOf(notification)["senderData"]);
  if (chatType === "group" || chatType === "supergroup") return true;
  const chatId = chatType === "channel" ? undefined : chatOf(notification);
  return chatId !== undefined && (chatId.endsWith("@g.us") || /^-\d+$/.test(chatId));
}

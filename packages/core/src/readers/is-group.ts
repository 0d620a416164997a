import { chatOf } from "./chat-of.ts";
import { fieldsOf } from "./fields-of.ts";
import type { Readable } from "./readable.ts";

/**
 * Whether a notification belongs to a group. Telegram and MAX say so; where an older body of theirs doesn't, a negative chat id means a group,
 * though it may be a channel. `false` where there is no chat.
 *
 * @example
 * if (isGroup(notification)) console.log("somebody wrote in a group");
 */
export function isGroup(notification: Readable): boolean {
  const { chatType } = fieldsOf(fieldsOf(notification)["senderData"]);
  if (typeof chatType === "string") return chatType === "group" || chatType === "supergroup";
  const chatId = chatOf(notification);
  return chatId !== undefined && (chatId.endsWith("@g.us") || /^-\d+$/.test(chatId));
}

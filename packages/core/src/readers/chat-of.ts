import type { Readable } from "./readable.ts";

/**
 * The id of the chat a notification belongs to, which is what answers are sent to: of messages, statuses, calls, blocks and avatars.
 * `undefined` where there is none.
 *
 * @example
 * console.log(chatOf(notification));
 */
export function chatOf(notification: Readable): string | undefined {
  if ("senderData" in notification && notification.senderData !== undefined) return notification.senderData.chatId;
  if ("chatId" in notification && notification.chatId !== undefined) return String(notification.chatId);
  if ("from" in notification) return notification.from;
  if ("avatarInfo" in notification && typeof notification.avatarInfo.chatId === "string") return notification.avatarInfo.chatId;
  return undefined;
}

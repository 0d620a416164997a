import { fieldsOf } from "./fields-of.ts";
import type { Readable } from "./readable.ts";

/**
 * The id of the chat a notification belongs to, which is what answers are sent to: of messages, statuses, calls, blocks and avatars.
 * `undefined` where there is none.
 *
 * @example
 * console.log(chatOf(notification));
 */
export function chatOf(notification: Readable): string | undefined {
  const { senderData, chatId, from, avatarInfo } = fieldsOf(notification);
  const ids = [fieldsOf(senderData)["chatId"], chatId, from, fieldsOf(avatarInfo)["chatId"]];
  const found = ids.find((id) => typeof id === "string" || typeof id === "number");
  return found === undefined ? undefined : String(found);
}

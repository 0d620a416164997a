import type { OpenUnion } from "../schema/open-union.ts";
import { number, object, optional, string, type ObjectSchema } from "../schema/schema.ts";

/**
 * The author of a message, and its chat. Incoming: `sender` is the author, `chatId` the chat. Outgoing: `chatId` and `chatName` are the other
 * side, `sender` and `senderName` the instance's own account.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/Webhook-IncomingMessageReceived/
 */
export interface SenderData {
  /** The chat: `79000000000@c.us` (private), `…@g.us` (group), `…@lid` (lid mode), digits on Telegram and MAX, negative for their groups. */
  readonly chatId: string;
  /** The author, in the same form; in groups not the group. Observed absent on outgoing messages. */
  readonly sender?: string;
  /** The chat's name, may be empty. Since April 2023; absent in older bodies. */
  readonly chatName?: string;
  /** The author's name as they chose it, may be empty. */
  readonly senderName?: string;
  /** The author's name in the account's address book, empty if it isn't there. Since February 2024, and still absent in some documented bodies. */
  readonly senderContactName?: string;
  /** Telegram and MAX only: the kind of chat. Absent in older bodies. */
  readonly chatType?: OpenUnion<"user" | "group" | "supergroup" | "channel" | "bot">;
  /** Telegram and MAX only: the kind of author. Absent in older bodies. */
  readonly senderType?: OpenUnion<"user" | "group" | "supergroup" | "channel" | "bot">;
  /** Telegram and MAX only: the author's phone number; 0 where it is hidden (groups, channels), as observed. */
  readonly senderPhoneNumber?: number;
}

/** @internal */
export const senderDataSchema: ObjectSchema<SenderData> = object({
  chatId: string,
  sender: optional(string),
  chatName: optional(string),
  senderName: optional(string),
  senderContactName: optional(string),
  chatType: optional(string),
  senderType: optional(string),
  senderPhoneNumber: optional(number),
});

import type { NotificationInput } from "./notification-input.ts";

/** What every factory of a message takes. */
export interface MessageInput extends NotificationInput {
  /** Default: one made of the content, so that two messages with the same content have the same id, as a repeated delivery has. */
  readonly idMessage?: string;
  /** The chat. Default: `79000000001@c.us`, on Telegram and MAX `900000001`. One that ends in `@g.us` is a group. */
  readonly chatId?: string;
  /** Who wrote it. Default: the chat, and `79000000001@c.us` in a group. */
  readonly sender?: string;
  /** Default: `Anna`. */
  readonly senderName?: string;
  /** Default: the sender's name, and `Neighbours` in a group. */
  readonly chatName?: string;
}

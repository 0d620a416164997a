/**
 * Who wrote a message, and in which chat. Incoming: `sender` is the author, `chatId` the chat. Outgoing: `chatId` is the other side,
 * `sender` the instance's own account.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/Webhook-IncomingMessageReceived/
 */
export interface SenderData {
  /** The chat: `79000000000@c.us` (private), `…@g.us` (group), `…@lid` (lid mode), digits on Telegram and MAX, negative for their groups. */
  readonly chatId: string;
  /** Who wrote it. Observed absent on outgoing messages. */
  readonly sender?: string;
}

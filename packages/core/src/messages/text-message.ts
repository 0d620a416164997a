/**
 * Plain text.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/TextMessage/
 */
export interface TextMessage {
  readonly typeMessage: "textMessage";
  readonly textMessageData: TextMessageData;
}

/** What a {@link TextMessage} carries. */
export interface TextMessageData {
  /** The text. Observed absent for a message that couldn't be decrypted (`textMessageData: {}`). */
  readonly textMessage?: string;
}

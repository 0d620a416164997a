import type { IncomingMessageReceived, MessageData, QuotedMessage } from "@greenhook/core/types";

/** The same message as a reply. `quoted` defaults to the text `Should I send it?`. */
export function quoting<Data extends MessageData>(
  message: IncomingMessageReceived<Data>,
  quoted: QuotedMessage = {},
): IncomingMessageReceived<Data> {
  const quotedMessage: QuotedMessage = {
    stanzaId: "3EB0AAAAAAAAAAAAAAAA",
    participant: "79000000000@c.us",
    ...(quoted.typeMessage === undefined ? { typeMessage: "textMessage", textMessage: "Should I send it?" } : undefined),
    ...quoted,
  };
  return { ...message, messageData: { ...message.messageData, quotedMessage } };
}

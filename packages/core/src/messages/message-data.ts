import type { TextMessage } from "./text-message.ts";

/** Each `typeMessage` with what `messageData` holds for it. Of a pair of spellings, both are keys of the same interface. */
export interface MessageDataByTypeMessage {
  textMessage: TextMessage;
}

/** The content of a message. Narrow it by `typeMessage`. */
export type MessageData = MessageDataByTypeMessage[keyof MessageDataByTypeMessage];

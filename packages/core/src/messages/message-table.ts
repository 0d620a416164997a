import type { SchemaSource } from "../notifications/schema-for.ts";
import type { MessageDataByTypeMessage } from "./message-data.ts";
import { textMessageSchema } from "./text-message.schema.ts";

/** The schema of `messageData` for each `typeMessage`. The compiler demands that none is missing. */
export const messageTable: { readonly [Type in keyof MessageDataByTypeMessage]: SchemaSource<MessageDataByTypeMessage[Type]> } = {
  textMessage: textMessageSchema,
};

import { messageDataSchema, type MessageData } from "../messages/message-data.ts";
import { literal, number, object, string, type ObjectSchema } from "../schema/schema.ts";
import { instanceDataSchema, type InstanceData } from "./instance-data.ts";
import { senderDataSchema, type SenderData } from "./sender-data.ts";

/**
 * A message or file was sent from the account's phone, web or desktop. Sent while the setting `outgoingMessageWebhook` is `"yes"`.
 * All messengers; documented and observed.
 *
 * `Data` narrows `messageData` to one kind: `OutgoingMessageReceived<ImageMessage>`.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/outgoing-message/OutgoingMessage/
 */
export interface OutgoingMessageReceived<Data extends MessageData = MessageData> {
  readonly typeWebhook: "outgoingMessageReceived";
  readonly instanceData: InstanceData;
  /** When the message was sent, UNIX seconds. */
  readonly timestamp: number;
  /** The message's id, unique within its chat only. The same id can come again, also with other content. Never turn it into a number. */
  readonly idMessage: string;
  readonly senderData: SenderData;
  /** Narrow it by `typeMessage`. */
  readonly messageData: Data;
}

/** @internal */
export const outgoingMessageReceivedSchema: ObjectSchema<OutgoingMessageReceived> = object({
  typeWebhook: literal("outgoingMessageReceived"),
  instanceData: instanceDataSchema,
  timestamp: number,
  idMessage: string,
  senderData: senderDataSchema,
  messageData: messageDataSchema,
});

import { messageDataSchema, type MessageData } from "../messages/message-data.ts";
import { literal, number, object, string, type ObjectSchema } from "../schema/schema.ts";
import { instanceDataSchema, type InstanceData } from "./instance-data.ts";
import { senderDataSchema, type SenderData } from "./sender-data.ts";

/**
 * The echo of a message that was sent through the API. Plain text comes back as `extendedTextMessage`. Sent while the setting
 * `outgoingAPIMessageWebhook` is `"yes"`. All messengers; documented and observed.
 *
 * `Data` narrows `messageData` to one kind: `OutgoingAPIMessageReceived<ImageMessage>`.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/outgoing-message/OutgoingApiMessage/
 */
export interface OutgoingAPIMessageReceived<Data extends MessageData = MessageData> {
  readonly typeWebhook: "outgoingAPIMessageReceived";
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
export const outgoingAPIMessageReceivedSchema: ObjectSchema<OutgoingAPIMessageReceived> = object({
  typeWebhook: literal("outgoingAPIMessageReceived"),
  instanceData: instanceDataSchema,
  timestamp: number,
  idMessage: string,
  senderData: senderDataSchema,
  messageData: messageDataSchema,
});

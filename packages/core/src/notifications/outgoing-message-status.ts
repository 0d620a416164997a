import type { OpenUnion } from "../schema/open-union.ts";
import { boolean, literal, number, object, optional, string, type Schema } from "../schema/schema.ts";
import { instanceDataSchema, type InstanceData } from "./instance-data.ts";

/**
 * The status of a sent message changed. Order is not guaranteed, and a status can come before the message's own notification, or without one.
 * Sent while the setting `outgoingWebhook` is `"yes"`; `failed` and `noAccount` come even if it isn't. All messengers;
 * documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/outgoing-message/OutgoingMessageStatus/
 */
export interface OutgoingMessageStatus {
  readonly typeWebhook: "outgoingMessageStatus";
  readonly instanceData: InstanceData;
  /** When the status changed, UNIX seconds; two statuses may carry the same second. */
  readonly timestamp: number;
  /** The id of the message whose status changed. Observed absent on Telegram, with `noAccount`. */
  readonly idMessage?: string;
  /** The new status; reported empty at times (an open bug). `yellowCard`: the account is suspended for spam, the message waits 24 hours. */
  readonly status: OpenUnion<"sent" | "delivered" | "read" | "failed" | "noAccount" | "notInGroup" | "yellowCard" | "noActiveSession">;
  /** The chat. Absent in bodies from before 2022. */
  readonly chatId?: string;
  /** Whether the message was sent through the API. Absent in older bodies and in MAX's. */
  readonly sendByApi?: boolean;
  /** The reason for an error; absent without one. Since December 2023. */
  readonly description?: string;
}

/** @internal */
export const outgoingMessageStatusSchema: Schema<OutgoingMessageStatus> = object({
  typeWebhook: literal("outgoingMessageStatus"),
  instanceData: instanceDataSchema,
  timestamp: number,
  idMessage: optional(string),
  status: string,
  chatId: optional(string),
  sendByApi: optional(boolean),
  description: optional(string),
});

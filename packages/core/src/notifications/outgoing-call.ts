import type { OpenUnion } from "../schema/open-union.ts";
import { array, boolean, literal, number, object, optional, string, type Schema } from "../schema/schema.ts";
import { callParticipantSchema, type CallParticipant } from "./call-participant.ts";
import { instanceDataSchema, type InstanceData } from "./instance-data.ts";

/**
 * A call was made from the account's phone. Sent while `outgoingCallWebhook` is `"yes"` (beta). WhatsApp; documented, no body was observed.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/OutgoingCall/
 */
export interface OutgoingCall {
  readonly typeWebhook: "outgoingCall";
  readonly instanceData: InstanceData;
  /** UNIX seconds. */
  readonly timestamp: number;
  /** The same for all notifications of one call. In every documented body; not relied on, since statuses lack theirs at times. */
  readonly idMessage?: string;
  /** The chat that was called, despite the name. */
  readonly from: string;
  /** The chat that was called, in one third-party body that has no `from`. */
  readonly chatId?: string;
  /**
   * `pickUp`: at least one participant answered; `hungUp`: none did, or the number has no account; `invalid`: could not be put through.
   * Documented always; since no body was observed, not relied on.
   */
  readonly status?: OpenUnion<"pickUp" | "hungUp" | "hangUp" | "invalid">;
  readonly isVideo?: boolean;
  /** Seconds. */
  readonly duration?: number;
  /** The result for each who was called. */
  readonly participants?: readonly CallParticipant[];
}

/** @internal */
export const outgoingCallSchema: Schema<OutgoingCall> = object({
  typeWebhook: literal("outgoingCall"),
  instanceData: instanceDataSchema,
  timestamp: number,
  idMessage: optional(string),
  from: string,
  chatId: optional(string),
  status: optional(string),
  isVideo: optional(boolean),
  duration: optional(number),
  participants: optional(array(callParticipantSchema)),
});

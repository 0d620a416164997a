import type { OpenUnion } from "../schema/open-union.ts";
import { array, boolean, literal, number, object, optional, string, type Schema } from "../schema/schema.ts";
import { callParticipantSchema, type CallParticipant } from "./call-participant.ts";
import { instanceDataSchema, type InstanceData } from "./instance-data.ts";

/**
 * A call came in. First with the status `offer`, then again under the same `idMessage` with its result. Sent while `incomingCallWebhook` is
 * `"yes"`. WhatsApp; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/IncomingCall/
 */
export interface IncomingCall {
  readonly typeWebhook: "incomingCall";
  readonly instanceData: InstanceData;
  /** UNIX seconds. */
  readonly timestamp: number;
  /** The same for all notifications of one call. In every documented body; not relied on, since statuses lack theirs at times. */
  readonly idMessage?: string;
  readonly from: string;
  /** A rejected call is `hangUp` on one page and `hungUp` on another; `missed` was replaced by `declined`. Absent before 2023. */
  readonly status?: OpenUnion<"offer" | "pickUp" | "hangUp" | "hungUp" | "missed" | "declined">;
  /** In GREEN-API's newest Java models only. */
  readonly isVideo?: boolean;
  /** Seconds. In GREEN-API's newest Java models only. */
  readonly duration?: number;
  /** The others who were called. In GREEN-API's newest Java models only. */
  readonly participants?: readonly CallParticipant[];
}

/** @internal */
export const incomingCallSchema: Schema<IncomingCall> = object({
  typeWebhook: literal("incomingCall"),
  instanceData: instanceDataSchema,
  timestamp: number,
  idMessage: optional(string),
  from: string,
  status: optional(string),
  isVideo: optional(boolean),
  duration: optional(number),
  participants: optional(array(callParticipantSchema)),
});

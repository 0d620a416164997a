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
  /** Tells this kind from the others. */
  readonly typeWebhook: "incomingCall";
  /** The instance it belongs to. */
  readonly instanceData: InstanceData;
  /** When it happened, UNIX seconds. */
  readonly timestamp: number;
  /** The call's id, the same for all notifications of one call. */
  readonly idMessage: string;
  /** Who calls. */
  readonly from: string;
  /** What became of it. Rejected is `hangUp` on one page and `hungUp` on another; `missed` was replaced by `declined`. Absent before 2023. */
  readonly status?: OpenUnion<"offer" | "pickUp" | "hangUp" | "hungUp" | "missed" | "declined">;
  /** Whether it is a video call. In GREEN-API's newest Java models only. */
  readonly isVideo?: boolean;
  /** How long it took, seconds. In GREEN-API's newest Java models only. */
  readonly duration?: number;
  /** Who else was called. In GREEN-API's newest Java models only. */
  readonly participants?: readonly CallParticipant[];
}

/** @internal */
export const incomingCallSchema: Schema<IncomingCall> = object({
  typeWebhook: literal("incomingCall"),
  instanceData: instanceDataSchema,
  timestamp: number,
  idMessage: string,
  from: string,
  status: optional(string),
  isVideo: optional(boolean),
  duration: optional(number),
  participants: optional(array(callParticipantSchema)),
});

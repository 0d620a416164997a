import type { OpenUnion } from "../schema/open-union.ts";
import { object, optional, string, type Schema } from "../schema/schema.ts";

/** A participant of a group call. In GREEN-API's newest Java models and in its Postman collection; no body was observed. */
export interface CallParticipant {
  /** The participant's id, in the Java models. */
  readonly wid?: string;
  /** The participant's id, in GREEN-API's Postman collection. */
  readonly id?: string;
  readonly status?: OpenUnion<"offer" | "pickUp" | "hangUp" | "hungUp" | "missed" | "declined" | "invalid">;
}

/** @internal */
export const callParticipantSchema: Schema<CallParticipant> = object({
  wid: optional(string),
  id: optional(string),
  status: optional(string),
});

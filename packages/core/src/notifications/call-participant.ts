import type { OpenUnion } from "../schema/open-union.ts";
import { object, optional, string, type Schema } from "../schema/schema.ts";

/** A participant of a group call. In GREEN-API's newest Java models; no body was observed. */
export interface CallParticipant {
  readonly wid?: string;
  readonly status?: OpenUnion<"offer" | "pickUp" | "hangUp" | "hungUp" | "missed" | "declined" | "invalid">;
}

/** @internal */
export const callParticipantSchema: Schema<CallParticipant> = object({ wid: optional(string), status: optional(string) });

import type { OpenUnion } from "../schema/open-union.ts";
import { object, optional, string, type Schema } from "../schema/schema.ts";

/** Somebody who was called in a group call. In GREEN-API's newest Java models; no body was observed. */
export interface CallParticipant {
  /** Their id. */
  readonly wid?: string;
  /** What became of the call for them. */
  readonly status?: OpenUnion<"offer" | "pickUp" | "hangUp" | "hungUp" | "missed" | "declined" | "invalid">;
}

/** @internal */
export const callParticipantSchema: Schema<CallParticipant> = object({ wid: optional(string), status: optional(string) });

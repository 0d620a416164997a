import type { OpenUnion } from "./open-union.ts";

/** Somebody who was called in a group call. In GREEN-API's newest Java models; no body was observed. */
export interface CallParticipant {
  /** Their id. */
  readonly wid?: string;
  /** What became of the call for them. */
  readonly status?: OpenUnion<"offer" | "pickUp" | "hangUp" | "hungUp" | "missed" | "declined" | "invalid">;
}

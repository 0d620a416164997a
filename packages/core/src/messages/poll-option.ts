import { object, string, type Schema } from "../schema/schema.ts";

/** One of a poll's answers. */
export interface PollOption {
  /** Its text, which is what votes refer to. */
  readonly optionName: string;
}

/** @internal */
export const pollOptionSchema: Schema<PollOption> = object({ optionName: string });

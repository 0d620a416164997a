import { object, string, type Schema } from "../schema/schema.ts";

export interface PollOption {
  /** The text, which votes refer to. */
  readonly optionName: string;
}

/** @internal */
export const pollOptionSchema: Schema<PollOption> = object({ optionName: string });

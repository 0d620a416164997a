import { boolean, number, optional, type FieldsOf } from "../schema/schema.ts";

/**
 * How a message was forwarded; these marks lie inside the object of the message's type. Absent in bodies from before April 2023,
 * and on messengers that don't say.
 *
 * @see https://green-api.com/en/docs/release/5.44.20.42/
 */
export interface ForwardMarks {
  /** How many times the message was forwarded, 0 for one written for this chat. Documented and observed. */
  readonly forwardingScore?: number;
  /** Documented and observed. */
  readonly isForwarded?: boolean;
}

/** @internal */
export const forwardMarkFields: FieldsOf<ForwardMarks> = { forwardingScore: optional(number), isForwarded: optional(boolean) };

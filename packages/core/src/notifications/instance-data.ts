import type { OpenUnion } from "../schema/open-union.ts";
import { object, optional, strictNumber, string, type ObjectSchema } from "../schema/schema.ts";

/** The messenger that an instance serves; `v3` is MAX. */
export type TypeInstance = "whatsapp" | "telegram" | "v3";

/**
 * The instance (the GREEN-API account) a notification belongs to.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/type-webhook/
 */
export interface InstanceData {
  /** Documented with 1 to 10 digits, observed with 12; always below 2^53. */
  readonly idInstance: number;
  /** The instance's own account, `79000000000@c.us`. Observed empty while not authorised, and absent on Telegram. */
  readonly wid?: string;
  /** Present in every documented body, yet not relied on. */
  readonly typeInstance?: OpenUnion<TypeInstance>;
}

/** @internal */
export const instanceDataSchema: ObjectSchema<InstanceData> = object({
  idInstance: strictNumber,
  wid: optional(string),
  typeInstance: optional(string),
});

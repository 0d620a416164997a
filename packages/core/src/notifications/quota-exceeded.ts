import type { OpenUnion } from "../schema/open-union.ts";
import { literal, number, object, optional, string, union, type Schema } from "../schema/schema.ts";
import { instanceDataSchema, type InstanceData } from "./instance-data.ts";

/**
 * The Developer plan's monthly limit is reached. Has no setting of its own. Documented; seen for MAX in third-party bodies.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/QuotaExceeded/
 */
export interface QuotaExceeded {
  readonly typeWebhook: "quotaExceeded";
  readonly instanceData: InstanceData;
  /** UNIX seconds. In the table, and absent in every example. */
  readonly timestamp?: number;
  readonly quotaData: QuotaData;
}

export interface QuotaData {
  /** The limited resource: the number of chats. */
  readonly method: OpenUnion<"correspondents">;
  /** The table says string, the examples have a number. */
  readonly used: number | string;
  /** The table says string, the examples have a number. */
  readonly total: number | string;
  readonly status: OpenUnion<"CORRESPONDENTS_QUOTA_EXCEEDED">;
  /** More in words, with the chats that stay allowed: personal data. Absent in one third-party body. */
  readonly description?: string;
}

/** @internal */
export const quotaExceededSchema: Schema<QuotaExceeded> = object({
  typeWebhook: literal("quotaExceeded"),
  instanceData: instanceDataSchema,
  timestamp: optional(number),
  quotaData: object({
    method: string,
    used: union([number, string]),
    total: union([number, string]),
    status: string,
    description: optional(string),
  }),
});

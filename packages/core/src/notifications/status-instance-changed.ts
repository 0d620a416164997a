import type { OpenUnion } from "../schema/open-union.ts";
import { literal, number, object, string, type Schema } from "../schema/schema.ts";
import { instanceDataSchema, type InstanceData } from "./instance-data.ts";

/**
 * The instance's connection to the phone came or went. Documented; deprecated, "temporarily not working".
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/StatusInstanceChanged/
 */
export interface StatusInstanceChanged {
  readonly typeWebhook: "statusInstanceChanged";
  readonly instanceData: InstanceData;
  /** UNIX seconds. */
  readonly timestamp: number;
  readonly statusInstance: OpenUnion<"online" | "offline">;
}

/** @internal */
export const statusInstanceChangedSchema: Schema<StatusInstanceChanged> = object({
  typeWebhook: literal("statusInstanceChanged"),
  instanceData: instanceDataSchema,
  timestamp: number,
  statusInstance: string,
});

import type { InstanceData } from "./instance-data.ts";
import type { OpenUnion } from "./open-union.ts";

/**
 * The instance's connection to the phone came or went. Documented; deprecated, "temporarily not working".
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/StatusInstanceChanged/
 */
export interface StatusInstanceChanged {
  /** Tells this kind from the others. */
  readonly typeWebhook: "statusInstanceChanged";
  /** The instance it belongs to. */
  readonly instanceData: InstanceData;
  /** When it changed, UNIX seconds. */
  readonly timestamp: number;
  /** The new state of the connection. */
  readonly statusInstance: OpenUnion<"online" | "offline">;
}

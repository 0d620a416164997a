import type { OpenUnion } from "../schema/open-union.ts";
import { literal, number, object, string, type Schema } from "../schema/schema.ts";
import { instanceDataSchema, type InstanceData } from "./instance-data.ts";

/**
 * The state of an instance. `yellowCard` was renamed `suspended` in July 2026 and both occur; `sleepMode` and `pendingCode` are obsolete;
 * `pendingPassword` is Telegram's second factor.
 */
export type StateInstance = OpenUnion<
  "notAuthorized" | "authorized" | "blocked" | "starting" | "suspended" | "yellowCard" | "sleepMode" | "pendingPassword" | "pendingCode"
>;

/**
 * The state of the instance changed: authorised, logged out, blocked, starting, …
 * Sent while the setting `stateWebhook` is `"yes"`.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/StateInstanceChanged/
 */
export interface StateInstanceChanged {
  readonly typeWebhook: "stateInstanceChanged";
  readonly instanceData: InstanceData;
  /** UNIX seconds. */
  readonly timestamp: number;
  /** The new state. */
  readonly stateInstance: StateInstance;
}

/** @internal */
export const stateInstanceChangedSchema: Schema<StateInstanceChanged> = object({
  typeWebhook: literal("stateInstanceChanged"),
  instanceData: instanceDataSchema,
  timestamp: number,
  stateInstance: string,
});

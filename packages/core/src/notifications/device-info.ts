import { literal, number, object, optional, string, type Schema } from "../schema/schema.ts";
import { instanceDataSchema, type InstanceData } from "./instance-data.ts";

/**
 * Data of the account's phone. `typeWebhook: "deviceInfo"` is also that of a `ContactAvatar`: tell them apart by
 * `"deviceData" in notification`. Sent while `deviceWebhook` is `"yes"`. Documented; deprecated.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/DeviceInfo/
 */
export interface DeviceInfo {
  /** Shared with `ContactAvatar`, which has no `deviceData`. */
  readonly typeWebhook: "deviceInfo";
  readonly instanceData: InstanceData;
  /** UNIX seconds. */
  readonly timestamp: number;
  readonly deviceData: DeviceData;
}

export interface DeviceData {
  /** The operating system, such as `iphone`. */
  readonly platform?: string;
  readonly deviceManufacturer?: string;
  readonly deviceModel?: string;
  readonly osVersion?: string;
  readonly waVersion?: string;
  /** The battery's charge, percent. */
  readonly battery?: number;
}

/** @internal */
export const deviceInfoSchema: Schema<DeviceInfo> = object({
  typeWebhook: literal("deviceInfo"),
  instanceData: instanceDataSchema,
  timestamp: number,
  deviceData: object({
    platform: optional(string),
    deviceManufacturer: optional(string),
    deviceModel: optional(string),
    osVersion: optional(string),
    waVersion: optional(string),
    battery: optional(number),
  }),
});

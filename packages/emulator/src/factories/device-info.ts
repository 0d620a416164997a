import type { DeviceInfo } from "@greenhook/core/types";
import type { DeepPartial } from "./deep-partial.ts";
import { envelopeOf } from "./envelope-of.ts";
import { merge } from "./merge.ts";
import type { NotificationInput } from "./notification-input.ts";

/** What is known of the phone. */
export function deviceInfo(input: NotificationInput = {}, changes?: DeepPartial<DeviceInfo>): DeviceInfo {
  return merge<DeviceInfo>(
    {
      typeWebhook: "deviceInfo",
      ...envelopeOf(input),
      deviceData: {
        platform: "iphone",
        deviceManufacturer: "Apple",
        deviceModel: "iPhone",
        osVersion: "18.0",
        waVersion: "2.25",
        battery: 80,
      },
    },
    changes,
  );
}

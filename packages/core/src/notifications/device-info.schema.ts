import { instanceDataSchema } from "./instance-data.schema.ts";
import type { DeviceInfo } from "./device-info.ts";
import { schemaFor, type SchemaSource } from "./schema-for.ts";

export const deviceInfoSchema: SchemaSource<DeviceInfo> = schemaFor<DeviceInfo>()((z) =>
  z.object({
    typeWebhook: z.literal("deviceInfo"),
    instanceData: instanceDataSchema(z),
    timestamp: z.number(),
    deviceData: z.object({
      platform: z.optional(z.string()),
      deviceManufacturer: z.optional(z.string()),
      deviceModel: z.optional(z.string()),
      osVersion: z.optional(z.string()),
      waVersion: z.optional(z.string()),
      battery: z.optional(z.number()),
    }),
  }),
);

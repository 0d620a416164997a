import { contactAvatarSchema } from "./contact-avatar.schema.ts";
import type { ContactAvatar } from "./contact-avatar.ts";
import { deviceInfoSchema } from "./device-info.schema.ts";
import type { DeviceInfo } from "./device-info.ts";
import { schemaFor, type SchemaSource } from "./schema-for.ts";

/** The two shapes that arrive as `deviceInfo`, told apart by content. */
export const deviceInfoOrAvatarSchema: SchemaSource<DeviceInfo | ContactAvatar> = schemaFor<DeviceInfo | ContactAvatar>()((z) =>
  z.union([deviceInfoSchema(z), contactAvatarSchema(z)]),
);

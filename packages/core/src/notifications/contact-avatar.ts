import { boolean, literal, number, object, optional, string, union, type Schema } from "../schema/schema.ts";
import { instanceDataSchema, type InstanceData } from "./instance-data.ts";

/**
 * A contact's avatar was looked up. Its `typeWebhook` is `deviceInfo`, as that of `DeviceInfo`: tell them apart by
 * `"avatarInfo" in notification`. Documented; deprecated.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/AvatarInfo/
 */
export interface ContactAvatar {
  /** Shared with `DeviceInfo`, which has no `avatarInfo`. Documented so; a name of its own was never seen. */
  readonly typeWebhook: "deviceInfo";
  readonly instanceData: InstanceData;
  /** UNIX seconds. */
  readonly timestamp: number;
  readonly avatarInfo: AvatarInfo;
}

export interface AvatarInfo {
  /** The contact's chat. The table says boolean, the example has a string. */
  readonly chatId: string | boolean;
  /** The avatar's address, may be empty. */
  readonly urlAvatar: string;
  /** Whether the contact has a WhatsApp account. Not required by GREEN-API's C++ schema. */
  readonly existsWhatsapp?: boolean;
  /** Why the lookup failed. Absent where it succeeded. */
  readonly reason?: string;
}

/** @internal */
export const contactAvatarSchema: Schema<ContactAvatar> = object({
  typeWebhook: literal("deviceInfo"),
  instanceData: instanceDataSchema,
  timestamp: number,
  avatarInfo: object({
    chatId: union([string, boolean]),
    urlAvatar: string,
    existsWhatsapp: optional(boolean),
    reason: optional(string),
  }),
});

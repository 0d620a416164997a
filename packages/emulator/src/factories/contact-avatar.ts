import type { ContactAvatar } from "@greenhook/core/types";
import type { DeepPartial } from "./deep-partial.ts";
import { envelopeOf } from "./envelope-of.ts";
import { merge } from "./merge.ts";
import type { NotificationInput } from "./notification-input.ts";

/** A contact's avatar; its `typeWebhook` is `deviceInfo` too. */
export function contactAvatar(input: NotificationInput = {}, changes?: DeepPartial<ContactAvatar>): ContactAvatar {
  return merge<ContactAvatar>(
    {
      typeWebhook: "deviceInfo",
      ...envelopeOf(input),
      avatarInfo: { chatId: "79000000001@c.us", existsWhatsapp: true, urlAvatar: "https://files.example.com/avatar.jpeg" },
    },
    changes,
  );
}

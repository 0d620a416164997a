import type { NamedNotification } from "./named-notification.ts";
import { contactAvatar } from "./contact-avatar.ts";
import { incomingBlock } from "./incoming-block.ts";
import { incomingCall } from "./incoming-call.ts";
import { outgoingCall } from "./outgoing-call.ts";
import { outgoingMessageStatus } from "./outgoing-message-status.ts";
import { quotaExceeded } from "./quota-exceeded.ts";

/** Other notifications in the shapes that only some pages, packages or years have. */
export function otherVariants(): readonly NamedNotification[] {
  return [
    { name: "deviceInfo avatar failed", notification: contactAvatar({}, { avatarInfo: { chatId: false, reason: "bad request data" } }) },
    { name: "incomingBlock number", notification: incomingBlock({}, { chatId: 79000000002 }) },
    { name: "incomingCall 2022", notification: incomingCall({}, { status: undefined }) },
    {
      name: "outgoingCall participant's id",
      notification: outgoingCall({}, { participants: [{ id: "79000000001@c.us", status: "pickUp" }] }),
    },
    { name: "outgoingCall in other fields", notification: outgoingCall({}, { participants: [] }) },
    { name: "outgoingMessageStatus 2021", notification: outgoingMessageStatus({}, { chatId: undefined, sendByApi: undefined }) },
    {
      name: "outgoingMessageStatus telegram",
      notification: outgoingMessageStatus({ status: "noAccount" }, { idMessage: undefined, sendByApi: undefined }),
    },
    { name: "quotaExceeded short", notification: quotaExceeded({}, { quotaData: { description: undefined } }) },
  ];
}

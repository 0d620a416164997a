import {
  captionOf,
  choiceOf,
  contactsOf,
  editOf,
  locationOf,
  mediaOf,
  pollOf,
  reactionOf,
  textOf,
  type KnownNotification,
} from "@greenhook/core";
import { contactName } from "./contact-name.ts";

/** The content of a notification as one text; `undefined` if it has none. */
export function saidIn(notification: KnownNotification["notification"]): string | undefined {
  const edit = editOf(notification);
  const place = locationOf(notification);
  const candidates = [
    textOf(notification),
    captionOf(notification),
    choiceOf(notification)?.title,
    reactionOf(notification)?.emoji,
    edit?.text,
    edit?.caption,
    pollOf(notification)?.name,
    place?.nameLocation,
    place?.address,
    place && `${place.latitude}, ${place.longitude}`,
    contactsOf(notification)?.map(contactName).filter(Boolean).join(", "),
    mediaOf(notification)?.fileName,
    stateIn(notification),
  ];
  return candidates.find((candidate) => candidate !== undefined && candidate !== "");
}

/** By `typeWebhook`: on other types, fields of these names may hold anything. */
function stateIn(notification: KnownNotification["notification"]): string | undefined {
  switch (notification.typeWebhook) {
    case "stateInstanceChanged":
      return notification.stateInstance;
    case "statusInstanceChanged":
      return notification.statusInstance;
    case "outgoingMessageStatus":
    case "incomingCall":
    case "outgoingCall":
      return notification.status;
    default:
      return undefined;
  }
}

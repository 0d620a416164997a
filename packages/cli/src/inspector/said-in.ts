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

/** What a person would say that a notification says; `undefined` where it says nothing. */
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

function stateIn(notification: KnownNotification["notification"]): string | undefined {
  if ("stateInstance" in notification) return notification.stateInstance;
  if ("statusInstance" in notification) return notification.statusInstance;
  return "status" in notification ? notification.status : undefined;
}

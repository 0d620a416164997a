import {
  captionOf,
  choiceOf,
  contactsOf,
  editOf,
  locationOf,
  mediaOf,
  pollOf,
  quotaOf,
  reactionOf,
  textOf,
  type KnownNotification,
  type UnknownNotification,
} from "@greenhook/core";
import { commonFieldsOf } from "./common-fields.ts";
import { contactName } from "./contact-name.ts";

/** The content of a notification as one text; `undefined` if it has none. */
export function contentOf(parsed: KnownNotification | UnknownNotification): string | undefined {
  const edit = editOf(parsed);
  const place = locationOf(parsed);
  const candidates = [
    textOf(parsed),
    captionOf(parsed),
    choiceOf(parsed)?.title,
    reactionOf(parsed)?.emoji,
    edit?.text,
    edit?.caption,
    pollOf(parsed)?.name,
    place?.nameLocation,
    place?.address,
    place && `${place.latitude}, ${place.longitude}`,
    contactsOf(parsed)?.map(contactName).filter(Boolean).join(", "),
    mediaOf(parsed)?.fileName,
    quotaOf(parsed)?.status,
    commonFieldsOf(parsed).status,
  ];
  return candidates.find((candidate) => candidate !== undefined && candidate !== "");
}

import {
  captionOf,
  chatOf,
  choiceOf,
  contactsOf,
  deletionOf,
  editOf,
  isForwarded,
  isGroup,
  isUndecryptable,
  locationOf,
  mediaOf,
  pollOf,
  quotaOf,
  quotedOf,
  reactionOf,
  senderOf,
  sentAt,
  textOf,
  type KnownNotification,
  type ParsedNotification,
  type UnknownNotification,
} from "@greenhook/core";
import { commonFieldsOf } from "./common-fields.ts";
import { contactName } from "./contact-name.ts";
import { cut, visible } from "./visible-text.ts";

/** The fields that the readers find in a notification: labels and values. */
export function typedFields(parsed: ParsedNotification | undefined): readonly (readonly [string, string])[] {
  if (parsed === undefined || parsed.kind === "malformed") return [];
  const shared = commonFieldsOf(parsed);
  const common: [string, unknown][] = [
    ["typeWebhook", parsed.kind === "known" ? parsed.notification.typeWebhook : `${parsed.typeWebhook} (unknown)`],
    ["typeMessage", shared.typeMessage],
    ["instance", shared.idInstance],
    ["idMessage", shared.idMessage],
    ["senderName", shared.senderData?.senderName],
    ["status", shared.status],
  ];
  return [...common, ...read(parsed)].flatMap(([label, value]) =>
    value === undefined || value === "" ? [] : [[label, shown(value)] as const],
  );
}

function read(from: KnownNotification | UnknownNotification): [string, unknown][] {
  const media = mediaOf(from);
  const poll = pollOf(from);
  const place = locationOf(from);
  const choice = choiceOf(from);
  const quoted = quotedOf(from);
  const quota = quotaOf(from);
  return [
    ["chat", chatOf(from)],
    ["sender", senderOf(from)],
    ["sent at", sentAt(from)?.toISOString()],
    ["text", textOf(from)],
    ["caption", captionOf(from)],
    ["file", media === undefined ? undefined : [media.type, media.mimeType, media.fileName].filter(Boolean).join(", ")],
    ["file URL", media?.url],
    ["choice", choice === undefined ? undefined : [choice.title, choice.id].filter(Boolean).join(", id ")],
    ["reaction", reactionOf(from)?.emoji],
    ["edited to", editOf(from)?.text ?? editOf(from)?.caption],
    ["deleted", deletionOf(from)?.idMessage],
    ["quoted", quoted === undefined ? undefined : (quoted.text ?? quoted.idMessage)],
    ["poll", poll?.name],
    ["options", poll?.options.map(({ name, voters }) => (voters.length === 0 ? name : `${name} (${voters.length})`)).join(", ")],
    ["contacts", contactsOf(from)?.map(contactName).filter(Boolean).join(", ")],
    ["place", place === undefined ? undefined : [place.latitude, place.longitude].join(", ")],
    ["quota", quota === undefined ? undefined : [quota.status, `${quota.used ?? "?"} of ${quota.total ?? "?"}`].filter(Boolean).join(", ")],
    ["group", isGroup(from) ? "yes" : undefined],
    ["forwarded", isForwarded(from) ? "yes" : undefined],
    ["undecryptable", isUndecryptable(from) ? "yes: the phone couldn't decrypt it yet" : undefined],
  ];
}

/** A value that isn't a string is shown as JSON. */
function shown(value: unknown): string {
  return visible(cut(typeof value === "string" ? value : JSON.stringify(value), 2_000));
}

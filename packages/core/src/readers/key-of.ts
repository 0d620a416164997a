import { sha256 } from "../bytes/sha256.ts";
import { bodyOf } from "../notifications/body-of.ts";
import { isParsed } from "../notifications/is-parsed.ts";
import type { Notification } from "../notifications/notification.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { isObject } from "../schema/is-object.ts";
import { stringFrom } from "../schema/string-from.ts";
import { canonicalJson } from "./canonical-json.ts";
import { fieldsOf } from "./fields-of.ts";
import { instancePartOf } from "./instance-part-of.ts";

/**
 * The idempotency key: equal for two deliveries of the same notification. `1.<idInstance>.<digest>`; the digest is 192 bits of a SHA-256, over the
 * type, the chat, the sender, the `idMessage` and the content of a message, and over everything in a notification of another type.
 *
 * The order of keys, the queue envelope and a new download address of the same file make no difference. Content does: an edited text, a call's
 * offer and its end, two states of a poll's votes, and the marker of an undecryptable message and the real one that follows under the same id
 * have different keys.
 *
 * At most 55 characters of `A-Z`, `a-z`, `0-9`, `.`, `_` and `-`: it fits as an id into any queue or database. Its form is frozen: a notification has
 * the same key in every version with the same major number, whether that version knows its type or not.
 *
 * @example
 * const parsed = parseNotification(JSON.parse(text));
 * if (parsed.kind !== "malformed") console.log(keyOf(parsed)); // 1.1101000001.DBAxju_y-ZBAv4tGvw8C6xdRUdcuJp2O
 */
export function keyOf(parsed: Notification | KnownNotification | UnknownNotification): string {
  const body = bodyOf(isParsed(parsed) ? parsed.value : parsed);
  const { idInstance } = fieldsOf(fieldsOf(body)["instanceData"]);
  return `1.${instancePartOf(idInstance)}.${sha256(canonicalJson(identityOf(body, idInstance))).slice(0, 32)}`;
}

/** Frozen too: the key of a type that GREEN-API adds must not depend on whether a version knows it. */
const messageKinds: ReadonlySet<unknown> = new Set(["incomingMessageReceived", "outgoingMessageReceived", "outgoingAPIMessageReceived"]);

/** The part of a notification that its key is made of. */
function identityOf(body: unknown, idInstance: unknown): unknown {
  if (!isObject(body)) return body;
  const { typeWebhook, idMessage, timestamp, senderData, messageData } = body;
  if (!messageKinds.has(typeWebhook) || !stringFrom(idMessage)) return { ...body, instanceData: idInstance };
  const { chatId, sender } = fieldsOf(senderData);
  // A vote that is withdrawn and given again makes the same tally under the same id.
  const isTally = fieldsOf(messageData)["typeMessage"] === "pollUpdateMessage";
  return { typeWebhook, idInstance, chatId, sender, idMessage, messageData, ...(isTally ? { timestamp } : undefined) };
}

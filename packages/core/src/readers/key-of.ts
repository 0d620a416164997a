import { sha256 } from "../bytes/sha256.ts";
import { bodyOf } from "../notifications/body-of.ts";
import { isParsed } from "../notifications/is-parsed.ts";
import type { Notification } from "../notifications/notification.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { stringFrom } from "../schema/string-from.ts";
import { isObject } from "../schema/is-object.ts";
import { canonicalJson } from "./canonical-json.ts";
import { fieldsOf } from "./fields-of.ts";
import { instancePartOf } from "./instance-part-of.ts";

/**
 * The key under which two deliveries are the same notification: `1.<idInstance>.<digest>`. The digest (192 bits of a SHA-256) is over the kind, the
 * chat, the sender, the `idMessage` and the content of a message, and over everything in a notification of another kind; what a version knows
 * of a kind makes no difference. Equal for whatever order of keys, with or without the queue envelope, and for another download address of
 * the same file; different where anything else is: an edited text, a call's offer and its end, two states of a poll's votes, the marker of an
 * undecryptable message and the real one that follows under the same id.
 *
 * At most 55 characters of `A-Z`, `a-z`, `0-9`, `.`, `_` and `-`: fits as an id wherever one is wanted. Frozen: the same notification has the same key
 * in every version that has the same major number.
 *
 * @example
 * const parsed = parseNotification(JSON.parse(text));
 * if (parsed.kind !== "malformed") console.log(keyOf(parsed)); // 1.1101000001.nYQvC0bIh0XoGWXkF3yl1s2eUFjQqEZ3
 */
export function keyOf(parsed: Notification | KnownNotification | UnknownNotification): string {
  const body = bodyOf(isParsed(parsed) ? parsed.value : parsed);
  const { idInstance } = fieldsOf(fieldsOf(body)["instanceData"]);
  return `1.${instancePartOf(idInstance)}.${sha256(canonicalJson(identityOf(body, idInstance))).slice(0, 32)}`;
}

/** The kinds that are told apart by their message. Those that GREEN-API adds are not: their keys would change with the version that knows them. */
const messageKinds: ReadonlySet<unknown> = new Set(["incomingMessageReceived", "outgoingMessageReceived", "outgoingAPIMessageReceived"]);

/** What makes a notification the one that it is. */
function identityOf(body: unknown, idInstance: unknown): unknown {
  if (!isObject(body)) return body;
  const { typeWebhook, idMessage, timestamp, senderData, messageData } = body;
  if (!messageKinds.has(typeWebhook) || !stringFrom(idMessage)) return { ...body, instanceData: idInstance };
  const { chatId, sender } = fieldsOf(senderData);
  // A vote that is taken back and given again makes the same tally under the same id.
  const isTally = fieldsOf(messageData)["typeMessage"] === "pollUpdateMessage";
  return { typeWebhook, idInstance, chatId, sender, idMessage, messageData, ...(isTally ? { timestamp } : undefined) };
}

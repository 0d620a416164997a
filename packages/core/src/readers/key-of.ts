import type { FileMessageData } from "../messages/file-message-data.ts";
import type { IncomingCall } from "../notifications/incoming-call.ts";
import type { MessageNotification } from "../notifications/message-notification.ts";
import type { Notification } from "../notifications/notification.ts";
import { isMessageTypeWebhook } from "../notifications/message-notification.ts";
import type { OutgoingCall } from "../notifications/outgoing-call.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { canonicalJson } from "./canonical-json.ts";
import { digestOf } from "./digest-of.ts";
import { undecryptableMarkerOf } from "./undecryptable-marker-of.ts";

/** Keys longer than this are replaced by their digest, so that a store's memory is bounded by their number. */
const maxKeyLength = 512;

/**
 * The key under which two deliveries are the same notification: its instance, kind, chat, `idMessage` and status, or a digest of everything where
 * there is no `idMessage`, and for unknown notifications. Things that differ have different keys: a call's offer and its end, the marker
 * of an undecryptable message and the real one that follows under the same id, two states of a poll's votes.
 *
 * Synchronous, and far below a microsecond for what has an `idMessage`. The form of the key may change between versions.
 *
 * @example
 * const parsed = parseNotification(JSON.parse(text));
 * if (parsed.kind !== "malformed") console.log(keyOf(parsed));
 */
export function keyOf(parsed: Notification | KnownNotification | UnknownNotification): string {
  if (!isParsed(parsed)) return keyOfKnown(parsed);
  return parsed.kind === "known" ? keyOfKnown(parsed.notification) : keyOfContent(parsed.typeWebhook, bodyOf(parsed.value));
}

function keyOfKnown(notification: Notification): string {
  if (!hasIdMessage(notification) || notification.idMessage === "") return keyOfContent(notification.typeWebhook, notification);
  const key = `${notification.instanceData.idInstance}/${notification.typeWebhook}/${partOf(notification)}/${notification.idMessage}`;
  return key.length > maxKeyLength ? `${notification.typeWebhook}/${digestOf(key)}` : key;
}

/** Whether its kind has an `idMessage`: a field of that name on another kind is that kind's own affair. */
function hasIdMessage(notification: Notification): notification is Extract<Notification, { idMessage: string }> {
  const { typeWebhook } = notification;
  return (
    isMessageTypeWebhook(typeWebhook) ||
    typeWebhook === "outgoingMessageStatus" ||
    typeWebhook === "incomingCall" ||
    typeWebhook === "outgoingCall"
  );
}

/** What tells notifications of one `idMessage` apart. Free text is preceded by its length, so that no two lists of parts read alike. */
function partOf(notification: Extract<Notification, { idMessage: string }>): string {
  switch (notification.typeWebhook) {
    case "outgoingMessageStatus":
      return `${measured(notification.chatId)}/${measured(notification.status)}`;
    case "incomingCall":
      return `${measured(notification.from)}/${measured(notification.status)}${outcomeOf(notification)}`;
    case "outgoingCall":
      return `${measured(notification.chatId ?? notification.from)}/${measured(notification.status)}${outcomeOf(notification)}`;
    default:
      return `${contentOf(notification)}/${measured(notification.senderData.chatId)}`;
  }
}

/** The type of a message, and whatever of its content can differ under one id. */
function contentOf({ messageData, timestamp }: MessageNotification): string {
  switch (messageData.typeMessage) {
    case "textMessage": {
      const marker = undecryptableMarkerOf(messageData);
      return marker === undefined ? "textMessage" : `textMessage!${marker}`;
    }
    case "pollUpdateMessage":
      // The time as well: a vote that is taken back and given again must not pass for the first one.
      return `pollUpdateMessage!${timestamp}!${digestOf(canonicalJson(messageData.pollMessageData.votes))}`;
    case "editedMessage":
      return messageData.editedMessageData?.stanzaId === undefined ? "editedMessage!" : "editedMessage";
    case "imageMessage":
    case "videoMessage":
    case "documentMessage":
    case "audioMessage":
      return withAddress(messageData.typeMessage, messageData.fileMessageData);
    case "stickerMessage":
      return withAddress("stickerMessage", messageData.fileMessageData ?? messageData.stickerMessageData);
    default:
      return messageData.typeMessage;
  }
}

/** Files are reported without their address at times: one that has it is more than a repetition. */
function withAddress(typeMessage: string, file: FileMessageData | undefined): string {
  return file?.downloadUrl ? typeMessage : `${typeMessage}!`;
}

function outcomeOf({ duration, participants }: IncomingCall | OutgoingCall): string {
  if (duration === undefined && participants === undefined) return "";
  return `!${duration ?? ""}!${participants === undefined ? "" : digestOf(canonicalJson(participants))}`;
}

function measured(text: string | undefined): string {
  return text === undefined ? "-" : `${text.length}:${text}`;
}

function keyOfContent(typeWebhook: string, value: unknown): string {
  const key = `${typeWebhook}/${digestOf(canonicalJson(value))}`;
  return key.length > maxKeyLength ? digestOf(key) : key;
}

/** The notification in a queue envelope, whose `receiptId` differs from delivery to delivery. */
function bodyOf(value: unknown): unknown {
  const { typeWebhook, body } = value as { readonly typeWebhook?: unknown; readonly body?: unknown };
  return typeWebhook === undefined && body !== undefined ? body : value;
}

/** A wire body may have a field `kind` of its own one day; it always has `instanceData`, which no parsed one has. */
function isParsed(parsed: Notification | KnownNotification | UnknownNotification): parsed is KnownNotification | UnknownNotification {
  return !Object.hasOwn(parsed, "instanceData");
}

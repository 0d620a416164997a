import type { JournalMessage } from "../api/methods/journal-message.ts";
import type { JournalCall } from "../api/methods/journals.ts";
import type { InstanceData } from "../notifications/instance-data.ts";

/** A notification made of a journal's row. */
export interface Rebuilt {
  readonly value: {
    readonly typeWebhook: JournalKind;
    readonly instanceData: InstanceData;
    readonly timestamp: number;
    readonly idMessage: string;
    readonly [key: string]: unknown;
  };
  /** Where the row can't give what the notification had. */
  readonly missing: readonly string[];
}

/** The kinds that the journals hold. */
export type JournalKind =
  | "incomingMessageReceived"
  | "outgoingMessageReceived"
  | "outgoingAPIMessageReceived"
  | "incomingCall"
  | "outgoingCall";

/** The types whose file a row holds flat. */
const fileTypes: ReadonlySet<unknown> = new Set(["imageMessage", "videoMessage", "documentMessage", "audioMessage", "stickerMessage"]);

const fileKeys = [
  "downloadUrl",
  "caption",
  "fileName",
  "mimeType",
  "jpegThumbnail",
  "isAnimated",
  "isForwarded",
  "forwardingScore",
] as const;

/** What stands in a row itself, or under another name than in a notification. Everything else is handed on as it is. */
const rowKeys: ReadonlySet<string> = new Set<string>([
  ...fileKeys,
  "type",
  "idMessage",
  "timestamp",
  "typeMessage",
  "chatId",
  "isEdited",
  "editedMessageId",
  "isDeleted",
  "deletedMessageId",
  "senderId",
  "senderName",
  "senderContactName",
  "statusMessage",
  "sendByApi",
  "textMessage",
  "extendedTextMessage",
  "location",
  "contact",
]);

/**
 * The notification of a message in a journal. `undefined` for a row without what every message has.
 *
 * @see https://green-api.com/en/docs/api/journals/LastIncomingMessages/
 */
export function rebuildMessage(row: JournalMessage, instanceData: InstanceData): Rebuilt | undefined {
  const { type, idMessage, timestamp, chatId, typeMessage, senderId, senderName, senderContactName } = row;
  if (!idMessage || !chatId || !typeMessage || timestamp === undefined) return undefined;
  const isIncoming = type === "incoming";
  const sender = isIncoming ? senderId || chatId : instanceData.wid;
  const value = {
    typeWebhook: isIncoming ? "incomingMessageReceived" : row.sendByApi === true ? "outgoingAPIMessageReceived" : "outgoingMessageReceived",
    instanceData,
    timestamp,
    idMessage,
    senderData: defined({ chatId, sender, senderName, senderContactName }),
    messageData: { typeMessage, ...contentOf(row) },
  } as const;
  // A chat of two is named as the one in it; a row doesn't say how a group is.
  const missing = ["senderData.chatName", ...(isIncoming ? [] : ["senderData.senderName"])];
  if (fileTypes.has(typeMessage)) missing.push("messageData.fileMessageData.downloadUrl");
  if (instanceData.wid === undefined) missing.push("instanceData.wid");
  return { value, missing };
}

/** The notification of a call in a journal, with its last status. `undefined` for a row without what every call has. */
export function rebuildCall(row: JournalCall, instanceData: InstanceData): Rebuilt | undefined {
  const { type, idMessage, timestamp, chatId, status, isVideo, duration, participants } = row;
  if (!idMessage || !chatId || timestamp === undefined) return undefined;
  const value = {
    typeWebhook: type === "outgoing" ? "outgoingCall" : "incomingCall",
    instanceData,
    timestamp,
    idMessage,
    from: chatId,
    ...defined({ status, isVideo, duration, participants }),
  } as const;
  return { value, missing: [] };
}

function contentOf(row: JournalMessage): Readonly<Record<string, unknown>> {
  const others = Object.entries(row).filter(([key, value]) => !rowKeys.has(key) && typeof value === "object" && value !== null);
  return { ...Object.fromEntries(others), ...ownContentOf(row) };
}

/** The part that a row holds flat, or under another name. */
function ownContentOf(row: JournalMessage): Readonly<Record<string, unknown>> {
  const { typeMessage, textMessage, extendedTextMessage, caption } = row;
  switch (typeMessage) {
    case "textMessage":
      return { textMessageData: defined({ textMessage, isForwarded: row.isForwarded, forwardingScore: row.forwardingScore }) };
    case "extendedTextMessage":
    case "quotedMessage":
      return { extendedTextMessageData: extendedTextMessage ?? row.extendedTextMessageData ?? defined({ text: textMessage }) };
    case "reactionMessage":
      return { extendedTextMessageData: row.extendedTextMessageData ?? extendedTextMessage ?? defined({ text: textMessage }) };
    case "locationMessage":
      return { locationMessageData: row.location };
    case "contactMessage":
      return { contactMessageData: row.contact };
    case "editedMessage":
      return row.editedMessageId ? { editedMessageData: defined({ stanzaId: row.editedMessageId, textMessage, caption }) } : {};
    case "deletedMessage":
      return { deletedMessageData: { stanzaId: row.deletedMessageId } };
    default:
      // Stickers have been seen with data of their own.
      return fileTypes.has(typeMessage) && row.downloadUrl !== undefined
        ? { fileMessageData: defined(Object.fromEntries(fileKeys.map((key) => [key, row[key]]))) }
        : {};
  }
}

/** Without the fields that aren't there. */
function defined(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

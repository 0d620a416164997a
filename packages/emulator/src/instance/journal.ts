/** A row of a journal: flat, unlike a notification. @see https://green-api.com/en/docs/api/journals/GetChatHistory/ */
export type JournalRow = Readonly<Record<string, unknown>>;

/** A chat that had messages. */
export interface JournalChat {
  /** Empty if unknown. */
  readonly name: string;
  /** The name in the account's address book. Empty if unknown. */
  readonly contactName: string;
}

/** The messages and calls of an instance, whether or not a flag asked for their notifications. */
export interface Journal {
  /** Records a message, a status or a call. Other notifications are ignored. */
  record(notification: object, at: number): void;
  /** Newest first. */
  messages(type?: "incoming" | "outgoing", since?: number): readonly JournalRow[];
  message(chatId: string, idMessage: string): JournalEntry | undefined;
  /** By chat id. */
  readonly chats: ReadonlyMap<string, JournalChat>;
  /** Newest first. */
  calls(type: "incoming" | "outgoing", since: number): readonly JournalRow[];
}

export interface JournalEntry {
  /** The time of the event by the emulator's clock: factories make the same `timestamp` whatever the time is. */
  readonly at: number;
  readonly row: JournalRow;
  /** The `messageData` of its notification. Empty for a call. */
  readonly messageData: JournalRow;
}

/** The chat that statuses (stories) belong to. */
export const statusChat = "status@broadcast";

/** The documented maximum of the journals of calls. */
const maxCalls = 10_000;

/** The emulator's own maximum: none is documented. */
const maxMessages = 100_000;

const directionOf: Readonly<Record<string, "incoming" | "outgoing">> = {
  incomingMessageReceived: "incoming",
  outgoingMessageReceived: "outgoing",
  outgoingAPIMessageReceived: "outgoing",
};

export function createJournal({ now, lagMilliseconds }: { readonly now: () => number; readonly lagMilliseconds: number }): Journal {
  const messages = new Map<string, JournalEntry>();
  const calls = new Map<string, JournalEntry>();
  const chats = new Map<string, JournalChat>();
  const newest = (entries: ReadonlyMap<string, JournalEntry>, type?: string, since = 0): readonly JournalRow[] =>
    [...entries.values()]
      .toReversed()
      .filter(({ at, row }) => at >= since && at <= now() - lagMilliseconds && (type === undefined || row["type"] === type))
      .toSorted((one, other) => other.at - one.at)
      .map(({ row }) => row);

  return {
    record(notification, at) {
      const fields: Readonly<Record<string, unknown>> = { ...notification };
      const { typeWebhook, idMessage, status } = fields;
      if (typeof typeWebhook !== "string" || typeof idMessage !== "string") return;
      if (typeWebhook === "outgoingMessageStatus") {
        change(messages, idMessage, { statusMessage: status });
        return;
      }
      const type = directionOf[typeWebhook];
      if (type === undefined) {
        if (typeWebhook === "incomingCall" || typeWebhook === "outgoingCall") {
          put(calls, maxCalls, idMessage, { at, row: callRowOf(fields), messageData: {} });
        }
        return;
      }
      const row = messageRowOf(fields, type);
      put(messages, maxMessages, idMessage, { at, row, messageData: objectIn(fields, "messageData") });
      const { chatId, chatName, senderContactName } = objectIn(fields, "senderData");
      if (typeof chatId === "string" && chatId !== statusChat) {
        const known = chats.get(chatId);
        chats.set(chatId, {
          name: textOr(known?.name, chatName),
          contactName: textOr(known?.contactName, type === "incoming" ? senderContactName : ""),
        });
      }
      change(messages, String(row["editedMessageId"]), { isEdited: true });
      change(messages, String(row["deletedMessageId"]), { isDeleted: true });
    },
    messages: (type, since) => newest(messages, type, since),
    message(chatId, idMessage) {
      const entry = messages.get(idMessage);
      return entry?.row["chatId"] === chatId ? entry : undefined;
    },
    chats,
    calls: (type, since) => newest(calls, type, since),
  };
}

function put(entries: Map<string, JournalEntry>, maxEntries: number, idMessage: string, entry: JournalEntry): void {
  // The latest state of a message or call stands at its latest time.
  entries.delete(idMessage);
  entries.set(idMessage, entry);
  const [oldest] = entries.keys();
  if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
}

function change(entries: Map<string, JournalEntry>, idMessage: string, changes: JournalRow): void {
  const entry = entries.get(idMessage);
  if (entry !== undefined) entries.set(idMessage, { ...entry, row: { ...entry.row, ...changes } });
}

function messageRowOf(fields: JournalRow, type: "incoming" | "outgoing"): JournalRow {
  const sender = objectIn(fields, "senderData");
  const data = objectIn(fields, "messageData");
  const { chatId, sender: senderId, senderName, senderContactName } = sender;
  return {
    type,
    idMessage: fields["idMessage"],
    timestamp: fields["timestamp"],
    typeMessage: data["typeMessage"],
    chatId,
    isEdited: false,
    editedMessageId: objectIn(data, "editedMessageData")["stanzaId"] ?? "",
    isDeleted: false,
    deletedMessageId: objectIn(data, "deletedMessageData")["stanzaId"] ?? "",
    ...(type === "incoming"
      ? { senderId, senderName, senderContactName }
      : { statusMessage: "pending", sendByApi: fields["typeWebhook"] === "outgoingAPIMessageReceived" }),
    ...contentOf(data),
  };
}

/** The parts of a notification whose fields stand in the row itself, or under another name. */
const flattened = new Set([
  "typeMessage",
  "textMessageData",
  "extendedTextMessageData",
  "fileMessageData",
  "locationMessageData",
  "contactMessageData",
  "editedMessageData",
  "deletedMessageData",
]);

function contentOf(data: JournalRow): JournalRow {
  const { typeMessage, textMessageData, extendedTextMessageData, fileMessageData, locationMessageData, contactMessageData } = data;
  const rest = Object.entries(data).filter(([key]) => !flattened.has(key));
  const { textMessage, caption } = objectIn(data, "editedMessageData");
  return {
    ...Object.fromEntries(rest),
    ...(textMessage === undefined ? undefined : { textMessage }),
    ...(caption === undefined ? undefined : { caption }),
    ...(textMessageData === undefined ? undefined : { textMessage: objectIn(data, "textMessageData")["textMessage"] }),
    ...(extendedTextMessageData === undefined ? undefined : extendedOf(typeMessage, objectIn(data, "extendedTextMessageData"))),
    ...(fileMessageData === undefined ? undefined : objectIn(data, "fileMessageData")),
    ...(locationMessageData === undefined ? undefined : { location: locationMessageData }),
    ...(contactMessageData === undefined ? undefined : { contact: contactMessageData }),
  };
}

/** The emoji of a reaction keeps its field. A text stands in a field of its own as well. */
function extendedOf(typeMessage: unknown, data: JournalRow): JournalRow {
  if (typeMessage === "reactionMessage") return { extendedTextMessageData: data };
  return { textMessage: data["text"], extendedTextMessage: data };
}

function callRowOf(fields: JournalRow): JournalRow {
  const { typeWebhook, idMessage, timestamp, from, status, isVideo, duration, participants } = fields;
  const type = typeWebhook === "incomingCall" ? "incoming" : "outgoing";
  const optional = Object.entries({ isVideo, duration, participants }).filter(([, value]) => value !== undefined);
  return { type, typeMessage: typeWebhook, idMessage, timestamp, chatId: from, status, ...Object.fromEntries(optional) };
}

/** The text, unless it is empty. */
function textOr(otherwise: string | undefined, text: unknown): string {
  return typeof text === "string" && text !== "" ? text : (otherwise ?? "");
}

function objectIn(fields: JournalRow, key: string): JournalRow {
  const value = fields[key];
  return typeof value === "object" && value !== null ? { ...value } : {};
}

const message = {
  typeWebhook: "incomingMessageReceived",
  instanceData: { idInstance: 1101000001, wid: "79000000000@c.us", typeInstance: "whatsapp" },
  timestamp: 1_700_000_000,
  idMessage: "CONTRACT-RESOLVES",
  senderData: {
    chatId: "79000000001@c.us",
    sender: "79000000001@c.us",
    chatName: "Contract",
    senderName: "Contract",
    senderContactName: "",
  },
  messageData: { typeMessage: "textMessage", textMessageData: { textMessage: "Hello" } },
};

/** An incoming text message as JSON, with fields of its own or changed ones. A field that is `undefined` is left out. */
export function contractNotification(fields: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ ...message, ...fields });
}

/** The same, with one more field whose value is the given text, JSON or not. */
export function notificationWith(value: string): string {
  return `${contractNotification().slice(0, -1)},"extra":${value}}`;
}

/** The same, of a length in bytes of UTF-8. */
export function notificationOfLength(bytes: number, filling = "x"): string {
  const rest = bytes - new TextEncoder().encode(notificationWith('""')).byteLength;
  const fillings = Math.floor(rest / new TextEncoder().encode(filling).byteLength);
  const text = notificationWith(`"${filling.repeat(fillings)}"`);
  return text + " ".repeat(bytes - new TextEncoder().encode(text).byteLength);
}

/** Bytes made of texts, as UTF-8, and of bytes given as numbers. */
export function bytesOf(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));
}

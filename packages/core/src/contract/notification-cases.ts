import type { ContractCase } from "./contract-case.ts";
import { contractNotification, notificationWith } from "./contract-body.ts";

const message = (fields: Readonly<Record<string, unknown>>): string => contractNotification(fields);
const text = (textMessage: unknown): string => message({ messageData: { typeMessage: "textMessage", textMessageData: { textMessage } } });
const sender = (chatId: unknown): string =>
  message({ senderData: { chatId, sender: chatId, chatName: "", senderName: "", senderContactName: "" } });

/** Notifications and their mistakes: rows 56 to 67. */
export const notificationCases: readonly ContractCase[] = [
  accepted("56.1", "an id above 2^53 in a field of its own", notificationWith('9007199254740993,"receiptId":9007199254740993')),
  accepted("58.1", "an unknown typeWebhook", message({ typeWebhook: "somethingNew" })),
  accepted("58.2", "an unknown typeWebhook and nothing else", '{"typeWebhook":"somethingNew"}'),
  accepted("58.3", "a typeWebhook called toString", '{"typeWebhook":"toString"}'),
  accepted("59", "an unknown typeMessage", message({ messageData: { typeMessage: "somethingNew" } })),
  accepted("60", "fields that aren't known", notificationWith('{"later":[1,2,3]}')),
  malformed("61.1", "no typeWebhook", message({ typeWebhook: undefined })),
  malformed("61.2", "a typeWebhook that is no text", message({ typeWebhook: 1 })),
  accepted("61.3", "no idMessage", message({ idMessage: undefined })),
  accepted("61.4", "no messageData", message({ messageData: undefined })),
  accepted("61.5", "a messageData that is a list", message({ messageData: [] })),
  accepted("61.6", "a text that is a number", text(1)),
  malformed("61.7", "an empty object", "{}"),
  accepted("62.1", "the sample of GREEN-API's page, as it should read", sample("1")),
  {
    id: "62.2",
    title: "the sample of GREEN-API's page, as it is printed",
    request: { body: sample("000001") },
    expected: { D: "400 JSON", Q: "200 quarantined JSON" },
    behindBodyParser: ["400 foreign"],
  },
  accepted("62.3", "a notification in the envelope of the queue", `{"receiptId":1,"body":${message({})}}`),
  accepted("63.1", "a timestamp in milliseconds", message({ timestamp: 1_700_000_000_000 })),
  accepted("63.2", "a timestamp of 0", message({ timestamp: 0 })),
  accepted("63.3", "a timestamp as text", message({ timestamp: "1700000000" })),
  accepted("64.1", "an idMessage of 30 kB", message({ idMessage: "x".repeat(30_000) })),
  accepted("64.2", "an idMessage with NUL, quotes and line breaks", message({ idMessage: "\0'; DROP TABLE x; --\r\n" })),
  accepted("65.1", "emoji, joiners and a right-to-left override", text("\u{1F469}\u200D\u{1F680} \u202Eabc")),
  accepted("65.2", "a text that ends in half a character", text("\uD83D")),
  ...["79000000001@c.us", "1@g.us", "1@lid", "1@s.whatsapp.net", "status@broadcast", "10000000", ""].map((chatId, index) =>
    accepted(`66.${index + 1}`, `chatId "${chatId}"`, sender(chatId)),
  ),
  accepted(
    "67",
    "an idInstance as text",
    message({ instanceData: { idInstance: "1", wid: "79000000000@c.us", typeInstance: "whatsapp" } }),
  ),
];

function sample(idInstance: string): string {
  return `{
  "typeWebhook": "statusInstanceChanged",
  "instanceData": { "idInstance": ${idInstance}, "wid": "79000000000@c.us", "typeInstance": "whatsapp" },
  "timestamp": 1700000000,
  "statusInstance": "online"
}`;
}

function accepted(id: string, title: string, body: string): ContractCase {
  return { id, title, request: { body }, expected: { D: "200", Q: "200" } };
}

function malformed(id: string, title: string, body: string): ContractCase {
  return { id, title, request: { body }, expected: { D: "400 SCHEMA", Q: "200 quarantined SCHEMA" } };
}

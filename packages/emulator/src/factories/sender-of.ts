import type { SenderData } from "@greenhook/core/types";
import type { MessageInput } from "./message-input.ts";

/** Who wrote a message, where: a customer in a private chat, unless told otherwise. */
export function senderOf(input: MessageInput): SenderData {
  const whatsapp = (input.typeInstance ?? "whatsapp") === "whatsapp";
  const customer = whatsapp ? "79000000001@c.us" : "900000001";
  const { chatId = customer, senderName = "Anna" } = input;
  const group = whatsapp ? chatId.endsWith("@g.us") : chatId.startsWith("-");
  const { sender = group ? customer : chatId, chatName = group ? "Neighbours" : senderName } = input;
  const data: SenderData = { chatId, sender, chatName, senderName, senderContactName: "" };
  if (whatsapp) return data;
  return { ...data, chatType: group ? "group" : "user", senderType: "user", senderPhoneNumber: group ? 0 : 79000000001 };
}

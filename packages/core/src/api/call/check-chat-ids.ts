import { isObject } from "../../schema/is-object.ts";
import { ApiValidationError } from "./api-error.ts";
import type { Messenger } from "./connection.ts";

/** The keys of inputs that hold a chat id, or a list of them. */
const chatIdKeys = ["chatId", "chatIdFrom", "groupId", "participantChatId", "chatIds", "participants"];

/**
 * Refuses phone numbers in the place of chat ids. Digits alone are one on WhatsApp, but ids on Telegram and MAX: they are refused where the client was told
 * that it is WhatsApp's.
 *
 * @throws {ApiValidationError} names the key and `toChatId`, without the value
 */
export function checkChatIds(method: string, input: unknown, messenger: Messenger | undefined): void {
  if (!isObject(input)) return;
  for (const key of chatIdKeys) {
    const given: readonly unknown[] = [input[key]].flat();
    if (!given.some((value) => isPhoneNumber(value, messenger))) continue;
    const expected = "be a chat id, not a phone number: toChatId makes one of it, on Telegram and MAX resolveChatId";
    throw new ApiValidationError({ method, key, code: "PHONE_NUMBER", expected });
  }
}

function isPhoneNumber(value: unknown, messenger: Messenger | undefined): boolean {
  if (typeof value === "number") return messenger !== "telegram" && messenger !== "max" && value >= 1_000_000;
  if (typeof value !== "string" || value.length > 40 || !/^\s*\+?[\d\s().\p{Pd}/]+$/u.test(value)) return false;
  const digits = value.replace(/\D/g, "").length;
  // A group's id on Telegram and MAX is a negative number.
  return digits >= 7 && (messenger === "whatsapp" || !/^-?\d+$/.test(value.trim()));
}

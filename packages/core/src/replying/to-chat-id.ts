/**
 * The id of a person's chat on WhatsApp: the phone number's digits and `@c.us`. Takes a number with its country code, written in any way: `+7 (900) 000-00-01`,
 * `79000000001`. It only writes the number otherwise; `resolveChatId` asks whether there is an account, and which id it has: in lid mode, and in
 * countries whose numbers WhatsApp writes in another way (Argentina, Brazil, Mexico), it is another one. Telegram and MAX have ids of their own.
 *
 * @throws TypeError for what can't be such a number. The message doesn't hold it.
 *
 * @example
 * await client.sendMessage({ chatId: toChatId("+7 900 000-00-01"), message: "Hello" });
 */
export function toChatId(phone: string | number): string {
  return `${phoneDigits("make a chat id", phone)}@c.us`;
}

/** The digits of a phone number. @throws TypeError for what can't be one */
export function phoneDigits(action: string, phone: unknown): string {
  const text = typeof phone === "number" && Number.isSafeInteger(phone) ? String(phone) : phone;
  const digits = typeof text === "string" && /^\s*\+?[\d(][\d\s().\p{Pd}/]*$/u.test(text) ? text.replace(/\D/g, "") : "";
  if (/^[1-9]\d{6,14}$/.test(digits)) return digits;
  throw new TypeError(`Cannot ${action}: a phone number must have 7 to 15 digits and begin with its country code`);
}

import type { Messenger } from "../api/call/connection.ts";
import type { ApiClient } from "../api/methods/api-client.ts";
import type { CallOptions } from "../api/methods/call-options.ts";
import { stringFrom } from "../schema/string-from.ts";
import { phoneDigits, toChatId } from "./to-chat-id.ts";

/** Options of {@link resolveChatId}. */
export interface ResolveChatIdOptions extends CallOptions {
  /**
   * The instance's messenger.
   *
   * @default "whatsapp"
   */
  readonly messenger?: Messenger | undefined;
}

/**
 * The chat id of the account with a phone number, as GREEN-API knows it; on WhatsApp it may be `…@lid`. `undefined` where there is no such account. Calls
 * `checkWhatsapp`, on Telegram and MAX `checkAccount`: each call counts against the plan, so keep the result.
 *
 * @throws TypeError for what can't be a phone number.
 *
 * @example
 * const chatId = await resolveChatId(client, "+7 900 000-00-01");
 */
export async function resolveChatId(
  client: Pick<ApiClient, "checkWhatsapp" | "checkAccount">,
  phone: string | number,
  { messenger = "whatsapp", ...options }: ResolveChatIdOptions = {},
): Promise<string | undefined> {
  const digits = phoneDigits("resolve the chat id", phone);
  if (messenger === "whatsapp") {
    const { existsWhatsapp, chatId } = await client.checkWhatsapp({ chatId: toChatId(digits) }, options);
    return existsWhatsapp ? stringFrom(chatId) || toChatId(digits) : undefined;
  }
  const { exist, chatId } = await client.checkAccount({ phoneNumber: Number(digits) }, options);
  return exist ? stringFrom(chatId) || undefined : undefined;
}

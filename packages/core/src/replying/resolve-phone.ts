import type { ApiClient } from "../api/methods/api-client.ts";
import type { CallOptions } from "../api/methods/call-options.ts";
import { stringFrom } from "../schema/string-from.ts";
import { phoneOf } from "./phone-of.ts";

/**
 * The phone number behind a chat id, digits without `+`: the one in the id, or what GREEN-API says, which calls `checkWhatsapp` for `…@lid` (each call counts
 * against the plan) and `getContactInfo` for the ids of Telegram and MAX. `undefined` for groups, and where GREEN-API doesn't say: it need not know, and
 * people hide their numbers. The fields that this reads are seen in GREEN-API's own web client; its pages don't promise them.
 *
 * @example
 * const phone = await resolvePhone(client, chatOf(notification));
 */
export async function resolvePhone(
  client: Pick<ApiClient, "checkWhatsapp" | "getContactInfo">,
  chatId: string,
  options: CallOptions = {},
): Promise<string | undefined> {
  const known = phoneOf(chatId);
  if (known !== undefined) return known;
  if (/^\d+@lid$/.test(chatId)) {
    const { phoneNumber, chatId: other } = await client.checkWhatsapp({ chatId }, options);
    return phoneIn(phoneNumber) ?? phoneOf(other ?? "");
  }
  if (!/^\d+$/.test(chatId)) return undefined;
  return phoneIn((await client.getContactInfo({ chatId }, options)).phoneNumber);
}

/** A hidden number is sent as 0 or as an empty text. */
function phoneIn(value: unknown): string | undefined {
  return phoneOf(`${stringFrom(value) ?? ""}@c.us`);
}

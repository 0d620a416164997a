/** In a notification it stands for a caller whose number isn't known. */
const unknownPhone = "10000000000";

/**
 * The phone number that a chat id consists of, digits without `+`. `undefined` where there is none in it: for a group, for `…@lid`, which hides the number,
 * and on Telegram and MAX, whose ids aren't phone numbers. `resolvePhone` asks GREEN-API then.
 *
 * @example
 * console.log(phoneOf(chatOf(notification)) ?? "no phone number");
 */
export function phoneOf(chatId: string): string | undefined {
  const phone = /^([1-9]\d{6,14})@c\.us$/.exec(chatId)?.[1];
  return phone === unknownPhone ? undefined : phone;
}

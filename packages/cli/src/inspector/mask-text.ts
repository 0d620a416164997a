import { isDate, phoneNumber } from "./phone-number.ts";

/**
 * A text with its phone numbers masked but for their last four digits, and its credentials masked whole. Numbers with a word's letters
 * around them, as in an `idMessage`, are left alone.
 */
export function maskText(text: string): string {
  if (!/\d|bearer|basic/i.test(text)) return text;
  return text
    .replace(/\b(bearer|basic) +[^\s"'\\]+/gi, "$1 •••")
    .replace(phoneNumber, (number) => (isDate(number) ? number : `•••${number.replace(/\D/g, "").slice(-4)}`));
}

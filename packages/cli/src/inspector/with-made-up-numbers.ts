import { isDate, phoneNumber } from "./phone-number.ts";

/**
 * Makes a function that puts a made-up number in the place of each phone number, the same for the same one, so that what is copied can be
 * kept in a project: 79000000001, 79000000002, …
 */
export function withMadeUpNumbers(): (text: string) => string {
  const made = new Map<string, string>();
  return (text) =>
    text.replace(phoneNumber, (number) => {
      if (isDate(number)) return number;
      const digits = number.replace(/\D/g, "");
      const other = made.get(digits) ?? `7900${String(made.size + 1).padStart(7, "0")}`;
      made.set(digits, other);
      return other;
    });
}

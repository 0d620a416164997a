import { maskText } from "./mask-text.ts";

/** Keys whose values give access to something. */
const secret = /token|secret|password|authorization|api_?key/i;

/** Keys whose numbers name a person: a bare number is masked under these alone, since timestamps and instances are numbers too. */
const personal = /phone|chatid|^chat$|sender|participant|wid$|^from$|^to$|correspondent/i;

/** Keys whose values look like phone numbers and aren't. */
const harmless = /^(timestamp|idMessage|stanzaId|receiptId|idInstance|jpegThumbnail|typeWebhook|typeMessage|mimeType)$/;

/** What stands where something is hidden. */
export interface Mask {
  /** A text without its phone numbers. */
  readonly text: (text: string) => string;
  /** In the place of a secret. */
  readonly hidden: string;
}

const shown: Mask = { text: maskText, hidden: "•••" };

/** A value with phone numbers and secrets masked: strings wherever they stand, bare numbers by the key that they stand under. */
export function maskNotification(value: unknown, key = "", mask: Mask = shown): unknown {
  if (Array.isArray(value)) return value.map((item) => maskNotification(item, key, mask));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [mask.text(name), maskNotification(field, name, mask)]));
  }
  if (value === null || value === "" || typeof value === "boolean" || harmless.test(key)) return value;
  if (secret.test(key)) return mask.hidden;
  if (typeof value === "number") return personal.test(key) ? maskNumber(value, mask) : value;
  if (typeof value !== "string") return value;
  // Whoever has a file's address has the file.
  if (/^https?:\/\//i.test(value)) return value.replace(/^(https?:\/\/)(?:[^/?#]*@)?([^/?#]*).*$/is, `$1$2/${mask.hidden}`);
  return mask.text(value);
}

/** A made-up number stays a number. */
function maskNumber(value: number, mask: Mask): unknown {
  const masked = mask.text(String(value));
  return /^\d+$/.test(masked) ? Number(masked) : masked;
}

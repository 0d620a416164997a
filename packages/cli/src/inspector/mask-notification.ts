import { maskText } from "./mask-text.ts";

/** Keys whose values give access to something. */
const secret = /token|secret|password|authorization|api_?key/i;

/** Keys whose numbers name a person: a bare number is masked under these alone, since timestamps and instances are numbers too. */
const personal = /phone|chatid|^chat$|sender|participant|wid$|^from$|^to$|correspondent/i;

/** Keys whose values look like phone numbers and aren't. */
const harmless = /^(timestamp|idMessage|stanzaId|receiptId|idInstance|jpegThumbnail|typeWebhook|typeMessage|mimeType)$/;

/** A value with phone numbers and secrets masked: strings wherever they stand, bare numbers by the key that they stand under. */
export function maskNotification(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => maskNotification(item, key));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, maskNotification(field, name)]));
  }
  if (value === null || value === "" || typeof value === "boolean" || harmless.test(key)) return value;
  if (secret.test(key)) return "•••";
  if (typeof value === "number") return personal.test(key) ? maskText(String(value)) : value;
  if (typeof value !== "string") return value;
  // Whoever has a file's address has the file.
  if (/^https?:\/\//i.test(value)) return value.replace(/^(https?:\/\/)(?:[^/?#]*@)?([^/?#]*).*$/is, "$1$2/•••");
  return maskText(value);
}

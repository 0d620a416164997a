import { createHash } from "node:crypto";

/** The longest text that `printable` makes. */
const longest = 160;

/**
 * A text from the wire as every engine can store and index it: other characters than printable ASCII, and `%`, are percent-encoded as UTF-8, and a
 * long one ends with a digest. Different texts stay different.
 */
export function printable(text: string): string {
  const encoded = text.toWellFormed().replaceAll(/[^\x21-\x24\x26-\x7e]/gu, percentEncoded);
  if (encoded.length <= longest && text.isWellFormed()) return encoded;
  // The digest is over UTF-16, in which lone surrogates differ too.
  const digest = createHash("sha256").update(Buffer.from(text, "utf16le")).digest("base64url").slice(0, 32);
  return `${encoded.slice(0, longest - digest.length - 1)}~${digest}`;
}

function percentEncoded(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, "0").toUpperCase()}`).join("");
}

import { mediaOf, type ParsedNotification } from "@greenhook/core";

/** In characters of base64. */
const maxBase64Length = 400_000;

/** The thumbnail of a notification, if it is base64 of a JPEG: the page shows no other images. */
export function thumbnailOf(parsed: ParsedNotification): string | undefined {
  if (parsed.kind === "malformed") return undefined;
  const base64 = mediaOf(parsed)?.thumbnail;
  if (base64 === undefined || base64.length > maxBase64Length || base64.length % 4 !== 0) return undefined;
  // "/9j/" is FF D8 FF, the start of every JPEG.
  return base64.startsWith("/9j/") && /^[A-Za-z0-9+/]+={0,2}$/.test(base64) ? base64 : undefined;
}

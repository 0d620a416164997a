import { mediaOf, type ParsedNotification } from "@greenhook/core";

/** Larger ones aren't thumbnails. */
const maxBase64Length = 400_000;

/** The small picture that a notification carries, if it really is base64 of a JPEG: the only form in which the page shows pictures. */
export function thumbnailOf(parsed: ParsedNotification): string | undefined {
  if (parsed.kind !== "known") return undefined;
  const base64 = mediaOf(parsed.notification)?.thumbnail;
  if (base64 === undefined || base64.length > maxBase64Length || base64.length % 4 !== 0) return undefined;
  // "/9j/" is FF D8 FF: how every JPEG begins.
  return base64.startsWith("/9j/") && /^[A-Za-z0-9+/]+={0,2}$/.test(base64) ? base64 : undefined;
}

import { isMarker } from "./is-marker.ts";

/** Whether a `downloadUrl` is an address: it is sent empty at times, and as `{{SWE002}}` for an undecryptable file. */
export function isFileAddress(downloadUrl: unknown): downloadUrl is string {
  return typeof downloadUrl === "string" && downloadUrl !== "" && !isMarker(downloadUrl);
}

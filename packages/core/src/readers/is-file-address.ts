import { isMarker } from "./is-marker.ts";

/** Whether a `downloadUrl` is one: it is sent empty at times, and `{{SWE002}}` stands for a file that couldn't be decrypted. */
export function isFileAddress(downloadUrl: unknown): downloadUrl is string {
  return typeof downloadUrl === "string" && downloadUrl !== "" && !isMarker(downloadUrl);
}

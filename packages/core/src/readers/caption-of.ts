import { stringFrom } from "../schema/string-from.ts";
import { fileFieldsOf } from "./file-fields-of.ts";
import type { Readable } from "./readable.ts";

/**
 * The text below a picture, video, document or audio. `undefined` where there is none, or it is empty.
 *
 * @example
 * console.log(textOf(notification) ?? captionOf(notification));
 */
export function captionOf(notification: Readable): string | undefined {
  return stringFrom(fileFieldsOf(notification)["caption"]) || undefined;
}

import type { Place } from "../messages/place.ts";
import { messageDataOf } from "./message-data-of.ts";
import type { Readable } from "./readable.ts";

/**
 * The place that a message shows. `undefined` for a message of another kind.
 *
 * @example
 * const place = locationOf(notification);
 * if (place !== undefined) console.log(place.latitude, place.longitude);
 */
export function locationOf(notification: Readable): Place | undefined {
  const data = messageDataOf(notification);
  return data?.typeMessage === "locationMessage" ? data.locationMessageData : undefined;
}

import { placeSchema, type Place } from "../messages/place.ts";
import { fitValue } from "../schema/fit-value.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import type { Readable } from "./readable.ts";

/**
 * The place that a message shows. `undefined` for a message of another kind.
 *
 * @example
 * const place = locationOf(notification);
 * if (place !== undefined) console.log(place.latitude, place.longitude);
 */
export function locationOf(notification: Readable): Place | undefined {
  const { typeMessage, locationMessageData } = messageFieldsOf(notification);
  return typeMessage === "locationMessage" ? fitValue(placeSchema, locationMessageData).value : undefined;
}

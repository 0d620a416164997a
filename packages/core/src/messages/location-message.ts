import { detached, literal, number, object, optional, string, type Schema } from "../schema/schema.ts";
import { forwardMarkFields, type ForwardMarks } from "./forward-marks.ts";
import type { Place } from "./place.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A place. All messengers; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/LocationMessage/
 */
export interface LocationMessage extends QuotingMessage {
  readonly typeMessage: "locationMessage";
  readonly locationMessageData: LocationMessageData;
}

export interface LocationMessageData extends Place, ForwardMarks {}

/** @internal */
export const locationMessageSchema: Schema<LocationMessage> = object({
  typeMessage: literal("locationMessage"),
  locationMessageData: object({
    latitude: number,
    longitude: number,
    nameLocation: optional(string),
    address: optional(string),
    jpegThumbnail: optional(string),
    ...forwardMarkFields,
  }),
  quotedMessage: detached(quotedMessageSchema),
});

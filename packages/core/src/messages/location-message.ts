import type { ForwardMarks } from "./forward-marks.ts";
import type { QuotingMessage } from "./quoted-message.ts";

/**
 * A place. All messengers; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/LocationMessage/
 */
export interface LocationMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "locationMessage";
  /** The place and its marks. */
  readonly locationMessageData: LocationMessageData;
}

/** What a {@link LocationMessage} carries. */
export interface LocationMessageData extends Place, ForwardMarks {}

/** A place on the map. */
export interface Place {
  /** Degrees, north positive. */
  readonly latitude: number;
  /** Degrees, east positive. */
  readonly longitude: number;
  /** The place's name, often empty. Absent in the short form. */
  readonly nameLocation?: string;
  /** The place's address, often empty. Absent in the short form. */
  readonly address?: string;
  /** A small map, base64 JPEG, often empty. */
  readonly jpegThumbnail?: string;
}

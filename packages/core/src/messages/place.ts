import { number, object, optional, string, type Schema } from "../schema/schema.ts";

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

/** @internal */
export const placeSchema: Schema<Place> = object({
  latitude: number,
  longitude: number,
  nameLocation: optional(string),
  address: optional(string),
  jpegThumbnail: optional(string),
});

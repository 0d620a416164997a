import { number, object, optional, string, type Schema } from "../schema/schema.ts";

export interface Place {
  /** Degrees, north positive. */
  readonly latitude: number;
  /** Degrees, east positive. */
  readonly longitude: number;
  /** Often empty. Absent in the short form. */
  readonly nameLocation?: string;
  /** Often empty. Absent in the short form. */
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

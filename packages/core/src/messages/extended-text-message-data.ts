import type { OpenUnion } from "../schema/open-union.ts";
import { boolean, detached, object, optional, string, type Schema } from "../schema/schema.ts";
import { forwardMarkFields, type ForwardMarks } from "./forward-marks.ts";
import { quotedMessageSchema, type QuotedMessage } from "./quoted-message.ts";

/** The content of an `ExtendedTextMessage`, a `QuotedReply` and a `ReactionMessage`. */
export interface ExtendedTextMessageData extends ForwardMarks {
  /** In every documented and observed body; not required by all of GREEN-API's own schemas. */
  readonly text?: string;
  /** The preview's description, often empty. */
  readonly description?: string;
  /** The preview's title, often empty. */
  readonly title?: string;
  /** The preview's picture, base64 JPEG. Observed empty and absent. */
  readonly jpegThumbnail?: string;
  /** The kind of preview. Observed as `None` nearly always; `video` in 2021 pages. Absent in MAX pages. */
  readonly previewType?: OpenUnion<"None" | "video">;
  /** Advertisements only: whether an automatic reply is contained. Documented. */
  readonly containsAutoReply?: boolean;
  /** Advertisements only: whether WhatsApp shows where the message came from. Documented. */
  readonly showAdAttribution?: boolean;
  /** Advertisements only: the kind of media, such as `IMAGE`. Documented. */
  readonly mediaType?: string;
  /** Advertisements only: the advertisement's id. Documented. */
  readonly sourceId?: string;
  /** Advertisements only: the kind of source. Documented. */
  readonly sourceType?: string;
  /** Advertisements only: its address. Documented. */
  readonly sourceUrl?: string;
  /** Advertisements only: the address of its picture. Documented. */
  readonly thumbnailUrl?: string;
  /** In a `quotedMessage` reply only: an id of the quoted message; differs from `quotedMessage.stanzaId` in documented bodies. */
  readonly stanzaId?: string;
  /** In a `quotedMessage` reply only: the author of the quoted message. */
  readonly participant?: string;
  /** The message this one replies to, in bodies that integrators report; documented beside this object. `quotedOf` reads both. */
  readonly quotedMessage?: QuotedMessage;
}

/** @internal */
export const extendedTextMessageDataSchema: Schema<ExtendedTextMessageData> = object({
  text: optional(string),
  description: optional(string),
  title: optional(string),
  jpegThumbnail: optional(string),
  previewType: optional(string),
  containsAutoReply: optional(boolean),
  showAdAttribution: optional(boolean),
  mediaType: optional(string),
  sourceId: optional(string),
  sourceType: optional(string),
  sourceUrl: optional(string),
  thumbnailUrl: optional(string),
  stanzaId: optional(string),
  participant: optional(string),
  quotedMessage: detached(quotedMessageSchema),
  ...forwardMarkFields,
});

import type { OpenUnion } from "../notifications/open-union.ts";
import type { ForwardMarks } from "./forward-marks.ts";
import type { QuotingMessage } from "./quoted-message.ts";

/**
 * Text with a link preview, text from an advertisement, and often quite ordinary text: from iPhones, and of whatever was sent through
 * the API. All messengers; documented and observed.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ExtendedTextMessage/
 */
export interface ExtendedTextMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "extendedTextMessage";
  /** The text and its preview. */
  readonly extendedTextMessageData: ExtendedTextMessageData;
}

/** What an {@link ExtendedTextMessage} carries; also a `QuotedReply`'s text. */
export interface ExtendedTextMessageData extends ForwardMarks {
  /** The text. In every documented and observed body; not required by all of GREEN-API's own schemas. */
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
  /** Advertisements only: what kind of source it is. Documented. */
  readonly sourceType?: string;
  /** Advertisements only: its address. Documented. */
  readonly sourceUrl?: string;
  /** Advertisements only: the address of its picture. Documented. */
  readonly thumbnailUrl?: string;
  /** In a `quotedMessage` reply only: an id of the quoted message; differs from `quotedMessage.stanzaId` in documented bodies. */
  readonly stanzaId?: string;
  /** In a `quotedMessage` reply only: who wrote the quoted message. */
  readonly participant?: string;
}

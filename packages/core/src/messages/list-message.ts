import type { ForwardMarks } from "./forward-marks.ts";
import type { QuotingMessage } from "./quoted-message.ts";

/**
 * A message with a list to choose from; the answer comes as a `ListResponseMessage`. WhatsApp; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ListMessage/
 */
export interface ListMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "listMessage";
  /** The text and its list. */
  readonly listMessage: ListMessageData;
}

/** What a {@link ListMessage} carries. */
export interface ListMessageData extends ForwardMarks {
  /** The text. */
  readonly contentText?: string;
  /** The title above the text. */
  readonly title?: string;
  /** The text below. */
  readonly footer?: string;
  /** What is written on the button that opens the list. */
  readonly buttonText?: string;
  /** The list's sections. */
  readonly sections?: readonly ListSection[];
}

/** A section of a list. */
export interface ListSection {
  /** Its title. */
  readonly title?: string;
  /** Its rows. */
  readonly rows?: readonly ListRow[];
}

/** A row to choose. */
export interface ListRow {
  /** Its id, which an answer names. */
  readonly rowId?: string;
  /** Its title. */
  readonly title?: string;
  /** More about it. Absent where none was given. */
  readonly description?: string;
}

import { messageDataOf } from "./message-data-of.ts";
import type { Readable } from "./readable.ts";

/** What was edited. */
export interface Edit {
  /** The `idMessage` of the message that was edited; the notification's own is another. `undefined` in a body that was sent empty. */
  readonly idMessage: string | undefined;
  /** The new text. `undefined` where a caption was edited. */
  readonly text: string | undefined;
  /** The new caption of a file. `undefined` where a text was edited. */
  readonly caption: string | undefined;
}

/**
 * Which message was edited, and what it says now. `undefined` for a message of another kind.
 *
 * @example
 * const edit = editOf(notification);
 * if (edit?.idMessage !== undefined) console.log(edit.idMessage, edit.text ?? edit.caption);
 */
export function editOf(notification: Readable): Edit | undefined {
  const data = messageDataOf(notification);
  if (data?.typeMessage !== "editedMessage") return undefined;
  const edited = data.editedMessageData;
  return { idMessage: edited?.stanzaId, text: edited?.textMessage, caption: edited?.caption };
}

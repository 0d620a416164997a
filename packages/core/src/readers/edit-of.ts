import { stringFrom } from "../schema/string-from.ts";
import { fieldsOf } from "./fields-of.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import type { Readable } from "./readable.ts";

/** A message's edit. */
export interface Edit {
  /** The `idMessage` of the message that was edited; the notification's own is another. `undefined` in a body that was sent empty. */
  readonly idMessage: string | undefined;
  /** The new text. `undefined` where a caption was edited. */
  readonly text: string | undefined;
  /** The new caption of a file. `undefined` where a text was edited. */
  readonly caption: string | undefined;
}

/**
 * Which message was edited, and its new text or caption. `undefined` for a message of another kind.
 *
 * @example
 * const edit = editOf(notification);
 * if (edit?.idMessage !== undefined) console.log(edit.idMessage, edit.text ?? edit.caption);
 */
export function editOf(notification: Readable): Edit | undefined {
  const { typeMessage, editedMessageData } = messageFieldsOf(notification);
  if (typeMessage !== "editedMessage") return undefined;
  const { stanzaId, textMessage, textMessageData, caption } = fieldsOf(editedMessageData);
  // Some bodies have the text one level deeper, as in a text message.
  const text = stringFrom(textMessage) ?? stringFrom(fieldsOf(textMessageData)["textMessage"]);
  return { idMessage: stringFrom(stanzaId), text, caption: stringFrom(caption) };
}

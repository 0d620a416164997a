import { deletionOf } from "./deletion-of.ts";
import { editOf } from "./edit-of.ts";
import { isUndecryptable } from "./is-undecryptable.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import type { Readable } from "./readable.ts";

/**
 * Whether a notification is a message itself, and not an edit, a deletion, a poll's votes or the marker of one that couldn't be decrypted, which
 * may have the same `idMessage`.
 *
 * @example
 * if (isPlainMessage(parsed)) console.log(messageKeyOf(parsed));
 */
export function isPlainMessage(notification: Readable): boolean {
  const { typeMessage } = messageFieldsOf(notification);
  return (
    typeof typeMessage === "string" &&
    typeMessage !== "pollUpdateMessage" &&
    editOf(notification) === undefined &&
    deletionOf(notification) === undefined &&
    !isUndecryptable(notification)
  );
}

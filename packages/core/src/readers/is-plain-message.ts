import type { Notification } from "../notifications/notification.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { deletionOf } from "./deletion-of.ts";
import { editOf } from "./edit-of.ts";
import { isUndecryptable } from "./is-undecryptable.ts";
import { messageFieldsOf } from "./message-fields-of.ts";

/**
 * Whether a notification is a message itself, and not an edit, a deletion, a poll's votes or the marker of one that couldn't be decrypted, which
 * may have the same `idMessage`.
 */
export function isPlainMessage(parsed: Notification | KnownNotification | UnknownNotification): boolean {
  const { typeMessage } = messageFieldsOf(parsed);
  return (
    typeof typeMessage === "string" &&
    typeMessage !== "pollUpdateMessage" &&
    editOf(parsed) === undefined &&
    deletionOf(parsed) === undefined &&
    !isUndecryptable(parsed)
  );
}

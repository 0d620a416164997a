import { stringFrom } from "../schema/string-from.ts";
import { fieldsOf } from "./fields-of.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import type { Readable } from "./readable.ts";

/** A message's deletion. */
export interface Deletion {
  /** The `idMessage` of the message that was deleted; the notification's own is another. */
  readonly idMessage: string;
}

/**
 * Which message was deleted. `undefined` for a message of another kind.
 *
 * @example
 * console.log(deletionOf(notification)?.idMessage);
 */
export function deletionOf(notification: Readable): Deletion | undefined {
  const { typeMessage, deletedMessageData } = messageFieldsOf(notification);
  const idMessage = typeMessage === "deletedMessage" ? stringFrom(fieldsOf(deletedMessageData)["stanzaId"]) : undefined;
  return idMessage === undefined ? undefined : { idMessage };
}

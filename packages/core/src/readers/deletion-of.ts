import { messageDataOf } from "./message-data-of.ts";
import type { Readable } from "./readable.ts";

/** What was deleted. */
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
  const data = messageDataOf(notification);
  return data?.typeMessage === "deletedMessage" ? { idMessage: data.deletedMessageData.stanzaId } : undefined;
}

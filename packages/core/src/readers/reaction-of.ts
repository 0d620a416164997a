import { messageDataOf } from "./message-data-of.ts";
import type { Readable } from "./readable.ts";

/** A reaction to a message. */
export interface Reaction {
  /** The emoji; `""` where none was sent, which probably means that the reaction was taken back (not documented). */
  readonly emoji: string;
  /** The `idMessage` of the message it belongs to. `undefined` where it wasn't sent. */
  readonly idMessage: string | undefined;
  /** Who wrote that message. `undefined` where it wasn't sent. */
  readonly author: string | undefined;
}

/**
 * The reaction, and to which message. `undefined` for a message of another kind.
 *
 * @example
 * const reaction = reactionOf(notification);
 * if (reaction?.emoji === "👍") console.log("liked", reaction.idMessage);
 */
export function reactionOf(notification: Readable): Reaction | undefined {
  const data = messageDataOf(notification);
  if (data?.typeMessage !== "reactionMessage") return undefined;
  return {
    emoji: data.extendedTextMessageData.text ?? "",
    idMessage: data.quotedMessage?.stanzaId,
    author: data.quotedMessage?.participant,
  };
}

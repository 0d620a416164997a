import { stringFrom } from "../schema/string-from.ts";
import { fieldsOf } from "./fields-of.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import type { Readable } from "./readable.ts";

/** A reaction to a message. */
export interface Reaction {
  /** The emoji; `""` where none was sent, which probably means that the reaction was taken back (not documented). */
  readonly emoji: string;
  /** The `idMessage` of the message it belongs to. `undefined` where it wasn't sent. */
  readonly idMessage: string | undefined;
  /** The id of that message's author. `undefined` where it wasn't sent. */
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
  const { typeMessage, extendedTextMessageData, quotedMessage } = messageFieldsOf(notification);
  if (typeMessage !== "reactionMessage") return undefined;
  const { stanzaId, participant } = fieldsOf(quotedMessage);
  return {
    emoji: stringFrom(fieldsOf(extendedTextMessageData)["text"]) ?? "",
    idMessage: stringFrom(stanzaId),
    author: stringFrom(participant),
  };
}

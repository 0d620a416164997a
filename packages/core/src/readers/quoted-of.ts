import type { QuotedMessage } from "../messages/quoted-message.ts";
import { messageDataOf } from "./message-data-of.ts";
import type { Readable } from "./readable.ts";

/** The message that another one replies to. */
export interface Quoted {
  /** Its `idMessage`. `undefined` in bodies from 2021 and 2022. */
  readonly idMessage: string | undefined;
  /** Who wrote it. `undefined` where it wasn't sent. */
  readonly sender: string | undefined;
  /** Its type. `undefined` where only its id was sent. */
  readonly typeMessage: QuotedMessage["typeMessage"];
  /** Its text or caption; of a tapped button what is written on it. `undefined` where it has none. */
  readonly text: string | undefined;
  /** The quote as it arrived. `undefined` where only its id was sent. */
  readonly message: QuotedMessage | undefined;
}

/**
 * What a message replies to, in the archived style (`typeMessage: "quotedMessage"`) and in the current one; for an answer to buttons it is
 * the message with the buttons, for a reaction the message it belongs to. `undefined` for a message that quotes nothing.
 *
 * @example
 * console.log(quotedOf(notification)?.idMessage);
 */
export function quotedOf(notification: Readable): Quoted | undefined {
  const data = messageDataOf(notification);
  if (data === undefined) return undefined;
  const message = data.quotedMessage;
  // Some replies carry only the ids, beside their own text; where both are there, they differ, and the quote's own are right.
  const reply = data.typeMessage === "quotedMessage" ? data.extendedTextMessageData : undefined;
  if (message === undefined && reply?.stanzaId === undefined) return undefined;
  return {
    idMessage: message?.stanzaId ?? reply?.stanzaId,
    sender: message?.participant ?? reply?.participant,
    typeMessage: message?.typeMessage,
    text: message === undefined ? undefined : textIn(message),
    message,
  };
}

function textIn(message: QuotedMessage): string | undefined {
  const { textMessage, caption, contentText, interactiveButtons, selectedDisplayText, groupInviteMessageData } = message;
  const texts = [textMessage, caption, contentText, interactiveButtons?.contentText, selectedDisplayText, groupInviteMessageData?.caption];
  return texts.find((text) => text !== undefined && text !== "");
}

import { quotedMessageSchema, type QuotedMessage } from "../messages/quoted-message.ts";
import { fitValue } from "../schema/fit-value.ts";
import { isObject } from "../schema/is-object.ts";
import { stringFrom } from "../schema/string-from.ts";
import { fieldsOf } from "./fields-of.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import type { Readable } from "./readable.ts";

/** The message that another one replies to. */
export interface Quoted {
  /** Its `idMessage`. `undefined` in bodies from 2021 and 2022. */
  readonly idMessage: string | undefined;
  /** The author's id. `undefined` where it wasn't sent. */
  readonly sender: string | undefined;
  /** Its type. `undefined` where only its id was sent. */
  readonly typeMessage: QuotedMessage["typeMessage"];
  /** Its text or caption; of a tapped button the text on it. `undefined` where it has none. */
  readonly text: string | undefined;
  /** The quote, without fields of another type than documented. `undefined` where only its id was sent. */
  readonly message: QuotedMessage | undefined;
}

/**
 * The message that this one replies to, in the archived style (`typeMessage: "quotedMessage"`), in the current one, and inside
 * `extendedTextMessageData`; for a tapped button it is the message with the buttons, for a reaction the message it belongs to. `undefined`
 * for a message that quotes nothing.
 *
 * @example
 * console.log(quotedOf(notification)?.idMessage);
 */
export function quotedOf(notification: Readable): Quoted | undefined {
  const { quotedMessage, extendedTextMessageData } = messageFieldsOf(notification);
  const extended = fieldsOf(extendedTextMessageData);
  const quote = quotedMessage ?? extended["quotedMessage"];
  const { stanzaId, participant, typeMessage } = fieldsOf(quote);
  // Some replies carry only the ids, beside their own text; where both are there, they differ, and the quote's own are right.
  const idMessage = stringFrom(stanzaId) ?? stringFrom(extended["stanzaId"]);
  if (idMessage === undefined && !isObject(quote)) return undefined;
  return {
    idMessage,
    sender: stringFrom(participant) ?? stringFrom(extended["participant"]),
    typeMessage: stringFrom(typeMessage),
    text: textOfQuote(fieldsOf(quote)),
    message: fitValue(quotedMessageSchema, quote).value,
  };
}

function textOfQuote(quote: Readonly<Record<string, unknown>>): string | undefined {
  const { textMessage, caption, contentText, interactiveButtons, selectedDisplayText, groupInviteMessageData } = quote;
  const buttonsText = fieldsOf(interactiveButtons)["contentText"];
  const inviteCaption = fieldsOf(groupInviteMessageData)["caption"];
  const texts = [textMessage, caption, contentText, buttonsText, selectedDisplayText, inviteCaption].map(stringFrom);
  return texts.find((text) => text !== undefined && text !== "");
}

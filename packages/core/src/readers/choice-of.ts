import { isObject } from "../schema/is-object.ts";
import { numberFrom } from "../schema/number-from.ts";
import { stringFrom } from "../schema/string-from.ts";
import { fieldsOf } from "./fields-of.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import type { Readable } from "./readable.ts";

/** A tapped button of a message or a template, or a chosen row of a list. */
export interface Choice {
  /** The id that the button or row was sent with. `undefined` only where the sender's device left it out. */
  readonly id: string | undefined;
  /** The text on it. `undefined` where it wasn't sent. */
  readonly title: string | undefined;
  /** Its place, as sent; whether that counts from 0 or 1 depends on the device. `undefined` for simple buttons and lists, which have none. */
  readonly index: number | undefined;
  /** The `idMessage` of the message it belongs to. `undefined` where it wasn't sent. */
  readonly idMessage: string | undefined;
}

/** Where the reply of a type may be, the likeliest first: pages, examples and models spell two of them differently. */
const places: Readonly<Record<string, readonly string[]>> = {
  buttonsResponseMessage: ["buttonsResponseMessage"],
  listResponseMessage: ["listResponseMessage"],
  interactiveButtonsResponse: ["interactiveButtonsResponse"],
  templateButtonsReplyMessage: ["templateButtonReplyMessage", "templateButtonsReplyMessage", "templateMessage"],
  templateButtonReplyMessage: ["templateButtonReplyMessage", "templateButtonsReplyMessage", "templateMessage"],
  interactiveButtonsReply: ["templateButtonReplyMessage", "templateButtonsReplyMessage"],
  interactiveButtonReply: ["templateButtonReplyMessage", "templateButtonsReplyMessage"],
};

/**
 * The button or row that was tapped, whichever type of reply the sender's device produced. `undefined` for another message.
 *
 * @example
 * const choice = choiceOf(notification);
 * if (choice?.id === "yes") console.log("agreed");
 */
export function choiceOf(notification: Readable): Choice | undefined {
  const message = messageFieldsOf(notification);
  const { typeMessage } = message;
  if (typeof typeMessage !== "string" || !Object.hasOwn(places, typeMessage)) return undefined;
  const found = places[typeMessage]?.map((place) => message[place]).find(isObject);
  if (found === undefined) return undefined;
  const { selectedButtonId, selectedId, singleSelectReply, selectedButtonText, selectedDisplayText, title, selectedIndex, stanzaId } =
    found;
  const ids = [selectedId, selectedButtonId, singleSelectReply, fieldsOf(singleSelectReply)["selectedRowId"]];
  return {
    id: firstString(ids),
    title: firstString([selectedDisplayText, selectedButtonText, title]),
    index: numberFrom(selectedIndex),
    idMessage: stringFrom(stanzaId),
  };
}

function firstString(values: readonly unknown[]): string | undefined {
  return values.map(stringFrom).find((text) => text !== undefined);
}
